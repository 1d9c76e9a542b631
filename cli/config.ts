import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Target } from '#data/model/measures.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { LANGUAGES, type Language } from '#data/model/vocabulary.ts'
import { type CalendarOptions, FRENCH_CALENDAR } from '#data/model/working-days.ts'
import { RHYTHMS } from '#data/publication/rhythm.ts'
import { STOP_RULES } from '#data/publication/stop.ts'
import type { OptionSchema } from '#policies/option-schema.ts'
import {
  choice,
  count,
  flag,
  isMapping,
  listOf,
  mapOf,
  matching,
  OptionsFailure,
  optional,
  type Reader,
  readOptions,
  record,
  text,
  texts,
} from '#policies/options.ts'
import { parameterValue } from '#policies/pack-format.ts'
import type { GivenParameter } from '#policies/pack-parameters.ts'
import { bilingual } from '#policies/texts-by-language.ts'
import { openYaml } from '#policies/yaml-document.ts'

import { calendarReader } from './calendar.ts'
import type { Files } from './files.ts'
import { reserveReader } from './publication/reserve.ts'
import { type SiteConfig, siteReader } from './site-config.ts'
import { targetsReader } from './targets.ts'
import { webAddress } from './web-address.ts'

const CONFIG_NAME = 'parvis.yaml'

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/

/** One name of an environment variable, or several. */
function variables(): Reader<readonly string[]> {
  const expects = 'the name of an environment variable, or a list of them'
  const one = matching(VARIABLE, expects)
  const several = listOf(matching(VARIABLE, 'the name of an environment variable'), expects)
  return {
    expects,
    schema: () => ({ anyOf: [one.schema(), several.schema()] }),
    read(value, path, problems) {
      if (Array.isArray(value) && value.length > 0) return several.read(value, path, problems)
      const name = one.read(value, path, problems)
      return name === undefined ? undefined : [name]
    },
  }
}

const app = record({
  id: count(),
  /** The environment variable that holds the private key, or the path of the file that does. */
  privateKeyFrom: text('the name of an environment variable, or the path of a .pem file'),
  /** Looked up by the organisation's name when absent. */
  installation: optional(count()),
})

const organisation = record({
  name: text('the name of an organisation, as in its address on the host'),
  /** Web address of the server; GITHUB_API_URL and GITHUB_GRAPHQL_URL say where its API is, else github.com. */
  server: optional(webAddress()),
  /** Names of the environment variables that hold tokens: a token itself is never written down. */
  tokenFrom: optional(variables(), ['GITHUB_TOKEN']),
  /** A GitHub App that the organisation installed; it stands in place of tokens. */
  app: optional(app),
  /** Whether the dependency graph of the host is read as well: a request for each repository that moved. */
  dependencyGraph: optional(flag(), false),
})

const clone = record({
  path: text('the path of a clone'),
  repository: optional(text('owner/name')),
  /** Whether anybody may read the repository; only the officer can say so of a clone that no host was asked about. */
  public: optional(flag(), false),
})

/** What is promised to whoever proposes something: an answer within so many working days, and by whom. */
const promiseIn = (languages: readonly Language[]) =>
  record({
    workingDays: count(),
    /** A role or a team with its address, never a person. */
    contact: optional(bilingual(languages)),
  })

const publishing = record({
  /** When the public build stops and asks for a reason: per cent read, per cent moved, a series at nought. */
  stop: optional(
    record({
      coverage: optional(count(), STOP_RULES.coverage),
      change: optional(count(), STOP_RULES.change),
      zero: optional(flag(), STOP_RULES.zero),
    }),
    STOP_RULES,
  ),
  /** Days, both included, in which news, yearly report, findings and trend marks are withheld: the months before a vote. */
  reserve: optional(reserveReader),
  /** What the public may see of how repositories stand against the rules: nothing, counts, or rule by rule. */
  conformity: optional(choice(['off', 'summary', 'detail']), 'summary'),
  /**
   * Labels of issues that newcomers are invited to. Only their titles are kept, masked, from the next collection on:
   * `parvis collect --full` reads those of before.
   */
  goodFirstIssues: optional(texts('a list of labels'), []),
  /** Whether the public may see which activities of the Good Governance Initiative are at work, and how they advance. */
  ggi: optional(flag(), false),
  /** How often the figures are renewed, where that is kept to: each figure says so, and when next. */
  rhythm: optional(choice(RHYTHMS)),
  /** Whether the public may see who offers work around the components, by its own word and in alphabetical order. */
  providers: optional(flag(), false),
})

const REGISTER_IDS = ['affiliations', 'opt-ins', ...REGISTERS.map(({ id }) => id)]

/** Files that people keep, by what is kept in them. */
const registers = record(
  Object.fromEntries(REGISTER_IDS.map((id) => [id, optional(text('the path of a YAML or CSV file'))] as const)),
)

/** What the file may say, with texts in the languages of its site. */
function fileIn(languages: readonly Language[]) {
  const site = siteReader(languages)
  return record({
    database: optional(text('the path of the database'), '.parvis/parvis.sqlite'),
    organisations: optional(listOf(organisation), []),
    clones: optional(listOf(clone), []),
    registers: optional(registers, readOptions(registers, {})),
    /** Folder of the scorecards of governance. */
    scorecards: optional(text('the folder of the scorecards'), 'ggi'),
    packs: optional(texts('a list of rule packs'), ['lutece', 'open-source', 'publiccode']),
    /** What packs ask of their owner, by name: `parvis rules` lists them. */
    parameters: optional(mapOf(parameterValue), {}),
    language: optional(choice(LANGUAGES)),
    promise: optional(promiseIn(languages)),
    /** What is meant to be reached, figure by figure; the steering board and reports stand against it. */
    targets: optional(targetsReader(), []),
    calendar: optional(calendarReader, FRENCH_CALENDAR),
    publish: optional(publishing, readOptions(publishing, {})),
    site: optional(site, readOptions(site, {})),
  })
}

const file = fileIn(LANGUAGES)

/** Languages that a file says its site is in; both where it says none that we know, which reading it then tells. */
function languagesSaid(value: unknown): readonly Language[] {
  const site = isMapping(value) ? value.site : undefined
  const said: unknown = isMapping(site) ? site.languages : undefined
  const known = Array.isArray(said) ? LANGUAGES.filter((language) => said.includes(language)) : []
  return known.length === 0 ? LANGUAGES : known
}

/** For editors. */
export function configSchema(): OptionSchema {
  return file.schema()
}

type Read<R> = R extends { read(...args: never[]): infer Value | undefined } ? NonNullable<Value> : never
type File = Omit<Read<typeof file>, 'parameters'> & Pick<Config, 'parameters'>
export type OrganisationConfig = Read<typeof organisation>
/** An organisation that no configuration tells of, on the default server. */
export function unconfigured(name: string): OrganisationConfig {
  return readOptions(organisation, { name })
}

/** The organisation of an owner; one that is not configured is looked for on the default server. */
export function organisationOf(owner: string, { organisations }: Pick<Config, 'organisations'>): OrganisationConfig {
  const configured = organisations.find(({ name }) => name.toLowerCase() === owner.toLowerCase())
  return configured ?? unconfigured(owner)
}

/** What `parvis.yaml` says, with every path absolute. */
export interface Config {
  /** The file; null when there is none and the defaults stand. */
  readonly file: string | null
  /** Folder that paths of the file are relative to. */
  readonly folder: string
  readonly database: string
  /** Where the key of the pseudonyms is kept: beside the configuration, outside the database. */
  readonly secretFile: string
  readonly organisations: readonly OrganisationConfig[]
  readonly clones: readonly Read<typeof clone>[]
  readonly registers: readonly { readonly id: string; readonly file: string }[]
  /** Folder of the scorecards of governance; it need not be there. */
  readonly scorecards: string
  /** Where packs that are named by their path are read; left out for the disk, at `folder`. */
  readonly packSource?: { readonly folder: string; readonly files: Files; close(): Promise<void> }
  readonly packs: readonly string[]
  readonly parameters: Readonly<Record<string, GivenParameter>>
  readonly language: Language | undefined
  readonly promise: File['promise']
  readonly targets: readonly Target[]
  readonly calendar: CalendarOptions
  readonly publish: File['publish']
  readonly site: SiteConfig
}

interface Lookup {
  readonly cwd: string
  /** From `--config`. */
  readonly file?: string | undefined
  /** From `--db`. */
  readonly database?: string | undefined
  /** Do without a file, wherever one lies. */
  readonly isBare?: boolean
}

/** The configuration that stands for a folder: the named file, else the nearest `parvis.yaml` upward, else defaults. */
export async function loadConfig({ cwd, file: named, database, isBare }: Lookup): Promise<Config> {
  const path = isBare === true ? null : named === undefined ? findUpward(cwd) : resolve(cwd, named)
  if (named !== undefined && !existsSync(path ?? named)) {
    throw new UsageFailure('config-missing', `there is no configuration at ${named}.`, {
      hint: `Write one that names your organisations:\n\n    organisations:\n      - name: my-organisation\n`,
    })
  }
  const read =
    path === null ? { ...readOptions(file, {}), parameters: {} } : await readText(path, readFileSync(path, 'utf8'))
  const folder = path === null ? cwd : dirname(path)
  return {
    file: path,
    folder,
    database: database === undefined ? resolve(folder, read.database) : resolve(cwd, database),
    secretFile: join(folder, '.parvis', 'secret'),
    organisations: read.organisations,
    clones: read.clones.map((one) => ({ ...one, path: resolve(folder, one.path) })),
    registers: Object.entries(read.registers).flatMap(([id, path]) =>
      path === undefined ? [] : [{ id, file: resolve(folder, path) }],
    ),
    scorecards: resolve(folder, read.scorecards),
    packs: read.packs,
    parameters: read.parameters,
    language: read.language,
    promise: read.promise,
    targets: read.targets,
    calendar: read.calendar,
    publish: read.publish,
    site: read.site,
  }
}

function findUpward(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME)
    // A pipe of that name would be waited for.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path
    if (folder === dirname(folder)) return null
  }
}

/** What a `parvis.yaml` of the judging side decides about judging. Paths among packs are those of its own folder. */
export async function judgingKeys(
  path: string,
  content: string,
): Promise<Pick<Config, 'packs' | 'parameters' | 'promise' | 'language'>> {
  const { packs, parameters, promise, language } = await readText(path, content)
  return { packs, parameters, promise, language }
}

/** Where keys below `above` stand in a configuration that was read before, for what is found wrong with them later. */
export async function keyPlaces(path: string, above: readonly string[]) {
  const document = await openYaml(path, readFileSync(path, 'utf8'))
  return (keys: readonly string[]) => ({ file: path, ...document.locate([...above, ...keys], 'value') })
}

async function readText(path: string, content: string): Promise<File> {
  const document = await openYaml(path, content)
  if (document.problems.length > 0) {
    throw new UsageFailure('config-malformed', `${path} is not YAML.`, { details: document.problems })
  }
  try {
    const read = readOptions(fileIn(languagesSaid(document.value)), document.value)
    const parameters = Object.entries(read.parameters).map(([name, value]) => {
      return [name, { value, place: { file: path, ...document.locate(['parameters', name], 'key') } }] as const
    })
    return { ...read, parameters: Object.fromEntries(parameters) }
  } catch (error) {
    if (!(error instanceof OptionsFailure)) throw error
    const details = error.problems.map(({ path: keys, at, message }) => ({
      file: path,
      ...document.locate(keys, at),
      message: keys.length === 0 ? message : `${keys.join('.')}: ${message}`,
    }))
    throw new UsageFailure('config-invalid', `${path} does not say what Parvis can read.`, { details })
  }
}

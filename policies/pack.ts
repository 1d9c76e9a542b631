import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { type Checklist, lostWays } from './checklist.ts'
import { CHECKS, CLASSIFIERS } from './checks/registry.ts'
import { type KeyPath, type OptionProblem, OptionsFailure, type Reader } from './options.ts'
import { CHECKLIST, FAMILY, MANIFEST, type Manifest, type Override, type WrittenRule } from './pack-format.ts'
import { fillClassifier, fillRule, sealed, unfilledPlace } from './pack-parameters.ts'
import type { Parameter, Parameters } from './parameters.ts'
import { takeProse, unusedProse } from './prose.ts'
import type { NamedClassifier, Rule, RulePack } from './rule.ts'
import { openYaml } from './yaml-document.ts'

/** A file of a pack's folder, already read by somebody who may. */
export interface PackFile {
  /** As it should stand in messages; its last part is the name that counts. */
  readonly path: string
  readonly text: string
}

export interface PackContext {
  /** Packs that `extends` may name. */
  readonly packs: readonly RulePack[]
  /** For names in `extends` that are none of those: a path or a package, seen from the manifest. */
  readonly resolve?: (name: string, from: string) => Promise<RulePack | PackNotFound>
  /** Whether every text must be there in every language: so for what we publish, not for a pack of one's own. */
  readonly bilingual?: boolean
}

export interface PackNotFound {
  /** Why nothing can be had by that name: a sentence. */
  readonly problem: string
}

type Family = RulePack['families'][number]
type Complain = (path: KeyPath, message: string, at?: 'key' | 'value') => void

/** What is being read, and everything found wrong with it so far. */
interface Reading extends PackContext {
  readonly files: readonly PackFile[]
  readonly problems: UsageDetail[]
}

/**
 * Reads a pack: a manifest (`pack.yaml`, or the only YAML file there is), `<family>.yaml` and `<code>.<language>.md`.
 * Throws one `UsageFailure` (`pack-invalid`) with every problem of every file.
 */
export async function loadPack(files: readonly PackFile[], context: PackContext): Promise<RulePack> {
  const reading: Reading = { ...context, files, problems: [] }
  const yamls = files.filter(({ path }) => /\.ya?ml$/u.test(path))
  const file = yamls.find(({ path }) => stem(path) === 'pack') ?? yamls[0]
  if (file === undefined) {
    throw new UsageFailure('pack-invalid', 'A pack needs a pack.yaml.', { hint: 'Write one: id, title, policy.' })
  }
  const opened = await readYaml(file, MANIFEST, reading)
  const pack = opened && (await resolve(opened.value, { ...opened, reading, manifest: file, yamls }))
  if (pack === undefined || reading.problems.length > 0) {
    throw new UsageFailure('pack-invalid', `The rule pack ${file.path} cannot be used.`, { details: reading.problems })
  }
  return sealed(pack)
}

async function resolve(
  manifest: Manifest,
  own: { reading: Reading; complain: Complain; isWhole: boolean; manifest: PackFile; yamls: readonly PackFile[] },
): Promise<Omit<RulePack, 'digest'>> {
  const { reading, complain } = own
  const bases = await resolveBases(manifest, own)
  const parameters = parametersOf(manifest, { bases, complain })
  const inherited = bases.flatMap((base) => base.families)
  const families = [...inherited, ...(await readFamilies(manifest, { ...own, inherited, parameters }))]
  complainOfStrangers(manifest, own)
  // Pages of a family that could not be read would be named for a fault that is not theirs.
  const isWhole = manifest.families.every(
    (named) => typeof named !== 'string' || families.some((family) => family.id === named),
  )
  const rules = families.flatMap((family) => family.rules)
  if (isWhole)
    reading.problems.push(
      ...unusedProse(
        reading.files,
        rules.map((rule) => rule.code),
      ),
    )
  complainOfWaivers(manifest, { rules, complain })
  const { id, title, policy, waivers } = manifest
  return {
    id,
    title,
    policy,
    classifier: classifierOf(manifest, { bases, parameters, complain }),
    parameters,
    families: override(families, { manifest, parameters, complain }),
    checklists: await readChecklists(manifest, { ...own, bases }),
    waivers: [...bases.flatMap((base) => base.waivers), ...waivers],
  }
}

async function resolveBases(
  manifest: Manifest,
  { reading, complain, manifest: file }: { reading: Reading; complain: Complain; manifest: PackFile },
): Promise<readonly RulePack[]> {
  const bases: RulePack[] = []
  for (const [index, name] of manifest.extends.entries()) {
    const ids = reading.packs.map((pack) => pack.id)
    const notThere = { problem: unknown('pack', name, ids) }
    const base =
      reading.packs.find((pack) => pack.id === name) ?? (await reading.resolve?.(name, file.path)) ?? notThere
    if ('problem' in base) complain(['extends', index], base.problem)
    else bases.push(base)
  }
  return bases
}

/** Those of the packs that this one extends, with other values where it says so, and its own. */
function parametersOf(
  manifest: Manifest,
  { bases, complain }: { bases: readonly RulePack[]; complain: Complain },
): Parameters {
  const inherited: Parameters = Object.assign({}, ...bases.map((base) => base.parameters))
  const own = Object.entries(manifest.parameters).flatMap(([name, { title, value }]): [string, Parameter][] => {
    const base = inherited[name]
    if (!/^[A-Za-z][A-Za-z\d]*$/u.test(name))
      complain(['parameters', name], 'expected a name in letters and digits.', 'key')
    if (base !== undefined) return [[name, { title: title ?? base.title, value }]]
    if (title !== undefined) return [[name, { title, value }]]
    const more = suggestion(name, Object.keys(inherited))
    complain(
      ['parameters', name],
      `no pack that this one extends has a parameter "${name}".${more} A new one needs title and value.`,
      'key',
    )
    return []
  })
  return { ...inherited, ...Object.fromEntries(own) }
}

/** A family with holes is named for its holes; judging the rest of it would name them twice. */
async function readFamilies(
  manifest: Manifest,
  own: {
    reading: Reading
    complain: Complain
    isWhole: boolean
    manifest: PackFile
    yamls: readonly PackFile[]
    inherited: readonly Family[]
    parameters: Parameters
  },
): Promise<readonly Family[]> {
  const candidates = own.yamls.filter((yaml) => yaml !== own.manifest)
  const families: Family[] = []
  for (const [index, named] of manifest.families.entries()) {
    const taken = [...own.inherited, ...families].flatMap((family) => family.rules)
    const setting = { reading: own.reading, taken, parameters: own.parameters }
    if (typeof named !== 'string') {
      if (!own.isWhole) continue
      const complain: Complain = (path, message, at) => own.complain(['families', index, ...path], message, at)
      families.push({ id: named.id, title: named.title, rules: readRules(named.rules, { ...setting, complain }) })
      continue
    }
    const file = candidates.find((yaml) => stem(yaml.path) === named)
    if (file === undefined) {
      const names = candidates.map((yaml) => stem(yaml.path))
      own.complain(['families', index], `there is no ${named}.yaml.${suggestion(named, names)}`)
      continue
    }
    const opened = await readYaml(file, FAMILY, own.reading)
    if (opened === undefined || !opened.isWhole) continue
    const { value, complain } = opened
    families.push({ id: named, title: value.title, rules: readRules(value.rules, { ...setting, complain }) })
  }
  return families
}

/** Those of the packs that this one extends and its own, which stand in place of one of the same name. */
async function readChecklists(
  { checklists }: Manifest,
  own: { reading: Reading; complain: Complain; yamls: readonly PackFile[]; bases: readonly RulePack[] },
): Promise<readonly Checklist[]> {
  const read = new Map(own.bases.flatMap((base) => base.checklists.map((one) => [one.id, one] as const)))
  for (const [index, id] of checklists.entries()) {
    const file = own.yamls.find((yaml) => stem(yaml.path) === id)
    if (file === undefined) own.complain(['checklists', index], `there is no ${id}.yaml.`)
    const opened = file && (await readYaml(file, CHECKLIST, own.reading))
    if (!opened?.isWhole) continue
    lostWays(opened.value, opened.complain)
    read.set(id, { id, ...opened.value })
  }
  return [...read.values()]
}

function readRules(
  written: readonly WrittenRule[],
  own: { reading: Reading; taken: readonly Rule[]; parameters: Parameters; complain: Complain },
): readonly Rule[] {
  const { reading, taken, parameters, complain } = own
  return written.map((one, index): Rule => {
    const earlier = [...taken, ...written.slice(0, index)]
    for (const key of ['id', 'code'] as const) {
      const isTaken = earlier.some((rule) => rule[key] === one[key])
      if (isTaken) complain(['rules', index, key], `"${one[key]}" names another rule already.`)
    }
    const prose =
      one.prose ?? pageOf(one.code, { reading, complain: (text) => complain(['rules', index, 'code'], text) })
    const { rule, unfilled } = fillRule({ ...one, prose }, parameters)
    for (const place of unfilled) complain(['rules', index, ...place.path], unfilledPlace(place, parameters))
    const check = CHECKS.find(({ id }) => id === rule.check)
    const ids = CHECKS.map(({ id }) => id)
    if (check === undefined) complain(['rules', index, 'check'], unknown('check', rule.check, ids))
    else if (unfilled.length === 0) tryOptions(() => check.options(rule.options), ['rules', index, 'options'], complain)
    return rule
  })
}

function pageOf(code: string, { reading, complain }: { reading: Reading; complain: (message: string) => void }) {
  const { prose, missing, problems } = takeProse(code, reading)
  for (const name of missing) complain(`there is no ${name}.`)
  reading.problems.push(...problems)
  return prose
}

/** Rules as the pack wants them: another gravity, other options, another scope, other parameters, or none. */
function override(
  families: readonly Family[],
  { manifest, parameters, complain }: { manifest: Manifest; parameters: Parameters; complain: Complain },
): readonly Family[] {
  const rules = families.flatMap((family) => family.rules)
  const wanted = new Map<Rule, { readonly key: string; readonly override: Override }>()
  for (const [key, one] of Object.entries(manifest.rules)) {
    const rule = rules.find((known) => known.code === key || known.id === key)
    if (rule === undefined) complain(['rules', key], unknown('rule', key, namesOf(rules)), 'key')
    else wanted.set(rule, { key, override: one })
  }
  const changed = (rule: Rule): readonly Rule[] => {
    const change = wanted.get(rule)
    if (change?.override.off) return []
    const { rule: filled, unfilled } = fillRule(rewritten(rule, change?.override), parameters)
    // What is wrong with a rule as its own pack has it was said there.
    if (change === undefined) return [filled]
    for (const place of unfilled) complain(['rules', change.key, ...place.path], unfilledPlace(place, parameters))
    const check = CHECKS.find((known) => known.id === rule.check)
    if (check !== undefined && unfilled.length === 0) {
      tryOptions(() => check.options(filled.options), ['rules', change.key, 'options'], complain)
    }
    return [filled]
  }
  return families
    .map((family) => ({ ...family, rules: family.rules.flatMap(changed) }))
    .filter((family) => family.rules.length > 0)
}

function rewritten(rule: Rule, change: Override | undefined): Rule {
  const { template, ...plain } = rule
  const written: Rule = { ...plain, ...template }
  if (change === undefined) return template === undefined ? rule : written
  const { options: given, severity = rule.severity, when = written.when } = change
  // Who says one gravity for a rule means it everywhere.
  const grades = change.severity === undefined ? written.grades : []
  return { ...written, options: { ...asMapping(written.options), ...asMapping(given) }, severity, grades, when }
}

function complainOfStrangers(
  { families, checklists }: Manifest,
  { reading, manifest, yamls }: { reading: Reading; manifest: PackFile; yamls: readonly PackFile[] },
): void {
  for (const { path } of yamls) {
    if (path === manifest.path || [...families, ...checklists].includes(stem(path))) continue
    reading.problems.push({ message: `"families" of ${manifest.path} does not list "${stem(path)}".`, file: path })
  }
}

function complainOfWaivers(
  { waivers }: Manifest,
  { rules, complain }: { rules: readonly Rule[]; complain: Complain },
): void {
  const names = namesOf(rules)
  for (const [index, { rule }] of waivers.entries()) {
    if (!names.includes(rule)) complain(['waivers', index, 'rule'], unknown('rule', rule, names))
  }
}

function classifierOf(
  { classifier }: Manifest,
  { bases, parameters, complain }: { bases: readonly RulePack[]; parameters: Parameters; complain: Complain },
): NamedClassifier | null {
  const named = classifier ?? bases.find((base) => base.classifier !== null)?.classifier
  if (named === undefined || named === null) return null
  const known = CLASSIFIERS.find((one) => one.id === named.id)
  const ids = CLASSIFIERS.map((one) => one.id)
  if (known === undefined) complain(['classifier', 'id'], unknown('classifier', named.id, ids))
  const { classifier: filled, unfilled } = fillClassifier(named, parameters)
  for (const place of unfilled) complain(['classifier', ...place.path], unfilledPlace(place, parameters))
  if (unfilled.length === 0) tryOptions(() => known?.options(filled.options), ['classifier', 'options'], complain)
  return filled
}

async function readYaml<Value>(file: PackFile, reader: Reader<Value>, { problems }: Reading) {
  const document = await openYaml(file.path, file.text)
  if (document.problems.length > 0) {
    problems.push(...document.problems)
    return undefined
  }
  const complain: Complain = (path, message, at = 'value') => {
    problems.push({ message, file: file.path, ...document.locate(path, at) })
  }
  const found: OptionProblem[] = []
  const value = reader.read(document.value, [], found)
  for (const problem of found) complain(problem.path, problem.message, problem.at)
  return value === undefined ? undefined : { value, complain, isWhole: found.length === 0 }
}

function tryOptions(read: () => unknown, path: KeyPath, complain: Complain): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof OptionsFailure)) throw error
    for (const problem of error.problems) complain([...path, ...problem.path], problem.message, problem.at)
  }
}

function unknown(what: string, word: string, known: readonly string[]): string {
  return `unknown ${what} "${word}".${suggestion(word, known)}`
}

function namesOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => [rule.code, rule.id])
}

function asMapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Name of a YAML file without folder and ending. */
function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/u, '')
}

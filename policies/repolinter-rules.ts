import { compileJsonSchema } from '#data/facts/json-schema.ts'
import { linearPattern } from '#data/facts/linear-pattern.ts'
import { DIGEST_ALGORITHMS } from '#data/facts/shapes/digest.ts'
import { isMapping } from './options.ts'
import { areLiteral, compileShellGlobs } from './shell-globs.ts'

type Mapping = Readonly<Record<string, unknown>>

/** Thrown with the reason why a piece of a ruleset has no place in a pack. */
export class Unsupported extends Error {}

interface Made {
  readonly check?: string
  readonly options: Mapping
  /** What goes otherwise than there. */
  readonly explained?: readonly string[]
}

const elsewhere = (hint: string) => (): Made => {
  throw new Unsupported(hint)
}

/** Every rule of repolinter 0.12.0, and the one that its branch has beyond. */
export const RULES: Readonly<Record<string, (options: Mapping) => Made>> = {
  'file-existence': (options) => present(options, options.dirs === true),
  'directory-existence': (options) => present(options, true),
  'file-not-exists': (options) => ({
    options: { ...globsOf(options, { key: 'globsAll', meansPaths: true }), expect: 'absent' },
  }),
  'file-type-exclusion': (options) => ({
    options: { ...globsOf(options, { key: 'type' }), of: 'both', expect: 'absent' },
  }),
  'file-contents': (options) => contents(options, 'holds'),
  'any-file-contents': (options) => {
    const { options: made, ...rest } = contents(options, 'holds')
    return { ...rest, options: { ...made, isOneEnough: true } }
  },
  'file-not-contents': (options) => contents(options, 'lacks'),
  'file-starts-with': startsWith,
  'large-file': (options) => ({
    options: {
      ...globsOf(options, { key: 'globsAll' }),
      ...{ expect: 'judged', mostBytes: options.size, failsOnNone: options['fail-on-non-existent'] === true },
    },
  }),
  'file-hash': (options) => ({
    check: 'file-hash',
    options: {
      ...globsOf(options, { key: 'globsAny' }),
      ...{ ...algorithmOf(options), equals: options.hash, failsOnNone: options['succeed-on-non-existent'] !== true },
    },
  }),
  'file-hashes-not-exist': (options) => ({
    check: 'file-hash',
    options: { ...globsOf(options, { key: 'globsAll' }), ...algorithmOf(options), noneOf: options.hashes },
  }),
  'file-no-broken-links': elsewhere('it asks the network, and a check asks nothing but the tree.'),
  'git-grep-commits': elsewhere('it searches the contents of all commits, and a check sees one tree.'),
  'git-grep-log': elsewhere('it searches the messages of all commits, which nobody keeps here.'),
  'git-list-tree': elsewhere('it searches the names of all commits; for the tree at hand write file-absent.'),
  'git-working-tree': (options) => ({ check: 'under-git', options: { allowsFolder: options.allowSubDir === true } }),
  'json-schema-passes': (options) => {
    compileJsonSchema(options.schema)
    const failsOnNone = options['succeed-on-non-existent'] !== true
    return {
      check: 'data-schema',
      options: { ...globsOf(options, { key: 'glob' }), schema: options.schema, isFirstAlone: true, failsOnNone },
    }
  },
  'license-detectable-by-licensee': () => ({
    check: 'license-recognised',
    options: { paths: LICENSE_PATHS, sources: [], marks: ['copyright'], statedFrom: 1 },
    explained: [
      'its texts are compared with those known here, without licensee, which also reads README and manifests.',
    ],
  }),
  'best-practices-badge-present': (options) => {
    if (options.minPercentage !== undefined) throw new Unsupported('its option "minPercentage" asks the network.')
    return contents({ globsAll: ['README*'], nocase: true, ...BADGE, 'fail-on-non-existent': true }, 'holds')
  },
  'apache-notice': () => present({ globsAny: ['NOTICE*'] }, false),
}

const LICENSE_PATHS = ['{licence,license,copying,unlicense}{,.*,-*}', '*-{licence,license}{,.*}']

const BADGE = {
  content: 'https://bestpractices\\.coreinfrastructure\\.org(/\\w+)?/projects/\\d+',
  flags: 'i',
  'human-readable-content': 'Best Practices Badge',
}

function algorithmOf({ algorithm }: Mapping): Mapping {
  if (algorithm === undefined) return {}
  if (DIGEST_ALGORITHMS.some((one) => one === algorithm)) return { algorithm }
  throw new Unsupported(`its algorithm "${String(algorithm)}" has no counterpart.`)
}

function present(options: Mapping, meansFolders: boolean): Made {
  const made = globsOf(options, { key: 'globsAny', meansPaths: true })
  return { options: { ...made, ...(meansFolders && { of: 'both' }), expect: 'present' } }
}

interface GlobKey {
  readonly key: string
  /** Whether a list without any star is looked up on the disk, as there: in its very case, folders too. */
  readonly meansPaths?: boolean
}

function globsOf(options: Mapping, { key, meansPaths = false }: GlobKey): Mapping {
  const given = options[key] ?? options.files ?? options.directories
  const globs = typeof given === 'string' ? [given] : texts(given)
  if (globs.length === 0) throw new Unsupported(`its option "${key}" names no file.`)
  compileShellGlobs(globs)
  if (areLiteral(globs)) return { globs, ...(meansPaths && { of: 'both' }) }
  return { globs, ...(options.nocase === true && { ignoresCase: true }) }
}

function contents(options: Mapping, key: 'holds' | 'lacks'): Made {
  const content = options.content
  const sources = typeof content === 'string' ? [content] : texts(options.contents)
  const form = options['human-readable-content']
  const showsContext = key === 'holds' && options['display-result-context'] === true
  return {
    options: {
      ...globsOf(options, { key: 'globsAll' }),
      ...{ expect: 'judged', ...patterns(sources, { key, flags: options.flags }) },
      ...(typeof form === 'string' && { form }),
      ...(options['fail-on-non-existent'] === true && { failsOnNone: true }),
    },
    explained: showsContext
      ? ['with "display-result-context" repolinter 0.12.0 passes whatever it finds; here the rule judges.']
      : [],
  }
}

function startsWith(options: Mapping): Made {
  const { 'skip-binary-files': skipsBinary, 'skip-paths-matching': skipped, lineCount, patterns: sources } = options
  const skips = isMapping(skipped) ? skipped : {}
  const extensions = texts(skips.extensions)
  const exceptPaths = [
    ...(extensions.length > 0 ? [`(?i).(?:${extensions.join('|')})$`] : []),
    ...texts(skips.patterns)
      .filter((one) => one !== '')
      .map((one) => `${inlineFlags(skips.flags)}${one}`),
  ]
  for (const source of exceptPaths) linearPattern(source)
  const form = options['human-readable-pattern']
  return {
    options: {
      ...globsOf(options, { key: 'globsAll' }),
      ...(exceptPaths.length > 0 && { exceptPaths }),
      ...{ expect: 'judged', firstLines: lineCount, failsOnNone: options['succeed-on-non-existent'] !== true },
      ...patterns(texts(sources), { key: 'holds', flags: options.flags }),
      ...(typeof form === 'string' && { form }),
      ...(skipsBinary === true && { skipsBinaries: true }),
    },
    explained:
      skipsBinary === true
        ? ['with "skip-binary-files" repolinter 0.12.0 leaves every file out and judges none; here binary ones alone.']
        : [],
  }
}

function inlineFlags(flags: unknown): string {
  const given = typeof flags === 'string' ? [...flags].filter((flag) => 'ims'.includes(flag)).join('') : ''
  return given === '' ? '' : `(?${given})`
}

function patterns(
  sources: readonly string[],
  { key, flags }: { readonly key: 'holds' | 'lacks'; readonly flags: unknown },
): Mapping {
  const given = typeof flags === 'string' ? flags : ''
  const strange = [...given].find((flag) => !'gimsu'.includes(flag))
  if (strange !== undefined) throw new Unsupported(`its flag "${strange}" has no counterpart.`)
  if (sources.length === 0) throw new Unsupported('it has no pattern.')
  const written = sources.map((source) => (given.includes('s') ? `(?s)${source}` : source))
  for (const source of written) linearPattern(source)
  return {
    [key]: written,
    ...(given.includes('i') && { isCaseExact: false }),
    ...(given.includes('m') && { isByLine: true }),
  }
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

import { linearPattern } from '#data/facts/linear-pattern.ts'
import { SOURCE_LANGUAGES } from './languages.ts'
import { isMapping } from './options.ts'
import { compileShellGlobs } from './shell-globs.ts'

/** What became of a ruleset of repolinter: a pack in the format of our own, and what has no place in it. */
export interface ImportedRuleset {
  readonly pack: Readonly<Record<string, unknown>>
  /** A sentence for each piece: `rule "x": git-grep-log has no counterpart`. */
  readonly unsupported: readonly string[]
}

type Mapping = Readonly<Record<string, unknown>>

interface Written {
  readonly name: string
  readonly level: string
  readonly type: string
  readonly options: Mapping
  readonly where: readonly string[]
  readonly rule: Mapping
}

/**
 * Rules of a ruleset (version 2, or the older form by axiom), inherited ones merged already, as rules of a pack.
 * A rule of which any condition or option is not understood is left out whole and named: half of it would be another.
 */
export function importRepolinter(ruleset: unknown, id: string): ImportedRuleset {
  const unsupported: string[] = []
  const written = isMapping(ruleset) ? rulesOf(ruleset) : []
  if (written.length === 0) unsupported.push('the ruleset: it has no rules.')
  const known = isMapping(ruleset) && isMapping(ruleset.axioms) ? Object.values(ruleset.axioms) : []
  for (const axiom of known) {
    if (axiom === 'language' || axiom === 'packager') continue
    unsupported.push(`axiom "${String(axiom)}": no rule can depend on it here.`)
  }
  const rules = written.flatMap((one, index) => {
    if (one.level === 'off') return []
    try {
      if (one.rule.fix !== undefined)
        unsupported.push(`rule "${one.name}": its fix is left out; the rule itself is there.`)
      return [ruleOf(one, index + 1)]
    } catch (error) {
      if (!(error instanceof Unsupported || error instanceof SyntaxError)) throw error
      unsupported.push(`rule "${one.name}" (${one.type}): ${error.message}`)
      return []
    }
  })
  const title = { fr: 'Règles importées de repolinter', en: 'Rules imported from repolinter' }
  const families = [{ id: 'imported', title, rules }]
  const policy = { title: 'repolinter 0.12.0', url: 'https://github.com/todogroup/repolinter' }
  return { pack: { id, title, policy, families }, unsupported }
}

class Unsupported extends Error {}

function rulesOf({ version, rules }: Mapping): readonly Written[] {
  if (!isMapping(rules)) return []
  if (version === 2) {
    return Object.entries(rules).flatMap(([name, one]) => {
      if (!isMapping(one)) return []
      const rule = isMapping(one.rule) ? one.rule : {}
      const options = isMapping(rule.options) ? rule.options : {}
      return [
        {
          name,
          level: String(one.level),
          type: String(rule.type),
          options,
          where: texts(one.where),
          rule: one,
        },
      ]
    })
  }
  // Rules by axiom, `all` for none, each `name:type: [level, options]`.
  return Object.entries(rules).flatMap(([axiom, group]) =>
    Object.entries(isMapping(group) ? group : {}).flatMap(([key, value]) => {
      const [name = key, type = name] = key.split(':')
      const [level, options] = Array.isArray(value) ? value : [value]
      const where = axiom === 'all' ? [] : [axiom]
      return [{ name, level: String(level), type, options: isMapping(options) ? options : {}, where, rule: {} }]
    }),
  )
}

function ruleOf(written: Written, number: number): Mapping {
  const { name, level, options, type, rule } = written
  const severity = LEVELS[level]
  if (severity === undefined) throw new Unsupported(`there is no level "${level}".`)
  const make = RULES[type]
  if (make === undefined) throw new Unsupported('repolinter 0.12.0 has no such rule.')
  const when = conditionOf(written.where)
  const made = make(options)
  const info = rule.policyInfo
  const url = rule.policyUrl
  const why = typeof info === 'string' ? info : `The ruleset asks for it: ${name}.`
  const failMessage = options['fail-message']
  const fix = typeof failMessage === 'string' ? failMessage : `See what the finding names (${type}).`
  return {
    id: `imported/${kebab(name)}`,
    code: `RL-${String(number).padStart(2, '0')}`,
    title: name.replaceAll('-', ' '),
    question: `Does "${name}" hold?`,
    ...{ check: 'shell-files', options: made, severity, effort: 'minutes' },
    ...(when && { when }),
    ...(typeof url === 'string' && { references: [{ title: name, url }] }),
    prose: { why, fix },
  }
}

const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning' }

const PACKAGERS: Readonly<Record<string, string>> = {
  ...{ maven: 'pom.xml', maven1: 'project.xml', npm: 'package.json', pypi: 'setup.py', nuget: '*.nuspec' },
  ...{ cocoapod: '*.podspec', cargo: 'Cargo.toml', rubygem: '*.gemspec', cran: 'DESCRIPTION', cpan: 'Makefile.PL' },
  ...{ pear: 'package.xml', ivy: 'ivy.xml', gradle: 'build.gradle' },
}
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { 'c++': 'cpp', 'c#': 'csharp' }

/** All conditions must hold: at most one of each sort can be said. */
function conditionOf(where: readonly string[]): Mapping | undefined {
  const condition: Record<string, readonly string[]> = {}
  for (const one of where) {
    const [axiom, value = ''] = one.split('=')
    const small = value.toLowerCase()
    const language = SOURCE_LANGUAGES.find((known) => known === (LANGUAGE_NAMES[small] ?? small))
    const glob = PACKAGERS[small]
    if (axiom === 'language' && language !== undefined && condition.language === undefined)
      condition.language = [language]
    else if (axiom === 'packager' && glob !== undefined && condition.files === undefined) condition.files = [glob]
    else throw new Unsupported(`the condition "${one}" cannot be asked here.`)
  }
  return where.length === 0 ? undefined : condition
}

const elsewhere = (hint: string) => () => {
  throw new Unsupported(hint)
}

/** Every rule of repolinter 0.12.0. */
const RULES: Readonly<Record<string, (options: Mapping) => Mapping>> = {
  'file-existence': (options) => ({
    ...globsOf(options, 'globsAny'),
    ...(options.dirs === true && { of: 'both' }),
    expect: 'present',
  }),
  'directory-existence': (options) => ({ ...globsOf(options, 'globsAny'), of: 'both', expect: 'present' }),
  'file-not-exists': (options) => ({ ...globsOf(options, 'globsAll'), expect: 'absent' }),
  'file-type-exclusion': (options) => ({ ...globsOf(options, 'type'), of: 'both', expect: 'absent' }),
  'file-contents': (options) => contents(options, 'holds'),
  'any-file-contents': elsewhere('write it with the check text-holds, which asks that one file hold a text.'),
  'file-not-contents': (options) => contents(options, 'lacks'),
  'file-starts-with': startsWith,
  'large-file': (options) => ({
    ...globsOf(options, 'globsAll'),
    ...{ expect: 'judged', mostBytes: options.size, failsOnNone: options['fail-on-non-existent'] !== true },
  }),
  'file-hash': elsewhere('no check compares a hash; a text that must not change is better asked for with text-holds.'),
  'file-hashes-not-exist': elsewhere('no check compares hashes.'),
  'file-no-broken-links': elsewhere('it asks the network, and a check asks nothing but the tree.'),
  'git-grep-commits': elsewhere('it searches the contents of all commits, and a check sees one tree.'),
  'git-grep-log': elsewhere('it searches the messages of all commits, and a check sees one tree.'),
  'git-list-tree': elsewhere('it searches the names of all commits; for the tree at hand write file-absent.'),
  'git-working-tree': elsewhere('parvis judges any tree, in git or not.'),
  'json-schema-passes': elsewhere('write what matters with the check data-values.'),
  'license-detectable-by-licensee': elsewhere(
    'the pack open-source recognises the licence: add extends: [open-source].',
  ),
  'best-practices-badge-present': elsewhere('write it with the check text-holds on the README.'),
  'apache-notice': elsewhere('write it with file-count and text-holds on NOTICE.'),
}

function globsOf(options: Mapping, key: string): Mapping {
  const given = options[key] ?? options.files ?? options.directories
  const globs = typeof given === 'string' ? [given] : texts(given)
  if (globs.length === 0) throw new Unsupported(`its option "${key}" names no file.`)
  compileShellGlobs(globs)
  return { globs, ...(options.nocase === true && { ignoresCase: true }) }
}

function contents(options: Mapping, key: 'holds' | 'lacks'): Mapping {
  const content = options.content
  const sources = typeof content === 'string' ? [content] : texts(options.contents)
  const form = options['human-readable-content']
  return {
    ...globsOf(options, 'globsAll'),
    ...{ expect: 'judged', ...patterns(sources, { key, flags: options.flags }) },
    ...(typeof form === 'string' && { form }),
    ...(options['fail-on-non-existent'] === true && { failsOnNone: true }),
  }
}

function startsWith(options: Mapping): Mapping {
  const { 'skip-binary-files': skipsBinary, 'skip-paths-matching': skipped, lineCount, patterns: sources } = options
  // There, this option takes every file away and not only the binary ones: the rule would never have judged any.
  if (skipsBinary === true) throw new Unsupported('its option "skip-binary-files" has no counterpart.')
  const skips = isMapping(skipped) ? skipped : {}
  if (texts(skips.patterns).length > 0)
    throw new Unsupported('its option "skip-paths-matching.patterns" has no counterpart.')
  const own = globsOf(options, 'globsAll')
  const form = options['human-readable-pattern']
  return {
    ...own,
    globs: [...texts(own.globs), ...texts(skips.extensions).map((ending) => `!**/*.${ending}`)],
    ...{ expect: 'judged', firstLines: lineCount, failsOnNone: options['succeed-on-non-existent'] !== true },
    ...patterns(texts(sources), { key: 'holds', flags: options.flags }),
    ...(typeof form === 'string' && { form }),
  }
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

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

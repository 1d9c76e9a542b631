import { isMapping } from './options.ts'
import { AXIOMS, axiomsOf, conditionOf } from './repolinter-conditions.ts'
import { RULES, texts, Unsupported } from './repolinter-rules.ts'

/** What became of a ruleset of repolinter: a pack in the format of our own, and what has no place in it. */
export interface ImportedRuleset {
  readonly pack: Readonly<Record<string, unknown>>
  /** A sentence for each piece: `rule "x": git-grep-log has no counterpart`. */
  readonly unsupported: readonly string[]
  /** A sentence for each rule that judges otherwise than there: `rule "x": …`. */
  readonly explained: readonly string[]
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
  const differing: string[] = []
  const written = isMapping(ruleset) ? rulesOf(ruleset) : []
  if (written.length === 0) unsupported.push('the ruleset: it has no rules.')
  const axioms = isMapping(ruleset) ? axiomsOf(ruleset.axioms) : new Map<string, string>()
  for (const [name, axiom] of axioms) {
    if (AXIOMS.has(axiom)) continue
    unsupported.push(`axiom "${name}" (${axiom}): no rule can depend on it here.`)
  }
  const rules = written.flatMap((one, index) => {
    if (one.level === 'off') return []
    try {
      if (one.rule.fix !== undefined)
        unsupported.push(`rule "${one.name}": its fix is left out; the rule itself is there.`)
      const { made, explained } = ruleOf(one, { number: index + 1, axioms })
      differing.push(...explained.map((each) => `rule "${one.name}": ${each}`))
      return [made]
    } catch (error) {
      if (!(error instanceof Unsupported || error instanceof SyntaxError)) throw error
      unsupported.push(`rule "${one.name}" (${one.type}): ${error.message}`)
      return []
    }
  })
  const title = { fr: 'Règles importées de repolinter', en: 'Rules imported from repolinter' }
  const families = [{ id: 'imported', title, rules }]
  const policy = { title: 'repolinter 0.12.0', url: 'https://github.com/todogroup/repolinter' }
  return { pack: { id, title, policy, families }, unsupported, explained: differing }
}

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

interface Place {
  readonly number: number
  readonly axioms: ReadonlyMap<string, string>
}

function ruleOf(written: Written, { number, axioms }: Place) {
  const { name, level, options, type, rule } = written
  const severity = LEVELS[level]
  if (severity === undefined) throw new Unsupported(`there is no level "${level}".`)
  const make = RULES[type]
  if (make === undefined) throw new Unsupported('repolinter 0.12.0 has no such rule.')
  const { when, licenses } = conditionOf(written.where, axioms)
  const { check = 'shell-files', options: judged, explained = [] } = make(options)
  if (licenses.length > 0 && check !== 'shell-files') {
    throw new Unsupported('it depends on the licence, which this rule cannot ask here.')
  }
  const info = rule.policyInfo
  const url = rule.policyUrl
  const why = typeof info === 'string' ? info : `The ruleset asks for it: ${name}.`
  const failMessage = options['fail-message']
  const fix = typeof failMessage === 'string' ? failMessage : `See what the finding names (${type}).`
  const made = {
    id: `imported/${kebab(name)}`,
    code: `RL-${String(number).padStart(2, '0')}`,
    title: name.replaceAll('-', ' '),
    question: `Does "${name}" hold?`,
    ...{ check, options: { ...judged, ...(licenses.length > 0 && { licenses }) }, severity, effort: 'minutes' },
    ...(when && { when }),
    ...(typeof url === 'string' && { references: [{ title: name, url }] }),
    prose: { why, fix },
  }
  return { made, explained }
}

const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning' }

function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

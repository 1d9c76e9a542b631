import { join } from 'node:path'

interface Theirs {
  readonly results: readonly {
    readonly status: string
    readonly ruleInfo: { readonly name: string; readonly where: readonly string[] }
    readonly lintResult?: { readonly passed: boolean }
  }[]
}

export interface OurRules {
  readonly rules: readonly { readonly code: string; readonly title: { readonly en: string } }[]
}

interface Judged {
  readonly code: string
  readonly outcome: string
}

export interface Compared {
  readonly rule: string
  readonly theirs: string
  readonly ours: string
}

/** Where repolinter's own ruleset is in a folder that it is installed in. */
export const defaultRuleset = (home: string): string => join(home, 'node_modules/repolinter/rulesets/default.json')

/** What is given to Node to lint a checkout with the repolinter of a folder. */
export const repolinterOver = (home: string, checkout: string): readonly string[] => [
  join(home, 'node_modules/repolinter/bin/repolinter.js'),
  ...['lint', checkout, '--rulesetFile', defaultRuleset(home), '--format', 'json'],
]

/** The code that the imported pack gave to each of repolinter's rules, by its name in words. */
export const codesOf = ({ rules }: OurRules): ReadonlyMap<string, string> =>
  new Map(rules.map(({ code, title }) => [title.en, code]))

/** What both said of one checkout, rule by rule; `findings` are ours, and a rule without one passed. */
export function comparedOutcomes(
  answer: string,
  { codes, findings }: { readonly codes: ReadonlyMap<string, string>; readonly findings: readonly Judged[] },
): readonly Compared[] {
  const { results } = JSON.parse(answer.slice(answer.indexOf('{'))) as Theirs
  const outcomes = new Map(findings.map(({ code, outcome }) => [code, outcome]))
  return results.flatMap(({ status, ruleInfo, lintResult }) => {
    const code = codes.get(ruleInfo.name.replaceAll('-', ' '))
    // Whether a condition holds is decided by other means; what was not asked has no outcome to compare.
    if (code === undefined || status === 'IGNORED' || ruleInfo.where.length > 0) return []
    const theirs = lintResult?.passed === true ? 'pass' : 'fail'
    return [{ rule: ruleInfo.name, theirs, ours: outcomes.get(code) ?? 'pass' }]
  })
}

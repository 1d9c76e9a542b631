import { defineQuery, type NoParams } from '../query.ts'

export type OutcomeRow = {
  repository: string
  rule: string
  code: string
  pack: string
  outcome: string
  severity: string
  findings: number
  waived_until: string | null
}

export const siteOutcomes = defineQuery<NoParams, OutcomeRow>({
  id: 'site/outcomes',
  title: 'Outcome of each rule on each repository',
  of: 'export',
  sql: `
    SELECT repository, rule, code, pack, outcome, severity, findings, waived_until
    FROM lint_outcome WHERE outcome <> 'not-applicable' ORDER BY repository, code`,
})

export type FindingRow = {
  repository: string
  rule: string
  position: number
  message_id: string
  args: string
  path: string | null
  line: number | null
}

export const siteFindings = defineQuery<NoParams, FindingRow>({
  id: 'site/findings',
  title: 'First findings of each rule on each repository',
  of: 'export',
  sql: `
    SELECT repository, rule, position, message_id, args, path, line
    FROM lint_finding WHERE position <= 3 ORDER BY repository, rule, position`,
})

export type RuleTallyRow = {
  rule: string
  code: string
  kind: string
  held: number
  to_correct: number
  dated_exception: number
  not_checked: number
}

export const siteRuleTallies = defineQuery<NoParams, RuleTallyRow>({
  id: 'site/rule-tallies',
  title: 'How many repositories hold each rule, by kind',
  of: 'export',
  sql: `
    SELECT
      o.rule AS rule, o.code AS code, f.kind AS kind,
      SUM(CASE WHEN o.outcome = 'pass' THEN 1 ELSE 0 END) AS held,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NULL THEN 1 ELSE 0 END) AS to_correct,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NOT NULL THEN 1 ELSE 0 END) AS dated_exception,
      SUM(CASE WHEN o.outcome IN ('unknown', 'error') THEN 1 ELSE 0 END) AS not_checked
    FROM lint_outcome o
    JOIN conformity f ON f.repository = o.repository
    WHERE o.outcome <> 'not-applicable'
    GROUP BY o.rule, o.code, f.kind
    ORDER BY o.code, f.kind`,
})

export type LintPackRow = { pack: string; digest: string; as_of: string }

export const siteLintPacks = defineQuery<NoParams, LintPackRow>({
  id: 'site/lint-packs',
  title: 'Rule packs that the outcomes come from',
  of: 'export',
  sql: 'SELECT pack, digest, as_of FROM lint_pack ORDER BY pack',
})

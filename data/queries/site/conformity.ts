import { defineQuery, type RowOf } from '../query.ts'

export const siteOutcomes = defineQuery({
  id: 'site/outcomes',
  title: 'Outcome of each rule that does not hold on each repository',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    rule: 'text',
    code: 'text',
    pack: 'text',
    outcome: 'text',
    severity: 'text',
    findings: 'integer',
    waived_until: 'text?',
  },
  sql: `
    SELECT repository, rule, code, pack, outcome, severity, findings, waived_until
    FROM lint_outcome WHERE outcome NOT IN ('not-applicable', 'pass') ORDER BY repository, code`,
})

export const siteHeldRules = defineQuery({
  id: 'site/held-rules',
  title: 'Rules that hold on each repository, in one row: code, severity and id, parted by spaces',
  of: 'export',
  params: {},
  row: { repository: 'text', rules: 'text' },
  sql: `
    SELECT repository, string_agg(code || ' ' || severity || ' ' || rule, '|') AS rules
    FROM lint_outcome WHERE outcome = 'pass' GROUP BY repository ORDER BY repository`,
})

export type HeldRow = RowOf<typeof siteHeldRules>

export type OutcomeRow = RowOf<typeof siteOutcomes>

export const siteFindings = defineQuery({
  id: 'site/findings',
  title: 'First findings of each rule on each repository',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    rule: 'text',
    position: 'integer',
    message_id: 'text',
    args: 'text',
    path: 'text?',
    line: 'integer?',
  },
  sql: `
    SELECT repository, rule, position, message_id, args, path, line
    FROM lint_finding WHERE position <= 3 ORDER BY repository, rule, position`,
})

export type FindingRow = RowOf<typeof siteFindings>

export const siteRuleTallies = defineQuery({
  id: 'site/rule-tallies',
  title: 'How many repositories hold each rule, by kind',
  of: 'export',
  params: {},
  row: {
    rule: 'text',
    code: 'text',
    kind: 'text',
    held: 'integer',
    to_correct: 'integer',
    dated_exception: 'integer',
    not_checked: 'integer',
  },
  sql: `
    SELECT
      o.rule AS rule, o.code AS code, f.kind AS kind,
      SUM(CASE WHEN o.outcome = 'pass' THEN 1 ELSE 0 END) AS held,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NULL THEN 1 ELSE 0 END) AS to_correct,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NOT NULL THEN 1 ELSE 0 END) AS dated_exception,
      SUM(CASE WHEN o.outcome IN ('unknown', 'error') THEN 1 ELSE 0 END) AS not_checked
    FROM lint_outcome o
    JOIN conformity f ON f.repository = o.repository AND f.is_counted = 1
    WHERE o.outcome <> 'not-applicable'
    GROUP BY o.rule, o.code, f.kind
    ORDER BY o.code, f.kind`,
})

export type RuleTallyRow = RowOf<typeof siteRuleTallies>

export const siteLintPacks = defineQuery({
  id: 'site/lint-packs',
  title: 'Rule packs that the outcomes come from',
  of: 'export',
  params: {},
  row: { pack: 'text', digest: 'text', as_of: 'text' },
  sql: 'SELECT pack, digest, as_of FROM lint_pack ORDER BY pack',
})

export type LintPackRow = RowOf<typeof siteLintPacks>

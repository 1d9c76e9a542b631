import { defineQuery } from './query.ts'

export const lintOutcomes = defineQuery({
  id: 'lint/outcomes',
  title: 'What each rule last said of each repository; empty owner and name mean all',
  params: { owner: 'text', name: 'text' },
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    rule: 'text',
    code: 'text',
    pack: 'text',
    outcome: 'text',
    severity: 'text',
    findings: 'integer',
    open_findings: 'integer',
    waived_until: 'text?',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, o.rule, o.code, o.pack, o.outcome, o.severity,
      COUNT(f.position) AS findings,
      COUNT(CASE WHEN f.waiver_until IS NULL THEN f.position END) AS open_findings,
      MIN(f.waiver_until) AS waived_until
    FROM lint_subject s
    JOIN repository r ON r.id = s.repository
    JOIN lint_outcome o ON o.lint_subject = s.id
    LEFT JOIN lint_finding f ON f.lint_subject = o.lint_subject AND f.rule = o.rule
    WHERE s.superseded_by IS NULL AND r.gone_at IS NULL
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:name = '' OR lower(r.name) = lower(:name))
    GROUP BY r.server, r.owner, r.name, o.rule, o.code, o.pack, o.outcome, o.severity
    ORDER BY r.server, lower(r.owner), lower(r.name), o.code, o.rule`,
})

import { defineQuery } from './query.ts'

export const lintConformity = defineQuery({
  id: 'lint/conformity',
  title: 'What the linter last said of each repository, in counts of rules',
  params: {},
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    kind: 'text',
    line: 'text?',
    coverage: 'text',
    held: 'integer',
    to_correct: 'integer',
    dated_exception: 'integer',
    not_checked: 'integer',
    as_of: 'text',
  },
  sql: `
    WITH standing AS (
      SELECT o.lint_subject, o.rule, o.outcome,
        MIN(CASE WHEN f.outcome = 'fail' AND f.waiver_until IS NULL THEN 0 WHEN f.outcome = 'fail' THEN 1 END) AS waived
      FROM lint_outcome o
      LEFT JOIN lint_finding f ON f.lint_subject = o.lint_subject AND f.rule = o.rule
      GROUP BY o.lint_subject, o.rule, o.outcome
    )
    SELECT r.server, r.owner, r.name AS repository, s.kind, s.line, s.coverage,
      COUNT(CASE WHEN st.outcome = 'pass' THEN 1 END) AS held,
      COUNT(CASE WHEN st.outcome = 'fail' AND COALESCE(st.waived, 0) = 0 THEN 1 END) AS to_correct,
      COUNT(CASE WHEN st.outcome = 'fail' AND st.waived = 1 THEN 1 END) AS dated_exception,
      COUNT(CASE WHEN st.outcome IN ('unknown', 'error') THEN 1 END) AS not_checked,
      l.as_of
    FROM lint_subject s
    JOIN lint_run l ON l.id = s.confirmed_lint_run
    JOIN repository r ON r.id = s.repository
    LEFT JOIN standing st ON st.lint_subject = s.id
    WHERE s.superseded_by IS NULL AND r.gone_at IS NULL
    GROUP BY r.server, r.owner, r.name, s.kind, s.line, s.coverage, l.as_of
    ORDER BY r.server, lower(r.owner), lower(r.name)`,
})

import { defineQuery } from './query.ts'

export const lintFindings = defineQuery({
  id: 'lint/findings',
  title: 'What does not hold, or could not be checked, and where; empty owner and name mean all',
  params: { owner: 'text', name: 'text' },
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    rule: 'text',
    position: 'integer',
    outcome: 'text',
    severity: 'text',
    confidence: 'text',
    message_id: 'text',
    args: 'text',
    path: 'text?',
    line: 'integer?',
    column_number: 'integer?',
    rate_numerator: 'real?',
    rate_denominator: 'real?',
    rate_threshold: 'real?',
    fingerprint: 'text',
    waiver_until: 'text?',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, f.rule, f.position, f.outcome, f.severity, f.confidence,
      f.message_id, f.args, f.path, f.line, f.column_number, f.rate_numerator, f.rate_denominator, f.rate_threshold,
      f.fingerprint, f.waiver_until
    FROM lint_subject s
    JOIN repository r ON r.id = s.repository
    JOIN lint_finding f ON f.lint_subject = s.id
    WHERE s.superseded_by IS NULL AND r.gone_at IS NULL
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:name = '' OR lower(r.name) = lower(:name))
    ORDER BY r.server, lower(r.owner), lower(r.name), f.rule, f.position`,
})

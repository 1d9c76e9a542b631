import { defineQuery } from './query.ts'

export const lintConfirmations = defineQuery({
  id: 'lint/confirmations',
  title: 'When each subject was last judged',
  params: {},
  row: { subject: 'text', judged_at: 'text' },
  sql: `
    SELECT s.subject, l.judged_at
    FROM lint_subject s
    JOIN lint_run l ON l.id = s.confirmed_lint_run
    WHERE s.superseded_by IS NULL
    ORDER BY s.subject`,
})

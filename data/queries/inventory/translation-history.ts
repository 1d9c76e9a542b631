import { defineQuery } from '../query.ts'

/** A rule that passes keeps no rate: the history is that of the times at which something was missing. */
export const translationHistory = defineQuery({
  id: 'inventory/translation-history',
  title: 'Rates of translated keys that a rule measured, in the order of judgements',
  params: { message: 'text' },
  row: {
    repository: 'text',
    judged_at: 'text',
    args: 'text',
    rate_numerator: 'real',
    rate_denominator: 'real',
  },
  sql: `
    SELECT r.owner || '/' || r.name AS repository, l.judged_at, f.args, f.rate_numerator, f.rate_denominator
    FROM lint_finding f
    JOIN lint_subject s ON s.id = f.lint_subject
    JOIN lint_run l ON l.id = s.lint_run
    JOIN repository r ON r.id = s.repository
    WHERE f.message_id = :message AND f.rate_numerator IS NOT NULL AND f.rate_denominator IS NOT NULL AND r.gone_at IS NULL
    ORDER BY r.owner, r.name, l.judged_at, f.position`,
})

import { COUNTED, ERROR_STATE, TO_CORRECT } from '../metrics/judged.ts'
import { defineQuery } from '../query.ts'

/** A month of the fleet before the rules, in the store and in a file. */
export const CONFORMITY_MONTH_ROW = {
  month: 'integer',
  repositories: 'integer',
  clean: 'integer',
  held: 'integer',
  to_correct: 'integer',
  not_checked: 'integer',
} as const

/** A repository stands as it was last judged until it is judged otherwise. */
export const conformityMonths = defineQuery({
  id: 'desk/conformity-months',
  title: 'How the rules stood after the last recorded run of each month, without archives and copies',
  params: {},
  row: CONFORMITY_MONTH_ROW,
  sql: `
    WITH closing AS (
      SELECT l.judged_month AS month, MAX(l.id) AS lint_run FROM lint_run l GROUP BY l.judged_month
    ), standing AS (
      SELECT c.month, s.id AS lint_subject
      FROM closing c
      JOIN lint_subject s ON s.lint_run <= c.lint_run AND (s.superseded_by IS NULL OR s.superseded_by > c.lint_run)
      JOIN repository r ON r.id = s.repository
      WHERE r.gone_at IS NULL AND ${COUNTED}
    ), told AS (
      SELECT t.month, t.lint_subject, o.outcome, CASE WHEN ${TO_CORRECT} THEN 1 ELSE 0 END AS is_open
      FROM standing t
      JOIN lint_outcome o ON o.lint_subject = t.lint_subject AND o.outcome <> 'not-applicable'
    ), counted AS (
      SELECT t.month, j.id, ${ERROR_STATE} AS state,
        SUM(CASE WHEN t.outcome = 'pass' THEN 1 ELSE 0 END) AS held,
        SUM(t.is_open) AS to_correct,
        SUM(CASE WHEN t.outcome IN ('unknown', 'error') THEN 1 ELSE 0 END) AS not_checked
      FROM told t
      JOIN lint_subject j ON j.id = t.lint_subject
      GROUP BY t.month, j.id
    )
    SELECT k.month, COUNT(*) AS repositories, COUNT(CASE k.state WHEN 'without-error' THEN 1 END) AS clean,
      SUM(k.held) AS held, SUM(k.to_correct) AS to_correct, SUM(k.not_checked) AS not_checked
    FROM counted k
    GROUP BY k.month
    ORDER BY k.month`,
})

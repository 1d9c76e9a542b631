import { defineQuery } from '../query.ts'

/** A repository stands as it was last judged until it is judged otherwise. */
export const conformityMonths = defineQuery({
  id: 'desk/conformity-months',
  title: 'How the rules stood after the last recorded run of each month',
  params: {},
  row: {
    month: 'integer',
    repositories: 'integer',
    clean: 'integer',
    held: 'integer',
    to_correct: 'integer',
    not_checked: 'integer',
  },
  sql: `
    WITH closing AS (
      SELECT l.judged_month AS month, MAX(l.id) AS lint_run FROM lint_run l GROUP BY l.judged_month
    ), standing AS (
      SELECT c.month, s.id AS lint_subject
      FROM closing c
      JOIN lint_subject s ON s.lint_run <= c.lint_run AND (s.superseded_by IS NULL OR s.superseded_by > c.lint_run)
      JOIN repository r ON r.id = s.repository
      WHERE r.gone_at IS NULL
    ), judged AS (
      SELECT t.month, t.lint_subject, o.rule, o.outcome, o.severity,
        EXISTS (
          SELECT 1 FROM lint_finding f
          WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule AND f.outcome = 'fail' AND f.waiver_until IS NULL
        ) AS is_open
      FROM standing t
      JOIN lint_outcome o ON o.lint_subject = t.lint_subject AND o.outcome <> 'not-applicable'
    ), counted AS (
      SELECT j.month, j.lint_subject,
        SUM(CASE WHEN j.outcome = 'pass' THEN 1 ELSE 0 END) AS held,
        SUM(CASE WHEN j.outcome = 'fail' AND j.is_open THEN 1 ELSE 0 END) AS to_correct,
        SUM(CASE WHEN j.outcome IN ('unknown', 'error') THEN 1 ELSE 0 END) AS not_checked,
        SUM(CASE WHEN j.outcome = 'fail' AND j.is_open AND j.severity = 'error' THEN 1 ELSE 0 END) AS errors
      FROM judged j
      GROUP BY j.month, j.lint_subject
    )
    SELECT k.month, COUNT(*) AS repositories, SUM(CASE WHEN k.errors = 0 THEN 1 ELSE 0 END) AS clean,
      SUM(k.held) AS held, SUM(k.to_correct) AS to_correct, SUM(k.not_checked) AS not_checked
    FROM counted k
    GROUP BY k.month
    ORDER BY k.month`,
})

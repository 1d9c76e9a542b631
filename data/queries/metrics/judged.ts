import type { Month } from '../../months.ts'
import type { Missing } from './metric.ts'

/** Verdicts of the repositories of `SCOPED`, each from the month in which it was given to that of the next one. */
export const JUDGED_IN_SCOPE = `lint_subject j
      JOIN scoped s ON s.id = j.repository
      JOIN lint_run l ON l.id = j.lint_run
      LEFT JOIN lint_run x ON x.id = j.superseded_by`

/** Those that were given by the end of the period; the first ones ever in any case, to tell later from never. */
export const JUDGED_BY_THEN = `(
        l.judged_month <= :to_month OR l.judged_month = (SELECT MIN(f.judged_month) FROM lint_run f)
      )`

/** Those that stood at the end of the period. */
export const STANDING_AT_END = 'l.judged_month <= :to_month AND (x.judged_month IS NULL OR x.judged_month > :to_month)'

/** A repository `r` that sums over the fleet count: what is closed for good, or a copy of another's, is judged and counted nowhere. */
export const COUNTED = 'COALESCE(r.is_archived, 0) = 0 AND COALESCE(r.is_fork, 0) = 0 AND COALESCE(r.is_mirror, 0) = 0'

/** The outcome `o` is one to correct: broken, without a dated exception for all that was found. */
export const TO_CORRECT = `o.outcome = 'fail'
      AND (
        NOT EXISTS (SELECT 1 FROM lint_finding f WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule)
        OR EXISTS (
          SELECT 1 FROM lint_finding f
          WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule AND f.waiver_until IS NULL
        )
      )`

/** Rules `o` of severity error that are to be corrected by the verdict `j`. */
export const OPEN_ERROR = `o.lint_subject = j.id AND o.severity = 'error' AND ${TO_CORRECT}`

/** How the verdict `j` stands by its errors: with one to correct, with one that could not be checked, or without any. */
export const ERROR_STATE = `CASE
      WHEN EXISTS (SELECT 1 FROM lint_outcome o WHERE ${OPEN_ERROR}) THEN 'with-error'
      WHEN EXISTS (
        SELECT 1 FROM lint_outcome o
        WHERE o.lint_subject = j.id AND o.severity = 'error' AND o.outcome IN ('unknown', 'error')
      ) THEN 'unchecked'
      ELSE 'without-error'
    END`

/** Why there is nothing to tell of a period: nobody judged, or only after it. */
export function unjudged(
  rows: readonly { readonly since_month: Month }[],
  { to_month }: { readonly to_month: Month },
): readonly Missing[] {
  const first = rows.map(({ since_month }) => since_month).sort((a, b) => a - b)[0]
  if (first === undefined) return [{ kind: 'never-judged', count: 0, names: [] }]
  if (first <= to_month) return []
  const month = `${Math.floor(first / 100)}-${String(first % 100).padStart(2, '0')}`
  return [{ kind: 'judged-later', count: 0, names: [month] }]
}

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

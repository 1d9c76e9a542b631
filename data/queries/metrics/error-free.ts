import { monthsBetween } from '../../months.ts'
import type { ValuesOf } from '../query.ts'
import { ERROR_STATE, JUDGED_BY_THEN, JUDGED_IN_SCOPE, OPEN_ERROR, STANDING_AT_END, unjudged } from './judged.ts'
import { defineMetric } from './metric.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

const SPAN_ROW = {
  state: 'text',
  since_month: 'integer',
  until_month: 'integer?',
  subjects: 'integer',
} as const

export const errorFree = defineMetric({
  id: 'error-free',
  title: { fr: 'Dépôts sans erreur de règle', en: 'Repositories without rule error' },
  definition: {
    fr: 'Dépôts dont aucune règle de gravité « erreur » n’est à corriger à la fin de chaque mois, hors archives et copies.',
    en: 'Repositories of which no rule of severity error is to be corrected at the end of each month, without archives and copies.',
  },
  formula: {
    fr: 'Part = sans erreur ÷ dépôts jugés. Une exception datée n’est pas une erreur. Non vérifié : rien à corriger, mais une règle de cette gravité n’a pas pu l’être.',
    en: 'Share = without error ÷ repositories judged. A dated exception is no error. Not checked: nothing to correct, but a rule of that severity could not be checked.',
  },
  unit: 'repositories',
  source: { fr: 'Verdicts gardés par `parvis lint`.', en: 'Verdicts kept by `parvis lint`.' },
  limits: {
    fr: 'Une règle nouvelle, ou qui change de gravité, change la part sans que rien n’ait changé dans le code.',
    en: 'A new rule, or one whose severity changes, changes the share without any change in the code.',
  },
  notFor: {
    fr: 'Classer des dépôts, ou dire qu’un composant est bon.',
    en: 'Ranking repositories, or calling a component good.',
  },
  audience: 'internal',
  streams: ['tree'],
  columns: ['grain', 'period', 'subjects', 'without_error', 'with_error', 'unchecked', 'share'],
  query: {
    params: { ...SCOPE_PARAMS, to_month: 'integer' },
    row: SPAN_ROW,
    sql: `
    WITH ${SCOPED}, judged AS (
      SELECT j.id, l.judged_month AS since_month, x.judged_month AS until_month,
        ${ERROR_STATE} AS state
      FROM ${JUDGED_IN_SCOPE}
      WHERE ${JUDGED_BY_THEN} AND s.is_archived = 0 AND s.is_copy = 0
    )
    SELECT j.state, j.since_month, j.until_month, COUNT(*) AS subjects
    FROM judged j
    GROUP BY j.state, j.since_month, j.until_month
    ORDER BY j.since_month, j.until_month, j.state`,
  },
  finish: (rows, { from_month, to_month }) => ({
    rows: monthsBetween(from_month, to_month).flatMap((month) => standingIn(rows, month)),
    missing: unjudged(rows, { to_month }),
  }),
  behind: {
    columns: ['repository', 'state', 'to_correct'],
    params: { ...SCOPE_PARAMS, to_month: 'integer' },
    row: { repository: 'text', state: 'text', to_correct: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository, ${ERROR_STATE} AS state,
      (SELECT COUNT(*) FROM lint_outcome o WHERE ${OPEN_ERROR}) AS to_correct
    FROM ${JUDGED_IN_SCOPE}
    WHERE ${STANDING_AT_END} AND s.is_archived = 0 AND s.is_copy = 0
    ORDER BY lower(s.repository)`,
  },
})

/** What held at the end of a month; nothing before the first verdict. */
function standingIn(rows: readonly ValuesOf<typeof SPAN_ROW>[], month: number) {
  const own = rows.filter(
    ({ since_month, until_month }) => since_month <= month && (until_month === null || until_month > month),
  )
  if (own.length === 0) return []
  const count = (wanted: string) =>
    own.filter(({ state }) => state === wanted).reduce((sum, { subjects }) => sum + subjects, 0)
  const [without_error, with_error, unchecked] = [count('without-error'), count('with-error'), count('unchecked')]
  const subjects = without_error + with_error + unchecked
  const counts = { subjects, without_error, with_error, unchecked }
  return [{ grain: 'month', period: month, ...counts, share: without_error / subjects }]
}

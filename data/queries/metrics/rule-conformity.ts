import { monthsBetween } from '../../months.ts'
import type { ValuesOf } from '../query.ts'
import { JUDGED_BY_THEN, JUDGED_IN_SCOPE, STANDING_AT_END, unjudged } from './judged.ts'
import { defineMetric } from './metric.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

const SPAN_ROW = {
  pack: 'text',
  outcome: 'text',
  since_month: 'integer',
  until_month: 'integer?',
  outcomes: 'integer',
  subjects: 'integer',
} as const

/** Where an outcome stands once exceptions are counted. */
const OUTCOME = `CASE
        WHEN o.outcome = 'pass' THEN 'held'
        WHEN o.outcome IN ('unknown', 'error') THEN 'not_checked'
        WHEN EXISTS (
          SELECT 1 FROM lint_finding f
          WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule AND f.waiver_until IS NULL
        ) THEN 'to_correct'
        WHEN EXISTS (
          SELECT 1 FROM lint_finding f WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule
        ) THEN 'dated_exception'
        ELSE 'to_correct'
      END`

export const ruleConformity = defineMetric({
  id: 'rule-conformity',
  title: { fr: 'Conformité aux règles', en: 'Conformity with the rules' },
  definition: {
    fr: 'Ce que les règles disaient des dépôts à la fin de chaque mois, par paquet : tenues, à corriger, en exception datée, non vérifiées ; hors archives et copies.',
    en: 'What rules said of repositories at the end of each month, by pack: held, to correct, excepted until a date, not checked; archives and copies left out.',
  },
  formula: {
    fr: 'Part tenue = tenues ÷ (tenues + à corriger + exceptions datées). Un verdict vaut jusqu’au suivant. Une règle sans objet n’est pas comptée.',
    en: 'Share held = held ÷ (held + to correct + dated exceptions). A verdict holds until the next. A rule that does not apply is not counted.',
  },
  unit: 'outcomes',
  source: { fr: 'Verdicts gardés par `parvis lint`.', en: 'Verdicts kept by `parvis lint`.' },
  limits: {
    fr: 'Suivre les règles de forme est nécessaire, pas suffisant. Une règle nouvelle, ou plus de dépôts jugés, change la part sans que rien n’ait changé dans le code.',
    en: 'Keeping the rules of form is necessary, not sufficient. A new rule, or more repositories judged, changes the share without any change in the code.',
  },
  notFor: {
    fr: 'Classer des dépôts, ou dire qu’un composant est bon.',
    en: 'Ranking repositories, or calling a component good.',
  },
  audience: 'internal',
  streams: ['tree'],
  columns: ['grain', 'period', 'pack', 'held', 'to_correct', 'dated_exception', 'not_checked', 'held_share'],
  query: {
    params: { ...SCOPE_PARAMS, to_month: 'integer' },
    row: SPAN_ROW,
    sql: `
    WITH ${SCOPED}, judged AS (
      SELECT j.id, l.judged_month AS since_month, x.judged_month AS until_month
      FROM ${JUDGED_IN_SCOPE}
      WHERE ${JUDGED_BY_THEN} AND s.is_archived = 0 AND s.is_copy = 0
    ), told AS (
      SELECT j.id, o.pack, j.since_month, j.until_month,
        ${OUTCOME} AS outcome
      FROM judged j
      JOIN lint_outcome o ON o.lint_subject = j.id
      WHERE o.outcome <> 'not-applicable'
    )
    SELECT t.pack, t.outcome, t.since_month, t.until_month, COUNT(*) AS outcomes, COUNT(DISTINCT t.id) AS subjects
    FROM told t
    GROUP BY t.pack, t.outcome, t.since_month, t.until_month
    ORDER BY t.pack, t.since_month, t.until_month, t.outcome`,
  },
  finish(rows, { from_month, to_month }) {
    const packs = [...new Set(rows.map(({ pack }) => pack))]
    const told = monthsBetween(from_month, to_month).flatMap((month) =>
      packs.flatMap((pack) => standingIn(rows, { month, pack })),
    )
    return { rows: told, missing: unjudged(rows, { to_month }) }
  },
  behind: {
    columns: ['repository', 'pack', 'held', 'to_correct', 'dated_exception', 'not_checked'],
    params: { ...SCOPE_PARAMS, to_month: 'integer' },
    row: {
      ...{ repository: 'text', pack: 'text', held: 'integer', to_correct: 'integer', dated_exception: 'integer' },
      not_checked: 'integer',
    },
    sql: `
    WITH ${SCOPED}, told AS (
      SELECT s.repository, o.pack, ${OUTCOME} AS outcome
      FROM ${JUDGED_IN_SCOPE}
      JOIN lint_outcome o ON o.lint_subject = j.id
      WHERE ${STANDING_AT_END} AND s.is_archived = 0 AND s.is_copy = 0 AND o.outcome <> 'not-applicable'
    )
    SELECT t.repository, t.pack, COUNT(CASE t.outcome WHEN 'held' THEN 1 END) AS held,
      COUNT(CASE t.outcome WHEN 'to_correct' THEN 1 END) AS to_correct,
      COUNT(CASE t.outcome WHEN 'dated_exception' THEN 1 END) AS dated_exception,
      COUNT(CASE t.outcome WHEN 'not_checked' THEN 1 END) AS not_checked
    FROM told t
    GROUP BY t.repository, t.pack
    ORDER BY lower(t.repository), t.pack`,
  },
})

/** What held at the end of a month; nothing before the first verdict. */
function standingIn(
  rows: readonly ValuesOf<typeof SPAN_ROW>[],
  { month, pack }: { readonly month: number; readonly pack: string },
) {
  const own = rows.filter(
    (row) => row.pack === pack && row.since_month <= month && (row.until_month === null || row.until_month > month),
  )
  if (own.length === 0) return []
  const count = (outcome: string) =>
    own.filter((row) => row.outcome === outcome).reduce((sum, { outcomes }) => sum + outcomes, 0)
  const [held, to_correct, dated_exception] = [count('held'), count('to_correct'), count('dated_exception')]
  const judged = held + to_correct + dated_exception
  const counts = { held, to_correct, dated_exception, not_checked: count('not_checked') }
  return [{ grain: 'month', period: month, pack, ...counts, held_share: judged === 0 ? null : held / judged }]
}

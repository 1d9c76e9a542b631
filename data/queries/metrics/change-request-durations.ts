import { FLOOR } from '../../suppression.ts'
import { DURATION_FORMULA, DURATION_RULES, durationQuery, finishDurations } from './durations.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_APPRAISAL } from './phrases.ts'
import { SCOPED } from './scope.ts'

const COMMON = {
  source: FROM_CHANGE_REQUESTS,
  notFor: NOT_FOR_APPRAISAL,
  audience: 'public',
  streams: ['change-requests'],
  isSeries: true,
  hasGroups: true,
  isPublicTotal: true,
  publicGrains: ['quarter', 'year'],
} as const

const LIMITS = {
  fr: `Les jours ouvrés suivent le calendrier configuré ; les autres sont ceux du calendrier, fins de semaine comprises. ${GROUP_LIMITS.fr}`,
  en: `Working days follow the configured calendar; the others are days of the calendar, weekends included. ${GROUP_LIMITS.en}`,
}

const SOURCE = { scoped: SCOPED, table: 'change_request_measure' } as const
const OFFERED = "m.author_group <> 'inside' AND m.is_draft = 0"

export const firstResponse = defineMetric({
  ...COMMON,
  id: 'first-response',
  title: { fr: 'Délai de première réponse', en: 'Time to first response' },
  definition: {
    fr: 'Du dépôt d’une proposition de quelqu’un qui n’est pas agent à la première réponse d’une autre personne, commentaire ou relecture. Par mois de dépôt ; brouillons exclus.',
    en: 'From the opening of a change request of somebody who is not staff to the first response of another person, a comment or a review. By month of opening; drafts are left out.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  limits: {
    fr: `Une fusion ou une clôture sans un mot n’est pas une réponse. ${LIMITS.fr}`,
    en: `A merge or a closing without a word is no response. ${LIMITS.en}`,
  },
  columns: [
    ...(['grain', 'period', 'author_group', 'cases', 'settled', 'unanswered', 'unsettled'] as const),
    ...(['median_working_days', 'p90_working_days', 'median_days', 'p90_days', 'responders'] as const),
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    ...{ month: 'm.created_month', where: OFFERED, worker: 'm.responder' },
    ...{ end: 'm.created_epoch + m.response_seconds', isSettled: 'm.response_settled' },
  }),
  finish: finishDurations,
  behind: {
    columns: ['repository', 'number', 'opened_on', 'working_days'],
    params: { owner: 'text', name: 'text', anonymous_only: 'integer', from_month: 'integer', to_month: 'integer' },
    row: { repository: 'text?', number: 'integer?', opened_on: 'text?', working_days: 'real?', responders: 'integer' },
    // Where fewer than five people answer, a case would tell of one of them: it goes without its place and day.
    sql: `
    WITH ${SCOPED}, offered AS (
      SELECT m.change_request, m.repository, m.responder, m.response_working_days AS working_days, s.repository AS name
      FROM change_request_measure m JOIN scoped s ON s.id = m.repository
      WHERE m.created_month BETWEEN :from_month AND :to_month AND m.is_draft = 0
        AND m.author_group NOT IN ('inside', 'bot')
    ), answering AS (
      SELECT o.repository, COUNT(DISTINCT o.responder) AS people FROM offered o GROUP BY o.repository
    ), pooled AS (
      SELECT COUNT(DISTINCT o.responder) AS people
      FROM offered o JOIN answering a ON a.repository = o.repository
      WHERE a.people < ${FLOOR}
    )
    SELECT o.name AS repository, c.number, substr(c.created_at, 1, 10) AS opened_on, o.working_days, a.people AS responders
    FROM offered o
    JOIN answering a ON a.repository = o.repository
    JOIN change_request c ON c.id = o.change_request
    WHERE a.people >= ${FLOOR}
    UNION ALL
    SELECT NULL AS repository, NULL AS number, NULL AS opened_on, o.working_days, p.people AS responders
    FROM offered o
    JOIN answering a ON a.repository = o.repository
    JOIN pooled p ON 1 = 1
    WHERE a.people < ${FLOOR}
    ORDER BY repository, number, working_days`,
    rules: { working_days: { workOf: 'responders' } },
  },
})

export const timeToMerge = defineMetric({
  ...COMMON,
  id: 'time-to-merge',
  title: { fr: 'Durée avant fusion', en: 'Time to merge' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa fusion, par mois de fusion.',
    en: 'From the opening of a change request to its merge, by month of the merge.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  limits: LIMITS,
  columns: [
    'grain',
    'period',
    'author_group',
    'settled',
    'median_working_days',
    'p90_working_days',
    'median_days',
    'p90_days',
    'responders',
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    ...{ month: 'm.ended_month', where: "m.ending = 'merged'", worker: 'm.merger', isSettled: '1' },
    end: 'm.ended_epoch',
  }),
  finish: finishDurations,
})

export const timeToClose = defineMetric({
  ...COMMON,
  id: 'time-to-close',
  title: { fr: 'Durée avant clôture', en: 'Time to close' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa fin, fusionnée ou non, par mois de dépôt ; celles encore ouvertes attendent.',
    en: 'From the opening of a change request to its end, merged or not, by month of opening; those still open are waiting.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  limits: LIMITS,
  columns: [
    'grain',
    'period',
    'author_group',
    'cases',
    'settled',
    'censored',
    'median_working_days',
    'p90_working_days',
    'median_days',
    'p90_days',
    'responders',
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    ...{ month: 'm.created_month', where: '1 = 1', worker: 'COALESCE(m.merger, m.responder)', isSettled: '1' },
    end: 'm.ended_epoch',
  }),
  finish: finishDurations,
})

export const timeToReview = defineMetric({
  ...COMMON,
  id: 'time-to-review',
  title: { fr: 'Délai de première relecture', en: 'Time to review' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa première relecture, par mois de dépôt ; brouillons exclus. Sans relecture et finie : elle n’attend plus, elle n’est pas comptée.',
    en: 'From the opening of a change request to its first review, by month of opening; drafts are left out. Without a review and ended: it no longer waits and is not counted.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  limits: LIMITS,
  columns: [
    ...(['grain', 'period', 'author_group', 'cases', 'settled', 'censored', 'unsettled'] as const),
    ...(['median_working_days', 'p90_working_days', 'median_days', 'p90_days', 'responders'] as const),
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    month: 'm.created_month',
    where: "m.is_draft = 0 AND (m.review_seconds IS NOT NULL OR m.review_count IS NULL OR m.ending = 'open')",
    ...{ worker: 'm.responder', isSettled: 'CASE WHEN m.review_count IS NULL THEN 0 ELSE 1 END' },
    end: 'm.created_epoch + m.review_seconds',
  }),
  finish: finishDurations,
})

import { FLOOR } from '../../suppression.ts'
import { DURATION, DURATION_LIMITS, durationColumns, durationQuery, finishDurations } from './durations.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE } from './phrases.ts'
import { PERIOD_PARAMS, SCOPED, SCOPED_WITH_ISSUES } from './scope.ts'

const COLUMNS = durationColumns('cases', 'unanswered', 'unsettled')
const OF_OTHERS = "m.author_group <> 'inside'"
/** Nobody keeps who closed something. */
const UNNAMED = {
  fr: 'Qui ferme sans un mot répond, mais ne compte pas parmi les personnes qui répondent : son nom n’est pas conservé. Une réponse d’un robot sans marque laisse la suite non connue.',
  en: 'Who closes without a word responds, but does not count among the people who answer: who it was is not kept. A response of a bot without a mark leaves what followed not known.',
}

const RESPONSE = {
  ...{ month: 'm.created_month', seconds: 'm.response_seconds', workingDays: 'm.response_working_days' },
  ...{ isSettled: 'm.response_settled', worker: 'm.responder' },
}

export const firstResponse = defineMetric({
  ...DURATION,
  id: 'first-response',
  title: { fr: 'Délai de première réponse', en: 'Time to first response' },
  definition: {
    fr: 'Du dépôt d’une proposition de quelqu’un qui n’est pas agent à la première réponse d’une autre personne : commentaire, relecture, fusion ou clôture. Par mois de dépôt ; brouillons exclus.',
    en: 'From the opening of a change request of somebody who is not staff to the first response of another person: a comment, a review, a merge or a closing. By month of opening; drafts are left out.',
  },
  source: FROM_CHANGE_REQUESTS,
  limits: {
    fr: `${UNNAMED.fr} ${DURATION_LIMITS.fr} ${GROUP_LIMITS.fr}`,
    en: `${UNNAMED.en} ${DURATION_LIMITS.en} ${GROUP_LIMITS.en}`,
  },
  streams: ['change-requests'],
  columns: COLUMNS,
  query: durationQuery({ ...RESPONSE, table: 'change_request_measure', where: `${OF_OTHERS} AND m.is_draft = 0` }),
  finish: finishDurations,
  behind: behind({ scoped: SCOPED, item: 'change_request', where: `${OF_OTHERS} AND m.is_draft = 0` }),
})

export const issueFirstResponse = defineMetric({
  ...DURATION,
  id: 'issue-first-response',
  title: { fr: 'Délai de première réponse aux anomalies', en: 'Time to first response to issues' },
  definition: {
    fr: 'De l’ouverture d’une anomalie par quelqu’un qui n’est pas agent à la première réponse d’une autre personne, commentaire ou fermeture, par mois d’ouverture.',
    en: 'From the opening of an issue by somebody who is not staff to the first response of another person, a comment or a closing, by month of opening.',
  },
  source: FROM_ISSUES,
  limits: {
    fr: `${ISSUES_ELSEWHERE.fr} ${UNNAMED.fr} ${DURATION_LIMITS.fr} ${GROUP_LIMITS.fr}`,
    en: `${ISSUES_ELSEWHERE.en} ${UNNAMED.en} ${DURATION_LIMITS.en} ${GROUP_LIMITS.en}`,
  },
  streams: ['issues'],
  columns: COLUMNS,
  query: durationQuery({ ...RESPONSE, table: 'issue_measure', where: OF_OTHERS }),
  finish: finishDurations,
  behind: behind({ scoped: SCOPED_WITH_ISSUES, item: 'issue', where: OF_OTHERS }),
})

interface Answered {
  readonly scoped: string
  readonly item: 'change_request' | 'issue'
  readonly where: string
}

/** The cases. Where fewer than five people answer, one would tell of one of them: it goes without its place and day. */
function behind({ scoped, item, where }: Answered) {
  return {
    columns: ['repository', 'number', 'opened_on', 'working_days'],
    params: PERIOD_PARAMS,
    row: { repository: 'text?', number: 'integer?', opened_on: 'text?', working_days: 'real?', responders: 'integer' },
    sql: `
    WITH ${scoped}, offered AS (
      SELECT m.${item} AS item, m.repository, m.responder, m.response_working_days AS working_days, s.repository AS name
      FROM ${item}_measure m JOIN scoped s ON s.id = m.repository
      WHERE m.created_month BETWEEN :from_month AND :to_month AND m.author_group <> 'bot' AND ${where}
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
    JOIN ${item} c ON c.id = o.item
    WHERE a.people >= ${FLOOR}
    UNION ALL
    SELECT NULL AS repository, NULL AS number, NULL AS opened_on, o.working_days, p.people AS responders
    FROM offered o
    JOIN answering a ON a.repository = o.repository
    JOIN pooled p ON 1 = 1
    WHERE a.people < ${FLOOR}
    ORDER BY repository, number, working_days`,
    rules: { working_days: { workOf: 'responders' } },
  } as const
}

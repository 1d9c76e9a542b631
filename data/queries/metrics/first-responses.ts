import { DURATION, DURATION_LIMITS, duration, durationColumns } from './durations.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE } from './phrases.ts'

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

/** Responses to what others than staff offered. */
export const RESPONSE_TO_OTHERS = {
  ...RESPONSE,
  item: 'change_request',
  where: `${OF_OTHERS} AND m.is_draft = 0`,
} as const

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
  ...duration(RESPONSE_TO_OTHERS),
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
  ...duration({ ...RESPONSE, item: 'issue', where: OF_OTHERS }),
})

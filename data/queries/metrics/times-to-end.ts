import { DURATION, DURATION_LIMITS, duration, durationColumns } from './durations.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE } from './phrases.ts'

const OF_CHANGE_REQUESTS = {
  ...DURATION,
  source: FROM_CHANGE_REQUESTS,
  streams: ['change-requests'],
  limits: {
    fr: `${DURATION_LIMITS.fr} ${GROUP_LIMITS.fr}`,
    en: `${DURATION_LIMITS.en} ${GROUP_LIMITS.en}`,
  },
} as const

const ENDED = { seconds: 'm.ended_epoch - m.created_epoch', workingDays: 'm.ended_working_days' }

export const timeToReview = defineMetric({
  ...OF_CHANGE_REQUESTS,
  id: 'time-to-review',
  title: { fr: 'Délai de première relecture', en: 'Time to review' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa première relecture, par mois de dépôt ; brouillons exclus. Sans relecture et finie : elle n’attend plus, elle n’est pas comptée.',
    en: 'From the opening of a change request to its first review, by month of opening; drafts are left out. Without a review and ended: it no longer waits and is not counted.',
  },
  columns: durationColumns('cases', 'censored', 'unsettled'),
  ...duration({
    item: 'change_request',
    month: 'm.created_month',
    where: "m.is_draft = 0 AND (m.review_seconds IS NOT NULL OR m.review_count IS NULL OR m.ending = 'open')",
    ...{ seconds: 'm.review_seconds', workingDays: 'm.review_working_days', worker: 'm.responder' },
    isSettled: 'CASE WHEN m.review_count IS NULL THEN 0 ELSE 1 END',
  }),
})

export const timeToMerge = defineMetric({
  ...OF_CHANGE_REQUESTS,
  id: 'time-to-merge',
  title: { fr: 'Durée avant fusion', en: 'Time to merge' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa fusion, par mois de fusion.',
    en: 'From the opening of a change request to its merge, by month of the merge.',
  },
  columns: durationColumns(),
  ...duration({
    ...{ ...ENDED, item: 'change_request', month: 'm.ended_month' },
    ...{ where: "m.ending = 'merged'", worker: 'm.merger' },
  }),
})

export const timeToClose = defineMetric({
  ...OF_CHANGE_REQUESTS,
  id: 'time-to-close',
  title: { fr: 'Durée avant clôture', en: 'Time to close' },
  definition: {
    fr: 'Du dépôt d’une proposition à sa fin, fusionnée ou non, par mois de dépôt ; celles encore ouvertes attendent.',
    en: 'From the opening of a change request to its end, merged or not, by month of opening; those still open are waiting.',
  },
  columns: durationColumns('cases', 'censored'),
  ...duration({
    ...{ ...ENDED, item: 'change_request', month: 'm.created_month' },
    ...{ where: '1 = 1', worker: 'COALESCE(m.merger, m.responder)' },
  }),
})

export const issueTimeToClose = defineMetric({
  ...OF_CHANGE_REQUESTS,
  id: 'issue-time-to-close',
  title: { fr: 'Durée de résolution des anomalies', en: 'Issue resolution duration' },
  definition: {
    fr: 'De l’ouverture d’une anomalie à sa fermeture, par mois d’ouverture ; celles encore ouvertes attendent.',
    en: 'From the opening of an issue to its closing, by month of opening; those still open are waiting.',
  },
  source: FROM_ISSUES,
  streams: ['issues'],
  limits: {
    fr: `${ISSUES_ELSEWHERE.fr} ${OF_CHANGE_REQUESTS.limits.fr}`,
    en: `${ISSUES_ELSEWHERE.en} ${OF_CHANGE_REQUESTS.limits.en}`,
  },
  columns: durationColumns('cases', 'censored'),
  ...duration({
    ...{ item: 'issue', month: 'm.created_month', where: '1 = 1', worker: 'm.responder' },
    ...{ seconds: 'm.closed_epoch - m.created_epoch', workingDays: 'm.closed_working_days' },
  }),
})

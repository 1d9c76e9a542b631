import { CHANGE_REQUEST_FLOWS } from './change-requests.ts'
import { flowKey, flowsOf } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'

/** Under so many cases a ratio says nothing. */
const LEAST_CASES = 5

export const changeRequestClosure = defineMetric({
  id: 'change-request-closure',
  title: { fr: 'Taux de clôture des propositions', en: 'Change request closure ratio' },
  definition: {
    fr: 'Part des propositions à traiter dans une période qui y ont été fusionnées ou fermées.',
    en: 'Share of the change requests to deal with in a period that were merged or closed in it.',
  },
  formula: {
    fr: '(fusionnées + fermées) ÷ (ouvertes au début + ouvertes dans la période) ; à partir de 5 cas.',
    en: '(merged + closed) ÷ (open at the start + opened in the period); from 5 cases on.',
  },
  unit: 'ratio',
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests'],
  isSeries: true,
  hasGroups: true,
  columns: ['grain', 'period', 'author_group', 'waiting', 'closed', 'closure_ratio'],
  publicGrains: ['year'],
  isPublicTotal: true,
  rules: {
    waiting: { persons: 'persons', audience: 'internal' },
    closed: { persons: 'persons', audience: 'internal' },
    closure_ratio: { persons: 'persons', sample: { of: 'waiting', least: LEAST_CASES } },
  },
  query: CHANGE_REQUEST_FLOWS,
  finish: (rows, asked) => ({
    rows: flowsOf(rows, asked).map((flow) => {
      const waiting = flow.before + flow.of('opened').cases
      const { cases: closed, persons } = flow.of('merged', 'closed')
      return {
        ...flowKey(flow),
        ...{ waiting, closed, persons, closure_ratio: waiting === 0 ? null : closed / waiting },
      }
    }),
  }),
})

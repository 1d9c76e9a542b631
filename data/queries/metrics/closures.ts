import { CHANGE_REQUEST_CASES, OPEN_CHANGE_REQUESTS } from './change-requests.ts'
import { type FlowRow, flowQuery, type OpenKinds, openFlows } from './flows.ts'
import { ISSUE_CASES, OPEN_ISSUES } from './issues.ts'
import { type Asking, defineMetric, type MetricAbout } from './metric.ts'
import { FROM_CHANGE_REQUESTS, FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE, NOT_FOR_RANKING } from './phrases.ts'

/** Under so many cases a ratio says nothing. */
const LEAST_CASES = 5

const CLOSURE = {
  unit: 'ratio',
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  isSeries: true,
  hasGroups: true,
  columns: ['grain', 'period', 'author_group', 'waiting', 'closed', 'closure_ratio'],
  publicGrains: ['year'],
  isPublicTotal: true,
  rules: {
    waiting: { audience: 'internal' },
    closed: { audience: 'internal' },
    closure_ratio: { persons: 'persons', sample: { of: 'waiting', least: LEAST_CASES } },
  },
} as const satisfies Partial<MetricAbout>

export const changeRequestClosure = defineMetric({
  ...CLOSURE,
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
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  streams: ['change-requests'],
  ...closure(OPEN_CHANGE_REQUESTS),
  behind: CHANGE_REQUEST_CASES,
})

export const issueClosure = defineMetric({
  ...CLOSURE,
  id: 'issue-closure',
  title: { fr: 'Taux de clôture des anomalies', en: 'Issue closure ratio' },
  definition: {
    fr: 'Part des anomalies à traiter dans une période qui y ont été fermées.',
    en: 'Share of the issues to deal with in a period that were closed in it.',
  },
  formula: {
    fr: 'fermées ÷ (ouvertes au début + ouvertes dans la période) ; à partir de 5 cas.',
    en: 'closed ÷ (open at the start + opened in the period); from 5 cases on.',
  },
  source: FROM_ISSUES,
  limits: { fr: `${ISSUES_ELSEWHERE.fr} ${GROUP_LIMITS.fr}`, en: `${ISSUES_ELSEWHERE.en} ${GROUP_LIMITS.en}` },
  streams: ['issues'],
  ...closure(OPEN_ISSUES),
  behind: ISSUE_CASES,
})

/** The question about what is open, and the step that makes ratios of its rows. */
function closure(open: OpenKinds) {
  return {
    query: flowQuery({ kinds: [], open }),
    finish: (rows: readonly FlowRow[], asked: Asking) => ({
      rows: openFlows(rows, { asked, open }).map(({ key, before, of }) => {
        const waiting = before + of(open.begins).cases
        const { cases: closed, persons } = of(open.ends)
        return { ...key, waiting, closed, persons, closure_ratio: waiting === 0 ? null : closed / waiting }
      }),
    }),
  }
}

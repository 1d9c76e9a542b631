import { flowQuery, openFlows } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED_WITH_ISSUES } from './scope.ts'

export const OPEN_ISSUES = { begins: 'issue', ends: 'issue-closed' } as const

/** Those that were opened or closed in the period. */
export const ISSUE_CASES = {
  columns: ['repository', 'number', 'author_group', 'opened_on', 'ended_on'],
  params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
  row: { repository: 'text', number: 'integer', author_group: 'text', opened_on: 'text', ended_on: 'text?' },
  sql: `
    WITH ${SCOPED_WITH_ISSUES}
    SELECT s.repository, i.number, m.author_group, substr(i.created_at, 1, 10) AS opened_on,
      substr(i.closed_at, 1, 10) AS ended_on
    FROM issue_measure m
    JOIN scoped s ON s.id = m.repository
    JOIN issue i ON i.id = m.issue
    WHERE m.created_month BETWEEN :from_month AND :to_month OR m.closed_month BETWEEN :from_month AND :to_month
    ORDER BY lower(s.repository), i.number`,
} as const

export const issues = defineMetric({
  id: 'issues',
  title: { fr: 'Anomalies et demandes', en: 'Issues' },
  definition: {
    fr: 'Anomalies et demandes ouvertes et fermées dans chaque période, et ouvertes à sa fin, par groupe de leurs auteurs.',
    en: 'Issues opened and closed in each period, and open at its end, by group of their authors.',
  },
  formula: {
    fr: 'Ouvertes à la fin = ouvertes au début + ouvertes − fermées. Une anomalie rouverte est ouverte depuis son premier jour.',
    en: 'Open at the end = open at the start + opened − closed. One that was reopened is open since its first day.',
  },
  unit: 'issues',
  source: FROM_ISSUES,
  limits: { fr: `${ISSUES_ELSEWHERE.fr} ${GROUP_LIMITS.fr}`, en: `${ISSUES_ELSEWHERE.en} ${GROUP_LIMITS.en}` },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['issues'],
  isSeries: true,
  hasGroups: true,
  columns: ['grain', 'period', 'author_group', 'opened', 'closed', 'open'],
  rules: {
    opened: { persons: 'opened_persons', isAdditive: true },
    closed: { persons: 'closed_persons', isAdditive: true },
    open: { audience: 'internal' },
  },
  query: flowQuery({ kinds: [], open: OPEN_ISSUES }),
  finish: (rows, asked) => ({
    rows: openFlows(rows, { asked, open: OPEN_ISSUES }).map(({ key, after, of }) => ({
      ...key,
      ...{ opened: of('issue').cases, opened_persons: of('issue').persons },
      ...{ closed: of('issue-closed').cases, closed_persons: of('issue-closed').persons, open: after },
    })),
  }),
  behind: ISSUE_CASES,
})

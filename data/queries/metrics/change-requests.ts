import { flowQuery, openFlows } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPED } from './scope.ts'

export const OPEN_CHANGE_REQUESTS = { begins: 'change-request', ends: 'ended' } as const

/** Those that were opened or ended in the period. */
export const CHANGE_REQUEST_CASES = {
  columns: ['repository', 'number', 'author_group', 'opened_on', 'ended_on', 'ending'],
  params: { owner: 'text', name: 'text', anonymous_only: 'integer', from_month: 'integer', to_month: 'integer' },
  row: {
    repository: 'text',
    number: 'integer',
    author_group: 'text',
    opened_on: 'text',
    ended_on: 'text?',
    ending: 'text',
  },
  sql: `
    WITH ${SCOPED}
    SELECT s.repository, c.number, m.author_group, substr(c.created_at, 1, 10) AS opened_on,
      substr(COALESCE(c.merged_at, c.closed_at), 1, 10) AS ended_on,
      CASE WHEN m.ending IN ('open', 'merged') THEN m.ending ELSE 'closed' END AS ending
    FROM change_request_measure m
    JOIN scoped s ON s.id = m.repository
    JOIN change_request c ON c.id = m.change_request
    WHERE m.created_month BETWEEN :from_month AND :to_month OR m.ended_month BETWEEN :from_month AND :to_month
    ORDER BY lower(s.repository), c.number`,
} as const

export const changeRequests = defineMetric({
  id: 'change-requests',
  title: { fr: 'Propositions de code', en: 'Change requests' },
  definition: {
    fr: 'Propositions ouvertes, fusionnées et fermées sans fusion dans chaque période, et ouvertes à sa fin, par groupe de leurs auteurs.',
    en: 'Change requests opened, merged and closed without a merge in each period, and open at its end, by group of their authors.',
  },
  formula: {
    fr: 'Ouvertes à la fin = ouvertes au début + ouvertes − fusionnées − fermées sans fusion.',
    en: 'Open at the end = open at the start + opened − merged − closed without a merge.',
  },
  unit: 'change-requests',
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests'],
  isSeries: true,
  hasGroups: true,
  columns: ['grain', 'period', 'author_group', 'opened', 'merged', 'closed_unmerged', 'open'],
  rules: {
    opened: { persons: 'opened_persons', isAdditive: true },
    merged: { persons: 'merged_persons', isAdditive: true },
    closed_unmerged: { persons: 'closed_unmerged_persons', isAdditive: true },
    // A stock beside the flows of its neighbours would give hidden flows away.
    open: { audience: 'internal' },
  },
  query: flowQuery({ kinds: ['change-request', 'merged', 'closed'], open: OPEN_CHANGE_REQUESTS }),
  finish: (rows, asked) => ({
    rows: openFlows(rows, { asked, open: OPEN_CHANGE_REQUESTS }).map(({ key, after, of }) => ({
      ...key,
      ...{ opened: of('change-request').cases, opened_persons: of('change-request').persons },
      ...{ merged: of('merged').cases, merged_persons: of('merged').persons },
      ...{ closed_unmerged: of('closed').cases, closed_unmerged_persons: of('closed').persons, open: after },
    })),
  }),
  behind: CHANGE_REQUEST_CASES,
})

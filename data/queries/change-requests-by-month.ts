import { defineQuery } from './query.ts'

const EVENTS = (period: string, group: string) => `
    WITH event AS (
      SELECT c.id, c.repository, c.author, 'opened' AS event, c.created_month AS month
      FROM change_request c WHERE c.gone_at IS NULL
      UNION ALL
      SELECT c.id, c.repository, c.author, 'merged' AS event, c.merged_month AS month
      FROM change_request c WHERE c.gone_at IS NULL AND c.state = 'merged'
      UNION ALL
      SELECT c.id, c.repository, c.author, 'closed' AS event, c.closed_month AS month
      FROM change_request c WHERE c.gone_at IS NULL AND c.state = 'closed'
    )
    SELECT ${period}, e.event, s.author_group, COUNT(*) AS change_requests, COUNT(DISTINCT e.author) AS persons
    FROM event e
    JOIN change_request_standing s ON s.change_request = e.id
    JOIN repository r ON r.id = e.repository
    WHERE r.gone_at IS NULL
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:anonymous_only = 0 OR r.readability = 'anonymous')
      AND e.month BETWEEN :from_month AND :to_month
    GROUP BY ${group}, e.event, s.author_group
    ORDER BY ${group}, e.event, s.author_group`

const PARAMS = { owner: 'text', anonymous_only: 'integer', from_month: 'integer', to_month: 'integer' } as const
const COUNTS = { event: 'text', author_group: 'text', change_requests: 'integer', persons: 'integer' } as const

/** An empty owner means all; `anonymous_only` 1 leaves out what not everybody can read. */
export const changeRequestsByMonth = defineQuery({
  id: 'change-request/by-month',
  title: 'Change requests opened, merged and closed without a merge, by month and group of the author',
  params: PARAMS,
  row: { month: 'integer', ...COUNTS },
  sql: EVENTS('e.month', 'e.month'),
})

/** The same pooled by calendar year: small months say something together. */
export const changeRequestsByYear = defineQuery({
  id: 'change-request/by-year',
  title: 'Change requests opened, merged and closed without a merge, by year and group of the author',
  params: PARAMS,
  row: { year: 'integer', ...COUNTS },
  sql: EVENTS('e.month / 100 AS year', 'e.month / 100'),
})

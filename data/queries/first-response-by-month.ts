import { defineQuery } from './query.ts'

const RESPONSE = (month: string) => `
    WITH opened AS (
      SELECT ${month} AS month, m.change_request AS id, m.author, m.response_settled AS settled,
        m.response_seconds / 3600.0 AS hours
      FROM change_request_measure m
      JOIN repository r ON r.id = m.repository
      WHERE r.gone_at IS NULL AND m.author_group NOT IN ('inside', 'bot')
        AND (:owner = '' OR lower(r.owner) = lower(:owner))
        AND (:anonymous_only = 0 OR r.readability = 'anonymous')
        AND m.created_month BETWEEN :from_month AND :to_month
    ),
    ranked AS (
      SELECT o.month, o.hours,
        ROW_NUMBER() OVER (PARTITION BY o.month ORDER BY o.hours, o.id) AS place,
        COUNT(*) OVER (PARTITION BY o.month) AS n
      FROM opened o
      WHERE o.hours IS NOT NULL
    ),
    duration AS (
      SELECT k.month,
        AVG(CASE WHEN k.place IN ((k.n + 1) / 2, (k.n + 2) / 2) THEN k.hours END) AS median_hours,
        MAX(CASE WHEN k.place = (k.n * 9 + 9) / 10 THEN k.hours END) AS p90_hours
      FROM ranked k
      GROUP BY k.month
    )
    SELECT o.month, COUNT(*) AS opened, COUNT(o.hours) AS answered,
      COUNT(CASE WHEN o.hours IS NULL AND o.settled = 1 THEN 1 END) AS unanswered,
      COUNT(CASE WHEN o.hours IS NULL AND o.settled = 0 THEN 1 END) AS unsettled,
      COUNT(DISTINCT o.author) AS persons, d.median_hours, d.p90_hours
    FROM opened o
    LEFT JOIN duration d ON d.month = o.month
    GROUP BY o.month, d.median_hours, d.p90_hours
    ORDER BY o.month`

const SHAPES = {
  params: { owner: 'text', anonymous_only: 'integer', from_month: 'integer', to_month: 'integer' },
  row: {
    month: 'integer',
    opened: 'integer',
    answered: 'integer',
    unanswered: 'integer',
    unsettled: 'integer',
    persons: 'integer',
    median_hours: 'real?',
    p90_hours: 'real?',
  },
} as const

/** Median: the mean of the two in the middle; ninetieth percentile by nearest rank. Elapsed hours, nights included. */
export const firstResponseByMonth = defineQuery({
  id: 'change-request/first-response-by-month',
  title: 'Time to the first response to change requests of people who are not staff, by month of opening',
  ...SHAPES,
  sql: RESPONSE('m.created_month'),
})

/** The same over the whole period as one row, under its last month: the median of medians would be no median. */
export const firstResponseOverall = defineQuery({
  id: 'change-request/first-response-overall',
  title: 'Time to the first response to change requests of people who are not staff, over a period',
  ...SHAPES,
  sql: RESPONSE(':to_month'),
})

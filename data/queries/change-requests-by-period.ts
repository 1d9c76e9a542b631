import { defineQuery } from './query.ts'

/**
 * `grain` is month, quarter, year or span. A month is YYYYMM, a quarter YYYYQ, a year YYYY; a span is the whole period
 * as one, under its last month. An empty owner means all; `anonymous_only` 1 leaves out what not everybody can read.
 * The group `all` is everybody but bots: its persons are counted anew, since one may stand in two groups over time.
 */
export const changeRequestsByPeriod = defineQuery({
  id: 'change-request/by-period',
  title: 'Change requests opened, merged and closed without a merge, by period and group of the author',
  params: {
    ...{ grain: 'text', owner: 'text', anonymous_only: 'integer' },
    ...{ from_month: 'integer', to_month: 'integer' },
  },
  row: { period: 'integer', event: 'text', author_group: 'text', change_requests: 'integer', persons: 'integer' },
  sql: `
    WITH event AS (
      SELECT m.repository, m.author, m.author_group, 'opened' AS event, m.created_month AS month
      FROM change_request_measure m
      UNION ALL
      SELECT m.repository, m.author, m.author_group, CASE m.ending WHEN 'merged' THEN 'merged' ELSE 'closed' END AS event,
        m.ended_month AS month
      FROM change_request_measure m WHERE m.ending <> 'open'
    ),
    dated AS (
      SELECT e.event, e.author, e.author_group,
        CASE :grain
          WHEN 'month' THEN e.month
          WHEN 'quarter' THEN e.month / 100 * 10 + (e.month % 100 + 2) / 3
          WHEN 'year' THEN e.month / 100
          ELSE :to_month
        END AS period
      FROM event e
      JOIN repository r ON r.id = e.repository
      WHERE r.gone_at IS NULL
        AND (:owner = '' OR lower(r.owner) = lower(:owner))
        AND (:anonymous_only = 0 OR r.readability = 'anonymous')
        AND e.month BETWEEN :from_month AND :to_month
    ),
    told AS (
      SELECT d.period, d.event, d.author_group, d.author FROM dated d
      UNION ALL
      SELECT d.period, d.event, 'all' AS author_group, d.author FROM dated d WHERE d.author_group <> 'bot'
    )
    SELECT t.period, t.event, t.author_group, COUNT(*) AS change_requests, COUNT(DISTINCT t.author) AS persons
    FROM told t
    GROUP BY t.period, t.event, t.author_group
    ORDER BY t.period, t.event, t.author_group`,
})

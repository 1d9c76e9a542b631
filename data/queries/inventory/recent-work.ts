import { headKnownUntil } from '../last-commit.ts'
import { defineQuery } from '../query.ts'

/**
 * Bots and release tools left out. Where the history is known to an earlier day only, the periods end there.
 * Nobody is named: the least number of people behind half of the commits is a count, to be
 * told only where enough people are behind it.
 */
export const recentWork = defineQuery({
  id: 'inventory/recent-work',
  title: 'Commits of a period by repository, and how few people made half of them over a longer one',
  params: { from_epoch: 'integer', people_from_epoch: 'integer', to_epoch: 'integer' },
  row: { repository: 'integer', commits: 'integer', people: 'integer', absence_factor: 'integer?' },
  sql: `
    WITH seen AS (
      SELECT k.id, CASE WHEN k.until < :to_epoch THEN CAST(:to_epoch AS INTEGER) - k.until ELSE 0 END AS earlier
      FROM (SELECT r.id, ${headKnownUntil('watermark_epoch')} AS until FROM repository r) k
    ), work AS (
      SELECT c.repository, c.author, COUNT(*) AS n,
        COUNT(CASE WHEN c.committed_epoch >= :from_epoch - s.earlier THEN 1 END) AS recent
      FROM repository_commit c
      JOIN seen s ON s.id = c.repository
      JOIN person p ON p.id = c.author
      WHERE c.gone_at IS NULL AND c.is_release_tool = 0 AND p.kind <> 'bot'
        AND c.committed_epoch BETWEEN :people_from_epoch - s.earlier AND :to_epoch - s.earlier
      GROUP BY c.repository, c.author
    ), ranked AS (
      SELECT w.repository, w.recent,
        ROW_NUMBER() OVER (PARTITION BY w.repository ORDER BY w.n DESC, w.author) AS place,
        SUM(w.n) OVER (PARTITION BY w.repository ORDER BY w.n DESC, w.author ROWS UNBOUNDED PRECEDING) AS running,
        SUM(w.n) OVER (PARTITION BY w.repository) AS total
      FROM work w
    )
    SELECT k.repository, SUM(k.recent) AS commits, COUNT(*) AS people,
      MIN(CASE WHEN k.running * 2 >= k.total THEN k.place END) AS absence_factor
    FROM ranked k
    GROUP BY k.repository
    ORDER BY k.repository`,
})

/**
 * What still waits counts with the time that it has waited; what was not read to the end is left out. Whoever responded is
 * counted and not named: a median of few is one of somebody.
 */
export const recentResponses = defineQuery({
  id: 'inventory/recent-responses',
  title: 'Median hours to the first response to change requests of people who are not staff, by repository',
  params: { from_epoch: 'integer', to_epoch: 'integer' },
  row: { repository: 'integer', opened: 'integer', responders: 'integer', median_hours: 'real?' },
  sql: `
    WITH opened AS (
      SELECT m.repository, m.change_request AS id, m.responder,
        CASE
          WHEN m.response_seconds IS NOT NULL THEN m.response_seconds / 3600.0
          WHEN m.response_settled = 1 THEN (:to_epoch - m.created_epoch) / 3600.0
        END AS hours
      FROM change_request_measure m
      WHERE m.author_group NOT IN ('inside', 'bot')
        AND m.created_epoch BETWEEN :from_epoch AND :to_epoch
    ), ranked AS (
      SELECT o.repository, o.hours, o.responder,
        ROW_NUMBER() OVER (PARTITION BY o.repository ORDER BY o.hours, o.id) AS place,
        COUNT(*) OVER (PARTITION BY o.repository) AS n
      FROM opened o
      WHERE o.hours IS NOT NULL
    )
    SELECT k.repository, MAX(k.n) AS opened, COUNT(DISTINCT k.responder) AS responders,
      AVG(CASE WHEN k.place IN ((k.n + 1) / 2, (k.n + 2) / 2) THEN k.hours END) AS median_hours
    FROM ranked k
    GROUP BY k.repository
    ORDER BY k.repository`,
})

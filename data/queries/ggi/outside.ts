import { defineEvidence, EVIDENCE_PARAMS, OTHERS } from './evidence-query.ts'

/** Repositories of others that are followed, with how much of their change requests is known. */
const FOLLOWED = `
  SELECT r.id, r.owner || '/' || r.name AS repository, v.status, v.last_seen_at AS as_of
  FROM repository r
  LEFT JOIN coverage v ON v.stream = 'change-requests' AND v.subject = r.server || '/' || r.host_id
  WHERE ${OTHERS}`

/** Change requests of one's own people; where they stood on the day they opened decides. */
const BY_US = `
  SELECT c.id, c.repository, c.number, c.state, c.created_at, c.merged_at, c.closed_at
  FROM change_request c
  JOIN change_request_measure m ON m.change_request = c.id AND m.author_group IN ('inside', 'contractor')
  WHERE c.gone_at IS NULL`

export const followedOutside = defineEvidence({
  id: 'ggi/followed-outside',
  title: 'Repositories of others that are followed: whether the contributions made to them are known',
  params: EVIDENCE_PARAMS,
  sql: `
    SELECT f.repository AS subject, CASE WHEN f.status = 'complete' THEN 'met' ELSE 'unknown' END AS state,
      CAST((
        SELECT COUNT(*) FROM (${BY_US}) c
        WHERE c.repository = f.id AND c.created_at >= :since AND c.created_at < :until
      ) AS TEXT) AS detail,
      f.as_of AS as_of
    FROM (${FOLLOWED}) f
    ORDER BY subject`,
})

export const contributedOutside = defineEvidence({
  id: 'ggi/contributed-outside',
  title: 'Repositories of others that are followed: whether a contribution of ours was merged in the period',
  params: EVIDENCE_PARAMS,
  sql: `
    WITH merged AS (
      SELECT c.repository, COUNT(*) AS merges FROM (${BY_US}) c
      WHERE c.state = 'merged' AND c.merged_at >= :since AND c.merged_at < :until
      GROUP BY c.repository
    )
    SELECT f.repository AS subject,
      CASE WHEN m.merges > 0 THEN 'met' WHEN f.status = 'complete' THEN 'unmet' ELSE 'unknown' END AS state,
      CAST(COALESCE(m.merges, 0) AS TEXT) AS detail, f.as_of AS as_of
    FROM (${FOLLOWED}) f
    LEFT JOIN merged m ON m.repository = f.id
    ORDER BY subject`,
})

export const mergedOutside = defineEvidence({
  id: 'ggi/merged-outside',
  title: 'Contributions of ours to others, decided in the period: whether they were merged',
  params: EVIDENCE_PARAMS,
  sql: `
    SELECT f.repository || '#' || CAST(c.number AS TEXT) AS subject,
      CASE WHEN c.state = 'merged' THEN 'met' ELSE 'unmet' END AS state,
      substr(COALESCE(c.merged_at, c.closed_at), 1, 10) AS detail, f.as_of AS as_of
    FROM (${FOLLOWED}) f
    JOIN (${BY_US}) c ON c.repository = f.id
    WHERE c.state <> 'open' AND COALESCE(c.merged_at, c.closed_at) >= :since AND COALESCE(c.merged_at, c.closed_at) < :until
    ORDER BY f.repository, c.number`,
})

/** The year before `since` is the same day one year earlier: the year is the first four characters. */
export const trendOutside = defineEvidence({
  id: 'ggi/trend-outside',
  title: 'Whether more change requests were opened to others than in the period before',
  params: EVIDENCE_PARAMS,
  sql: `
    WITH edge AS (
      SELECT CAST(CAST(substr(:since, 1, 4) AS INTEGER) - 1 AS TEXT) || substr(:since, 5) AS before
    ), followed AS (
      SELECT f.id, f.status, f.as_of FROM (${FOLLOWED}) f
    ), counted AS (
      SELECT COUNT(CASE WHEN c.created_at >= :since AND c.created_at < :until THEN 1 END) AS now,
        COUNT(CASE WHEN c.created_at >= e.before AND c.created_at < :since THEN 1 END) AS then_
      FROM followed f
      JOIN (${BY_US}) c ON c.repository = f.id
      CROSS JOIN edge e
    )
    SELECT e.before || ' / ' || :since AS subject,
      CASE
        WHEN (SELECT COUNT(*) FROM followed f WHERE f.status IS NULL OR f.status <> 'complete') > 0 THEN 'unknown'
        WHEN n.now > n.then_ THEN 'met'
        ELSE 'unmet'
      END AS state,
      CAST(n.then_ AS TEXT) || ' / ' || CAST(n.now AS TEXT) AS detail,
      (SELECT MIN(f.as_of) FROM followed f) AS as_of
    FROM counted n
    CROSS JOIN edge e
    WHERE EXISTS (SELECT 1 FROM followed)`,
})

import { defineEvidence, EVIDENCE_PARAMS, OURS } from './evidence-query.ts'

const CHANGE_REQUESTS_SEEN = `(
  SELECT MAX(v.last_seen_at) FROM coverage v WHERE v.stream = 'change-requests' AND v.subject = r.subject
)`

export const reviewedMerges = defineEvidence({
  id: 'ggi/reviewed-merges',
  title: 'Change requests of people, merged in the period: whether somebody else reviewed them before',
  params: EVIDENCE_PARAMS,
  sql: `
    WITH looked AS MATERIALIZED (
      SELECT r.id, r.repository, ${CHANGE_REQUESTS_SEEN} AS as_of FROM own_repository r WHERE ${OURS}
    )
    SELECT r.repository || '#' || CAST(c.number AS TEXT) AS subject,
      CASE
        WHEN c.first_review_at IS NOT NULL AND c.first_review_at <= c.merged_at THEN 'met'
        WHEN c.review_count IS NULL AND c.first_review_at IS NULL THEN 'unknown'
        ELSE 'unmet'
      END AS state,
      substr(c.first_review_at, 1, 10) AS detail,
      r.as_of AS as_of
    FROM looked r
    JOIN change_request c ON c.repository = r.id
    JOIN person p ON p.id = c.author
    WHERE c.state = 'merged' AND c.gone_at IS NULL AND p.kind <> 'bot'
      AND c.merged_at >= :since AND c.merged_at < :until
    ORDER BY r.repository, c.number`,
})

/** Only repositories that people worked on in the period: in the others there was nothing to review. */
export const workByChangeRequest = defineEvidence({
  id: 'ggi/work-by-change-request',
  title: 'Own repositories with commits of people in the period: whether any of it came by change request',
  params: EVIDENCE_PARAMS,
  sql: `
    WITH worked AS (
      SELECT k.repository, COUNT(*) AS commits
      FROM repository_commit k
      JOIN person p ON p.id = k.author
      WHERE k.gone_at IS NULL AND k.is_release_tool = 0 AND p.kind <> 'bot'
        AND k.committed_at >= :since AND k.committed_at < :until
      GROUP BY k.repository
    ), merged AS (
      SELECT c.repository, COUNT(*) AS merges
      FROM change_request c
      WHERE c.state = 'merged' AND c.gone_at IS NULL AND c.merged_at >= :since AND c.merged_at < :until
      GROUP BY c.repository
    ), looked AS (
      SELECT r.id, r.repository, ${CHANGE_REQUESTS_SEEN} AS as_of FROM own_repository r WHERE ${OURS}
    )
    SELECT l.repository AS subject,
      CASE WHEN m.merges > 0 THEN 'met' WHEN l.as_of IS NULL THEN 'unknown' ELSE 'unmet' END AS state,
      CAST(COALESCE(m.merges, 0) AS TEXT) || ' / ' || CAST(w.commits AS TEXT) AS detail,
      l.as_of AS as_of
    FROM looked l
    JOIN worked w ON w.repository = l.id
    LEFT JOIN merged m ON m.repository = l.id
    ORDER BY subject`,
})

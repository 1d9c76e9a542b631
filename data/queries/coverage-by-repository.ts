import { defineQuery, type RowOf } from './query.ts'

export const coverageByRepository = defineQuery({
  id: 'collection/coverage-by-repository',
  title: 'What was asked of each repository, what came and what is missing, stream by stream',
  params: {},
  row: {
    repository: 'text',
    collector: 'text',
    stream: 'text',
    status: 'text',
    asked: 'integer?',
    came: 'integer?',
    missing: 'integer?',
    reason: 'text?',
    watermark_at: 'text?',
    from_at: 'text?',
  },
  sql: `
    WITH counted AS (
      SELECT r.id, r.server || '/' || r.host_id AS subject, r.owner || '/' || r.name AS repository,
        r.change_request_count, r.issue_count,
        (SELECT COUNT(*) FROM change_request x WHERE x.repository = r.id AND x.gone_at IS NULL) AS change_requests,
        (SELECT COUNT(*) FROM issue x WHERE x.repository = r.id AND x.gone_at IS NULL) AS issues,
        (SELECT COUNT(*) FROM repository_commit x WHERE x.repository = r.id AND x.gone_at IS NULL) AS commits
      FROM repository r
      WHERE r.gone_at IS NULL
    ), told AS (
      SELECT n.repository, c.collector, c.stream, c.status, c.watermark_at, c.from_at, g.reason,
        CASE c.stream WHEN 'change-requests' THEN n.change_request_count WHEN 'issues' THEN n.issue_count END AS asked,
        CASE c.stream
          WHEN 'change-requests' THEN n.change_requests WHEN 'issues' THEN n.issues WHEN 'commits' THEN n.commits
        END AS came
      FROM counted n
      JOIN coverage c ON c.subject = n.subject
      LEFT JOIN gap g ON g.collector = c.collector AND g.subject = c.subject AND g.kind = c.stream
    )
    SELECT repository, collector, stream, status, asked, came,
      CASE WHEN asked > came THEN asked - came WHEN asked IS NOT NULL THEN 0 END AS missing, reason, watermark_at, from_at
    FROM told
    ORDER BY lower(repository), stream, collector`,
})

export type RepositoryCoverage = RowOf<typeof coverageByRepository>

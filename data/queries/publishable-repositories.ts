import { HEAD_COMMITTED_AT, headKnownUntil } from './last-commit.ts'
import { defineQuery } from './query.ts'

/** `anonymous_only` 1 leaves out everything that not everybody could read at the last look. */
export const publishableRepositories = defineQuery({
  id: 'export/repositories',
  title: 'Repositories that may go into an export, with what is counted in each',
  params: { anonymous_only: 'integer' },
  row: {
    id: 'integer',
    server: 'text',
    host_id: 'text',
    owner: 'text',
    name: 'text',
    url: 'text?',
    description: 'text?',
    homepage_url: 'text?',
    readability: 'text?',
    is_archived: 'integer?',
    is_fork: 'integer?',
    is_empty: 'integer?',
    created_at: 'text?',
    star_count: 'integer?',
    fork_count: 'integer?',
    host_license: 'text?',
    primary_language: 'text?',
    default_branch: 'text?',
    head_oid: 'text?',
    head_committed_at: 'text?',
    known_until: 'text?',
    commits_known_until: 'text?',
    commit_count: 'integer?',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
    change_requests_open: 'integer?',
    change_requests_merged: 'integer?',
    change_requests_closed: 'integer?',
    issues_open: 'integer?',
    issues_closed: 'integer?',
  },
  sql: `
    WITH proposals AS (
      SELECT c.repository,
        COUNT(CASE WHEN c.state = 'open' THEN 1 END) AS n_open,
        COUNT(CASE WHEN c.state = 'merged' THEN 1 END) AS n_merged,
        COUNT(CASE WHEN c.state = 'closed' THEN 1 END) AS n_closed
      FROM change_request c WHERE c.gone_at IS NULL GROUP BY c.repository
    ),
    reports AS (
      SELECT i.repository,
        COUNT(CASE WHEN i.state = 'open' THEN 1 END) AS n_open,
        COUNT(CASE WHEN i.state = 'closed' THEN 1 END) AS n_closed
      FROM issue i WHERE i.gone_at IS NULL GROUP BY i.repository
    )
    SELECT r.id, r.server, r.host_id, r.owner, r.name, r.url, r.description, r.homepage_url, r.readability,
      r.is_archived, r.is_fork, r.is_empty, r.created_at, r.star_count, r.fork_count, r.host_license,
      r.primary_language, r.default_branch, r.head_oid, ${HEAD_COMMITTED_AT} AS head_committed_at,
      ${headKnownUntil('watermark_at')} AS known_until,
      (SELECT MAX(v.watermark_at) FROM coverage v
        WHERE v.stream = 'commits' AND v.subject = r.server || '/' || r.host_id) AS commits_known_until,
      r.commit_count, r.latest_release_tag,
      r.latest_release_at,
      p.n_open AS change_requests_open, p.n_merged AS change_requests_merged, p.n_closed AS change_requests_closed,
      i.n_open AS issues_open, i.n_closed AS issues_closed
    FROM repository r
    LEFT JOIN proposals p ON p.repository = r.id
    LEFT JOIN reports i ON i.repository = r.id
    WHERE r.gone_at IS NULL AND (:anonymous_only = 0 OR r.readability = 'anonymous')
    ORDER BY r.server, r.owner, r.name`,
})

export const publishableLanguages = defineQuery({
  id: 'export/languages',
  title: 'Languages of every repository',
  params: {},
  row: { repository: 'integer', language: 'text', bytes: 'integer' },
  sql: 'SELECT l.repository, l.language, l.bytes FROM repository_language l ORDER BY l.repository, l.language',
})

export const publishableTopics = defineQuery({
  id: 'export/topics',
  title: 'Topics of every repository',
  params: {},
  row: { repository: 'integer', topic: 'text' },
  sql: 'SELECT t.repository, t.topic FROM repository_topic t ORDER BY t.repository, t.topic',
})

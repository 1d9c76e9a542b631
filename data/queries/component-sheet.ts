import { defineQuery } from './query.ts'

export const componentSheet = defineQuery({
  id: 'component/sheet',
  title: 'What is known of the components of one repository',
  params: { owner: 'text', name: 'text' },
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    path: 'text',
    kind: 'text',
    line: 'text?',
    group_id: 'text?',
    artifact_id: 'text?',
    version: 'text?',
    title: 'text?',
    description: 'text?',
    url: 'text?',
    homepage_url: 'text?',
    readability: 'text?',
    is_archived: 'integer?',
    is_fork: 'integer?',
    host_license: 'text?',
    primary_language: 'text?',
    default_branch: 'text?',
    head_oid: 'text?',
    head_committed_at: 'text?',
    commit_count: 'integer?',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
    change_requests_open: 'integer',
    change_requests_merged: 'integer',
    change_requests_closed: 'integer',
    issues_open: 'integer',
    observed_at: 'text',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, c.path, c.kind, c.line, c.group_id, c.artifact_id, c.version,
      c.title, r.description, r.url, r.homepage_url, r.readability, r.is_archived, r.is_fork, r.host_license,
      r.primary_language, r.default_branch, r.head_oid, r.head_committed_at, r.commit_count, r.latest_release_tag,
      r.latest_release_at,
      (SELECT COUNT(*) FROM change_request q WHERE q.repository = r.id AND q.gone_at IS NULL AND q.state = 'open')
        AS change_requests_open,
      (SELECT COUNT(*) FROM change_request q WHERE q.repository = r.id AND q.gone_at IS NULL AND q.state = 'merged')
        AS change_requests_merged,
      (SELECT COUNT(*) FROM change_request q WHERE q.repository = r.id AND q.gone_at IS NULL AND q.state = 'closed')
        AS change_requests_closed,
      (SELECT COUNT(*) FROM issue i WHERE i.repository = r.id AND i.gone_at IS NULL AND i.state = 'open')
        AS issues_open,
      r.observed_at
    FROM repository r
    JOIN component c ON c.repository = r.id
    WHERE lower(r.owner) = lower(:owner) AND lower(r.name) = lower(:name) AND r.gone_at IS NULL
    ORDER BY r.server, c.path`,
})

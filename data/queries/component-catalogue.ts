import { defineQuery } from './query.ts'

export const componentCatalogue = defineQuery({
  id: 'component/catalogue',
  title: 'Every component with the repository it lives in; an empty kind means all kinds',
  params: { kind: 'text' },
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    path: 'text',
    name: 'text',
    kind: 'text',
    line: 'text?',
    group_id: 'text?',
    artifact_id: 'text?',
    version: 'text?',
    title: 'text?',
    description: 'text?',
    readability: 'text?',
    is_archived: 'integer?',
    host_license: 'text?',
    head_committed_at: 'text?',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, c.path,
      COALESCE(c.artifact_id, CASE WHEN c.path = '' THEN r.name ELSE c.path END) AS name,
      c.kind, c.line, c.group_id, c.artifact_id, c.version, c.title, r.description, r.readability, r.is_archived,
      r.host_license, r.head_committed_at, r.latest_release_tag, r.latest_release_at, r.url
    FROM component c
    JOIN repository r ON r.id = c.repository
    WHERE r.gone_at IS NULL AND (:kind = '' OR c.kind = :kind)
    ORDER BY lower(COALESCE(c.artifact_id, r.name)), r.server, lower(r.owner), lower(r.name), c.path`,
})

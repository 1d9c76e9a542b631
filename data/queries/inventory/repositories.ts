import { HEAD_COMMITTED_AT, headKnownUntil } from '../last-commit.ts'
import { defineQuery } from '../query.ts'

export const inventoriedRepositories = defineQuery({
  id: 'inventory/repositories',
  title: 'Repositories with what their host says of them, and whether their files are known',
  params: {},
  row: {
    id: 'integer',
    server: 'text',
    host_id: 'text',
    owner: 'text',
    name: 'text',
    url: 'text?',
    description: 'text?',
    readability: 'text?',
    is_archived: 'integer?',
    is_fork: 'integer?',
    is_empty: 'integer?',
    host_license: 'text?',
    head_committed_at: 'text?',
    known_until: 'text?',
    has_files: 'integer',
    release_count: 'integer?',
    latest_release_at: 'text?',
  },
  sql: `
    SELECT r.id, r.server, r.host_id, r.owner, r.name, r.url, r.description, r.readability, r.is_archived, r.is_fork,
      r.is_empty, r.host_license,
      ${HEAD_COMMITTED_AT} AS head_committed_at,
      ${headKnownUntil('watermark_at')} AS known_until,
      CASE WHEN r.stored_tree_oid IS NULL AND r.is_empty IS NOT 1 THEN 0 ELSE 1 END AS has_files,
      r.release_count, r.latest_release_at
    FROM repository r
    WHERE r.gone_at IS NULL
    ORDER BY lower(r.owner), lower(r.name), r.id`,
})

export const inventoriedTopics = defineQuery({
  id: 'inventory/topics',
  title: 'Topics that may tell a domain, by repository',
  params: {},
  row: { repository: 'integer', topic: 'text' },
  sql: `
    SELECT t.repository, t.topic
    FROM repository_topic t
    WHERE t.topic LIKE 'domain-%' OR t.topic LIKE 'domaine-%'
    ORDER BY t.repository, t.topic`,
})

export const inventoriedReleases = defineQuery({
  id: 'inventory/releases',
  title:
    'Releases of every repository, and its tags where no release tells of them, with the day of the commit they name',
  params: {},
  row: { repository: 'integer', tag: 'text', published_at: 'text?' },
  sql: `
    SELECT e.repository, e.tag, e.published_at
    FROM repository_release e
    UNION ALL
    SELECT f.repository, f.name AS tag, COALESCE(f.committed_at, c.committed_at) AS published_at
    FROM ref f
    LEFT JOIN repository_commit c ON c.repository = f.repository AND c.oid = f.oid
    WHERE f.kind = 'tag'
      AND NOT EXISTS (SELECT 1 FROM repository_release e WHERE e.repository = f.repository AND e.tag = f.name)
    ORDER BY repository, tag`,
})

import { defineQuery } from './query.ts'

/** Refs are known when there are any, and whole when `ref_gaps` is 0. */
export const subjectRepository = defineQuery({
  id: 'subject/repository',
  title: 'A repository by name, present or former, as a subject of the linter; its present name comes first',
  params: { owner: 'text', name: 'text' },
  row: {
    id: 'integer',
    server: 'text',
    host_id: 'text',
    owner: 'text',
    name: 'text',
    default_branch: 'text?',
    head_oid: 'text?',
    tree_oid: 'text?',
    stored_tree_oid: 'text?',
    refs: 'integer',
    ref_gaps: 'integer',
  },
  sql: `
    SELECT r.id, r.server, r.host_id, r.owner, r.name, r.default_branch, r.head_oid, r.tree_oid, r.stored_tree_oid,
      (SELECT COUNT(*) FROM ref f WHERE f.repository = r.id) AS refs,
      (
        SELECT COUNT(*) FROM gap g
        WHERE g.subject = r.server || '/' || r.host_id AND g.kind IN ('refs', 'field:branches', 'field:tags')
      ) AS ref_gaps
    FROM repository r
    WHERE r.gone_at IS NULL AND EXISTS (
      SELECT 1 FROM repository_name n
      WHERE n.repository = r.id AND lower(n.owner) = lower(:owner) AND lower(n.name) = lower(:name)
    )
    ORDER BY CASE WHEN lower(r.owner) = lower(:owner) AND lower(r.name) = lower(:name) THEN 0 ELSE 1 END, r.server, r.id`,
})

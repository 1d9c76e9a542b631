import { defineQuery } from './query.ts'

export const subjectTree = defineQuery({
  id: 'subject/tree',
  title: 'Files of a repository at its stored tree, and whether their bytes are here',
  params: { repository: 'integer' },
  row: { path: 'text', mode: 'text', oid: 'text', size: 'integer', has_content: 'integer' },
  sql: `
    SELECT e.path, e.mode, e.oid, e.size, CASE WHEN b.oid IS NULL THEN 0 ELSE 1 END AS has_content
    FROM tree_entry e
    LEFT JOIN blob b ON b.oid = e.oid
    WHERE e.repository = :repository
    ORDER BY e.path`,
})

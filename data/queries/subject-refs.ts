import { defineQuery } from './query.ts'

export const subjectRefs = defineQuery({
  id: 'subject/refs',
  title: 'Branches and tags of a repository',
  params: { repository: 'integer' },
  row: { kind: 'text', name: 'text', oid: 'text' },
  sql: `
    SELECT f.kind, f.name, f.oid
    FROM ref f
    WHERE f.repository = :repository
    ORDER BY f.kind, f.name`,
})

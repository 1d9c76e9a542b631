import { defineQuery } from './query.ts'

export const licenseFacts = defineQuery({
  id: 'export/license-facts',
  title: 'What the texts of licences at the root of repositories read as, the newest reading first',
  params: {},
  row: { repository: 'integer', path: 'text', fact: 'text' },
  sql: `
    SELECT e.repository, e.path, f.fact
    FROM fact f
    JOIN tree_entry e ON e.oid = f.oid
    WHERE f.extractor = 'license-text' AND e.path NOT LIKE '%/%'
    ORDER BY e.repository, f.version DESC, e.path`,
})

import { defineQuery } from '../query.ts'

export const storedBundleFiles = defineQuery({
  id: 'inventory/bundle-files',
  title: 'Every stored file that may hold texts of a component',
  params: {},
  row: { repository: 'integer', path: 'text', mode: 'text', oid: 'text', size: 'integer' },
  sql: `
    SELECT e.repository, e.path, e.mode, e.oid, e.size
    FROM tree_entry e
    JOIN repository r ON r.id = e.repository
    WHERE r.gone_at IS NULL AND e.mode IN ('100644', '100755') AND e.path LIKE '%messages%.properties'
    ORDER BY e.repository, e.path`,
})

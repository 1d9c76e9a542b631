import { defineQuery } from '../query.ts'

export const storedTemplates = defineQuery({
  id: 'inventory/templates',
  title: 'Templates for residents and for the administration',
  params: {},
  row: { repository: 'integer', path: 'text', mode: 'text', oid: 'text', size: 'integer' },
  sql: `
    SELECT e.repository, e.path, e.mode, e.oid, e.size
    FROM tree_entry e
    JOIN repository r ON r.id = e.repository
    WHERE r.gone_at IS NULL AND e.mode IN ('100644', '100755')
      AND (e.path LIKE '%WEB-INF/templates/skin/%' OR e.path LIKE '%WEB-INF/templates/admin/%')
      AND (e.path LIKE '%.html' OR e.path LIKE '%.ftl')
    ORDER BY e.repository, e.path`,
})

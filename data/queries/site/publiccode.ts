import { defineQuery } from '../query.ts'

export const sitePubliccode = defineQuery({
  id: 'site/publiccode',
  title: 'Components of the organisations of this file that carry a publiccode.yml',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', name: 'text', url: 'text?' },
  sql: `
    SELECT c.repository AS repository, c.path AS path, c.name AS name, r.url AS url
    FROM component_standing s
    JOIN component c ON c.repository = s.repository AND c.path = s.path
    JOIN repository r ON r.repository = c.repository
    WHERE s.has_publiccode = 1 AND r.is_own = 1
    ORDER BY c.repository, c.path`,
})

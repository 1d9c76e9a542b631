import { defineQuery } from '../query.ts'

export const storedGraphs = defineQuery({
  id: 'inventory/dependency-graphs',
  title: 'Documents of the dependency graph of the host, by repository',
  params: {},
  row: { repository: 'integer', oid: 'text', size: 'integer' },
  sql: `
    SELECT g.repository, g.oid, g.size
    FROM dependency_graph g
    JOIN repository r ON r.id = g.repository
    WHERE r.gone_at IS NULL
    ORDER BY g.repository, g.oid`,
})

export const storedManifests = defineQuery({
  id: 'inventory/manifests',
  title: 'Every stored file that may say what a component is and what it needs',
  params: {},
  row: { repository: 'integer', path: 'text', mode: 'text', oid: 'text', size: 'integer' },
  sql: `
    SELECT e.repository, e.path, e.mode, e.oid, e.size
    FROM tree_entry e
    JOIN repository r ON r.id = e.repository
    WHERE r.gone_at IS NULL AND e.mode IN ('100644', '100755')
      AND e.path NOT LIKE '%node_modules/%'
      AND (
        e.path = 'pom.xml' OR e.path LIKE '%/pom.xml'
        OR e.path = 'package.json' OR e.path LIKE '%/package.json'
        OR lower(e.path) LIKE '%dockerfile%'
        OR lower(e.path) LIKE '%compose%.yml' OR lower(e.path) LIKE '%compose%.yaml'
        OR e.path LIKE '.github/workflows/%.yml' OR e.path LIKE '.github/workflows/%.yaml'
        OR lower(e.path) LIKE '%.cdx.json' OR lower(e.path) LIKE '%bom.json' OR lower(e.path) LIKE '%.spdx.json'
      )
    ORDER BY e.repository, e.path`,
})

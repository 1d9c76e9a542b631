import { defineQuery } from '../query.ts'

/** How many sources of a repository are looked at for the licence in their header. */
const HEADERS = 5

export const describedFiles = defineQuery({
  id: 'inventory/described-files',
  title: 'Every stored file that describes a component or names its licence, and a few sources for their headers',
  params: {},
  row: { repository: 'integer', path: 'text', mode: 'text', oid: 'text', size: 'integer', role: 'text' },
  sql: `
    WITH told AS (
      SELECT e.repository, e.path, e.mode, e.oid, e.size,
        CASE
          WHEN e.path LIKE '%WEB-INF/plugins/%.xml' THEN 'descriptor'
          WHEN e.path = 'publiccode.yml' THEN 'publiccode'
          WHEN lower(e.path) LIKE '%.java' THEN 'source'
          ELSE 'license'
        END AS role
      FROM tree_entry e
      JOIN repository r ON r.id = e.repository
      JOIN blob b ON b.oid = e.oid
      WHERE r.gone_at IS NULL AND e.mode IN ('100644', '100755')
        AND (
          e.path LIKE '%WEB-INF/plugins/%.xml' OR e.path = 'publiccode.yml'
          OR (lower(e.path) LIKE '%.java' AND e.path NOT LIKE '%/test/%')
          OR (e.path NOT LIKE '%/%' AND (
            lower(e.path) LIKE 'licen_e%' OR lower(e.path) LIKE 'copying%' OR lower(e.path) LIKE 'unlicense%'))
        )
    ), placed AS (
      SELECT t.repository, t.path, t.mode, t.oid, t.size, t.role,
        ROW_NUMBER() OVER (PARTITION BY t.repository, t.role ORDER BY t.oid, t.path) AS place
      FROM told t
    )
    SELECT p.repository, p.path, p.mode, p.oid, p.size, p.role
    FROM placed p
    WHERE p.role <> 'source' OR p.place <= ${HEADERS}
    ORDER BY p.repository, p.path`,
})

import { defineEvidence, EVIDENCE_PARAMS, OURS } from './evidence-query.ts'

const { owners } = EVIDENCE_PARAMS

/** Shortest README that says anything, in bytes. */
const README_BYTES = 40

/** Own repositories, with the last look at their tree. */
const LOOKED_AT = `
  SELECT r.id, r.repository, r.stored_tree_oid,
    (SELECT MAX(v.last_seen_at) FROM coverage v WHERE v.stream = 'tree' AND v.subject = r.subject) AS as_of
  FROM own_repository r
  WHERE ${OURS}`

/** A file of which one name begins so, whatever its ending, at the root: three ranges that the index serves. */
function rootFile(stem: string): string {
  const spellings = [stem.toUpperCase(), stem, `${stem.slice(0, 1).toUpperCase()}${stem.slice(1)}`]
  const ranges = spellings.map((from) => {
    const last = from.charCodeAt(from.length - 1)
    return `(e.path >= '${from}' AND e.path < '${from.slice(0, -1)}${String.fromCharCode(last + 1)}')`
  })
  return `(${ranges.join(' OR ')}) AND e.path NOT LIKE '%/%'`
}

export const licenseFiles = defineEvidence({
  id: 'ggi/license-files',
  title: 'Own repositories with a licence text at the root or in LICENSES',
  params: { owners },
  sql: `
    WITH found AS (
      SELECT r.repository, r.stored_tree_oid, r.as_of,
        COALESCE(
          (SELECT MIN(e.path) FROM tree_entry e WHERE e.repository = r.id AND ${rootFile('license')}),
          (SELECT MIN(e.path) FROM tree_entry e WHERE e.repository = r.id AND ${rootFile('licence')}),
          (SELECT MIN(e.path) FROM tree_entry e WHERE e.repository = r.id AND ${rootFile('copying')}),
          (SELECT MIN(e.path) FROM tree_entry e
            WHERE e.repository = r.id AND e.path >= 'LICENSES/' AND e.path < 'LICENSES0')
        ) AS path
      FROM (${LOOKED_AT}) r
    )
    SELECT repository AS subject,
      CASE WHEN stored_tree_oid IS NULL THEN 'unknown' WHEN path IS NULL THEN 'unmet' ELSE 'met' END AS state,
      path AS detail, as_of
    FROM found
    ORDER BY subject`,
})

export const readmes = defineEvidence({
  id: 'ggi/readmes',
  title: `Own repositories with a README of ${README_BYTES} bytes or more at the root`,
  params: { owners },
  sql: `
    WITH found AS (
      SELECT r.repository, r.stored_tree_oid, r.as_of,
        (SELECT MIN(e.path) FROM tree_entry e
          WHERE e.repository = r.id AND e.size >= ${README_BYTES} AND ${rootFile('readme')}) AS path
      FROM (${LOOKED_AT}) r
    )
    SELECT repository AS subject,
      CASE WHEN stored_tree_oid IS NULL THEN 'unknown' WHEN path IS NULL THEN 'unmet' ELSE 'met' END AS state,
      path AS detail, as_of
    FROM found
    ORDER BY subject`,
})

export const dependencyLists = defineEvidence({
  id: 'ggi/dependency-lists',
  title: 'Own repositories of which a file that lists dependencies is stored and can be read',
  params: { owners },
  sql: `
    WITH found AS (
      SELECT r.repository, r.stored_tree_oid, r.as_of,
        COALESCE(
          (SELECT e.path FROM tree_entry e WHERE e.repository = r.id AND e.path = 'pom.xml'),
          (SELECT e.path FROM tree_entry e WHERE e.repository = r.id AND e.path = 'package.json'),
          (SELECT MIN(e.path) FROM tree_entry e
            WHERE e.repository = r.id AND e.path NOT LIKE '%node_modules/%'
              AND (e.path LIKE '%/pom.xml' OR e.path LIKE '%/package.json' OR e.path LIKE '%bom.json'
                OR e.path LIKE '%.cdx.json' OR e.path LIKE '%.spdx.json'))
        ) AS path,
        r.id
      FROM (${LOOKED_AT}) r
    )
    SELECT f.repository AS subject,
      CASE
        WHEN f.stored_tree_oid IS NULL THEN 'unknown'
        WHEN f.path IS NULL THEN 'unmet'
        WHEN b.oid IS NULL THEN 'unknown'
        ELSE 'met'
      END AS state,
      f.path AS detail, f.as_of AS as_of
    FROM found f
    LEFT JOIN tree_entry e ON e.repository = f.id AND e.path = f.path
    LEFT JOIN blob b ON b.oid = e.oid
    ORDER BY subject`,
})

export const components = defineEvidence({
  id: 'ggi/components',
  title: 'Own repositories of which it is known what they build',
  params: { owners },
  sql: `
    SELECT r.repository AS subject,
      CASE WHEN c.kind IS NOT NULL THEN 'met' WHEN r.stored_tree_oid IS NULL THEN 'unknown' ELSE 'unmet' END AS state,
      c.kind AS detail, r.as_of AS as_of
    FROM (${LOOKED_AT}) r
    LEFT JOIN (SELECT x.repository, MIN(x.kind) AS kind FROM component x GROUP BY x.repository) c ON c.repository = r.id
    ORDER BY subject`,
})

export const languages = defineEvidence({
  id: 'ggi/languages',
  title: 'Own repositories whose main language is that of at least two others',
  params: { owners },
  sql: `
    WITH own AS (
      SELECT r.repository, r.primary_language,
        (SELECT MAX(v.last_seen_at) FROM coverage v WHERE v.stream = 'repositories' AND v.subject = r.server || '/@' || r.owner)
          AS as_of
      FROM own_repository r
      WHERE ${OURS}
    ), used AS (
      SELECT primary_language, COUNT(*) AS repositories FROM own WHERE primary_language IS NOT NULL GROUP BY primary_language
    )
    SELECT o.repository AS subject,
      CASE WHEN o.primary_language IS NULL THEN 'unknown' WHEN u.repositories > 2 THEN 'met' ELSE 'unmet' END AS state,
      o.primary_language AS detail, o.as_of AS as_of
    FROM own o
    LEFT JOIN used u ON u.primary_language = o.primary_language
    ORDER BY subject`,
})

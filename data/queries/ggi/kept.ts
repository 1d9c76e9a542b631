import { defineEvidence, EVIDENCE_PARAMS } from './evidence-query.ts'

const { since, until } = EVIDENCE_PARAMS

function readOn(register: string): string {
  return `(SELECT MAX(n.ended_at) FROM run n WHERE n.collector = 'registers/${register}' AND n.status = 'complete')`
}

export const streams = defineEvidence({
  id: 'ggi/streams',
  title: 'What is followed, stream by stream, and which collector gets it',
  params: {},
  sql: `
    SELECT v.stream AS subject, CASE WHEN MIN(v.status) = 'unknown' AND MAX(v.status) = 'unknown' THEN 'unmet' ELSE 'met' END AS state,
      MIN(v.collector) AS detail, MAX(v.last_seen_at) AS as_of
    FROM coverage v
    GROUP BY v.stream
    ORDER BY subject`,
})

/** A run of an hour ago and one of last spring are not the same thing: only the period counts. */
export const collectorRuns = defineEvidence({
  id: 'ggi/collector-runs',
  title: 'Each collector on each scope: whether its last run of the period read everything',
  params: { since, until },
  sql: `
    SELECT n.collector || ' ' || n.scope AS subject,
      CASE WHEN n.status = 'complete' AND n.started_at >= :since THEN 'met' ELSE 'unmet' END AS state,
      n.status || ' ' || substr(n.started_at, 1, 10) AS detail,
      n.started_at AS as_of
    FROM run n
    WHERE n.id IN (SELECT MAX(x.id) FROM run x WHERE x.started_at < :until GROUP BY x.collector, x.scope)
      AND n.status <> 'skipped' AND n.collector NOT LIKE 'registers/%'
    ORDER BY subject`,
})

export const hostedBricks = defineEvidence({
  id: 'ggi/hosted-bricks',
  title: 'Bricks from elsewhere in the register: whether the version in service is known',
  params: {},
  sql: `
    SELECT b.brick || COALESCE(' ' || b.environment, '') AS subject,
      CASE WHEN b.version IS NULL THEN 'unmet' ELSE 'met' END AS state, b.version AS detail,
      ${readOn('bricks')} AS as_of
    FROM register_bricks b
    ORDER BY subject`,
})

export const knownBricks = defineEvidence({
  id: 'ggi/known-bricks',
  title: 'Bricks from elsewhere in the register: whether it says where their community is',
  params: {},
  sql: `
    SELECT b.brick || COALESCE(' ' || b.environment, '') AS subject,
      CASE WHEN b.address IS NULL THEN 'unmet' ELSE 'met' END AS state, b.address AS detail,
      ${readOn('bricks')} AS as_of
    FROM register_bricks b
    ORDER BY subject`,
})

export const recommendedBricks = defineEvidence({
  id: 'ggi/recommended-bricks',
  title: 'Bricks that the register recommends',
  params: {},
  sql: `
    SELECT b.brick AS subject, 'met' AS state, b.title AS detail, ${readOn('bricks')} AS as_of
    FROM register_bricks b
    WHERE b.is_recommended = 1
    ORDER BY subject`,
})

export const supportedBricks = defineEvidence({
  id: 'ggi/supported-bricks',
  title: 'Bricks that the register says to be supported under contract',
  params: {},
  sql: `
    SELECT b.brick || COALESCE(' ' || b.environment, '') AS subject,
      CASE b.support WHEN 'contract' THEN 'met' ELSE 'unmet' END AS state, b.support AS detail,
      ${readOn('bricks')} AS as_of
    FROM register_bricks b
    WHERE b.support IS NOT NULL
    ORDER BY subject`,
})

export const fallbackPlans = defineEvidence({
  id: 'ggi/fallback-plans',
  title: 'Bricks from elsewhere in the register: whether each has a fallback whose review is not overdue',
  params: { until },
  sql: `
    SELECT b.brick || COALESCE(' ' || b.environment, '') AS subject,
      CASE WHEN MAX(f.review) >= :until THEN 'met' ELSE 'unmet' END AS state, MAX(f.review) AS detail,
      ${readOn('fallbacks')} AS as_of
    FROM register_bricks b
    LEFT JOIN register_fallbacks f
      ON f.brick = b.brick AND (f.environment IS NULL OR f.environment = b.environment)
    GROUP BY b.brick, b.environment
    ORDER BY subject`,
})

export const roadmapLines = defineEvidence({
  id: 'ggi/roadmap',
  title: 'What the register of the roadmap announces',
  params: {},
  sql: `
    SELECT m.id AS subject, 'met' AS state, COALESCE(m.quarter, m.state) AS detail, ${readOn('roadmap')} AS as_of
    FROM register_roadmap m
    ORDER BY subject`,
})

import { defineQuery } from '../query.ts'

export const repositoryDays = defineQuery({
  id: 'report/repository-days',
  title: 'When repositories came and were archived; copies are left out',
  params: {},
  row: {
    id: 'integer',
    repository: 'text',
    created_at: 'text?',
    is_archived: 'integer?',
    archived_at: 'text?',
    replaced_by: 'text?',
  },
  sql: `
    SELECT r.id, r.owner || '/' || r.name AS repository, r.created_at, r.is_archived, r.archived_at,
      (
        SELECT MAX(c.replaced_by) FROM register_components c
        WHERE lower(c.component) IN (lower(r.name), lower(r.owner || '/' || r.name))
      ) AS replaced_by
    FROM repository r
    WHERE r.gone_at IS NULL AND COALESCE(r.is_fork, 0) = 0 AND COALESCE(r.is_mirror, 0) = 0
    ORDER BY lower(r.owner), lower(r.name), r.server`,
})

/** First day on which anything was read: what happened before it may have been seen, and may not. */
export const firstRun = defineQuery({
  id: 'report/first-run',
  title: 'When anything was first collected, and how many organisations were',
  params: {},
  row: { started_at: 'text?', organisations: 'integer', repositories: 'integer' },
  sql: `
    SELECT (SELECT MIN(n.started_at) FROM run n WHERE n.status IN ('complete', 'partial')) AS started_at,
      (SELECT COUNT(DISTINCT r.server || '/' || lower(r.owner)) FROM repository r WHERE r.gone_at IS NULL) AS organisations,
      (SELECT COUNT(*) FROM repository r WHERE r.gone_at IS NULL) AS repositories`,
})

export const keptActivities = defineQuery({
  id: 'report/kept-activities',
  title: 'How every activity and its points stood in each assessment that was kept',
  params: {},
  row: {
    assessed_at: 'text',
    confirmed_at: 'text',
    activity: 'text',
    state: 'text',
    met: 'integer',
    points: 'integer',
  },
  sql: `
    SELECT a.assessed_at, a.confirmed_at, v.activity, v.state,
      COUNT(CASE WHEN p.value = 'met' THEN 1 END) AS met,
      COUNT(CASE WHEN p.value <> 'not-applicable' THEN 1 END) AS points
    FROM assessment a
    JOIN assessment_activity v ON v.assessment = a.id
    LEFT JOIN assessment_point p ON p.assessment = a.id AND p.activity = v.activity
    GROUP BY a.id, a.assessed_at, a.confirmed_at, v.activity, v.state
    ORDER BY a.id, v.activity`,
})

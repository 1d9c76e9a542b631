import { defineQuery } from '../query.ts'

export const keptAssessments = defineQuery({
  id: 'ggi/assessments',
  title: 'Every assessment that was kept, the oldest first',
  params: {},
  row: { id: 'integer', handbook: 'text', assessed_at: 'text', confirmed_at: 'text' },
  sql: `SELECT a.id, a.handbook, a.assessed_at, a.confirmed_at FROM assessment a ORDER BY a.id`,
})

export const keptPoints = defineQuery({
  id: 'ggi/kept-points',
  title: 'How every verification point stood in one assessment',
  params: { assessment: 'integer' },
  row: { point: 'text', activity: 'text', value: 'text', source: 'text', measured: 'text' },
  sql: `
    SELECT p.point, p.activity, p.value, p.source, p.measured
    FROM assessment_point p WHERE p.assessment = :assessment ORDER BY p.activity, p.point`,
})

export const keptGoals = defineQuery({
  id: 'ggi/kept-goals',
  title: 'How the points of each goal stood in each assessment, and how many activities were at work',
  params: {},
  row: {
    assessment: 'integer',
    goal: 'text',
    met: 'integer',
    partly: 'integer',
    unmet: 'integer',
    not_applicable: 'integer',
    unknown: 'integer',
  },
  sql: `
    SELECT p.assessment, a.goal,
      COUNT(CASE WHEN p.value = 'met' THEN 1 END) AS met,
      COUNT(CASE WHEN p.value = 'partly' THEN 1 END) AS partly,
      COUNT(CASE WHEN p.value = 'unmet' THEN 1 END) AS unmet,
      COUNT(CASE WHEN p.value = 'not-applicable' THEN 1 END) AS not_applicable,
      COUNT(CASE WHEN p.value = 'unknown' THEN 1 END) AS unknown
    FROM assessment_point p
    JOIN assessment_activity a ON a.assessment = p.assessment AND a.activity = p.activity
    GROUP BY p.assessment, a.goal
    ORDER BY p.assessment, a.goal`,
})

import { defineQuery } from '../query.ts'

export const todoStaleClones = defineQuery({
  id: 'todo/stale-clones',
  title: 'Clones that last heard of their origin before a day, and the first of those days',
  params: { before: 'text' },
  row: { clones: 'integer', first_at: 'text?' },
  sql: `
    SELECT COUNT(*) AS clones, MIN(c.watermark_at) AS first_at
    FROM coverage c
    JOIN repository r ON r.server || '/' || r.host_id = c.subject AND r.gone_at IS NULL
    WHERE c.collector = 'git/commits' AND c.watermark_at < :before`,
})

export const todoLastRuns = defineQuery({
  id: 'todo/last-runs',
  title: 'How the last run of each collector on each scope ended, and what was wrong first',
  params: {},
  row: {
    collector: 'text',
    scope: 'text',
    status: 'text',
    started_at: 'text',
    ended_at: 'text?',
    problems: 'integer',
    code: 'text?',
    problem: 'text?',
  },
  sql: `
    SELECT r.collector, r.scope, r.status, r.started_at, r.ended_at,
      (SELECT COUNT(*) FROM run_problem p WHERE p.run = r.id) AS problems,
      (SELECT p.code FROM run_problem p WHERE p.run = r.id AND p.position = 1) AS code,
      (SELECT p.message FROM run_problem p WHERE p.run = r.id AND p.position = 1) AS problem
    FROM run r
    WHERE r.id = (SELECT MAX(l.id) FROM run l WHERE l.collector = r.collector AND l.scope = r.scope)
    ORDER BY r.collector, r.scope`,
})

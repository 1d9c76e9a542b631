import { defineQuery } from '../query.ts'

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

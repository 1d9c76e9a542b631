import { defineQuery } from '../query.ts'

const LAST = `r.id = (SELECT MAX(l.id) FROM run l WHERE l.collector = r.collector AND l.scope = r.scope)`

export const lastRuns = defineQuery({
  id: 'desk/last-runs',
  title: 'How the last run of each collector on each scope ended, and what it took',
  params: {},
  row: {
    collector: 'text',
    scope: 'text',
    status: 'text',
    started_at: 'text',
    ended_at: 'text?',
    read: 'integer',
    written: 'integer',
    problems: 'integer',
  },
  sql: `
    SELECT r.collector, r.scope, r.status, r.started_at, r.ended_at, r.read, r.written,
      (SELECT COUNT(*) FROM run_problem p WHERE p.run = r.id) AS problems
    FROM run r
    WHERE ${LAST}
    ORDER BY r.collector, r.scope`,
})

export const lastRunProblems = defineQuery({
  id: 'desk/last-run-problems',
  title: 'What went wrong in the last run of each collector on each scope, the first fifty of each',
  params: {},
  row: { collector: 'text', scope: 'text', position: 'integer', kind: 'text', code: 'text?', message: 'text' },
  sql: `
    SELECT r.collector, r.scope, p.position, p.kind, p.code, p.message
    FROM run r
    JOIN run_problem p ON p.run = r.id
    WHERE ${LAST} AND p.position <= 50
    ORDER BY r.collector, r.scope, p.position`,
})

export const registerReadings = defineQuery({
  id: 'desk/register-readings',
  title: 'When each register was last read without a mistake',
  params: {},
  row: { register: 'text', read_at: 'text?' },
  sql: `
    SELECT replace(r.collector, 'registers/', '') AS register, MAX(r.ended_at) AS read_at
    FROM run r
    WHERE r.collector LIKE 'registers/%' AND r.status = 'complete'
    GROUP BY r.collector
    ORDER BY r.collector`,
})

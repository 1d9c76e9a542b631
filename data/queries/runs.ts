import { defineQuery } from './query.ts'

export const runs = defineQuery({
  id: 'collection/runs',
  title: 'The last runs, newest first',
  params: { most: 'integer' },
  row: {
    id: 'integer',
    collector: 'text',
    scope: 'text',
    status: 'text',
    started_at: 'text',
    ended_at: 'text?',
    requests: 'integer',
    points: 'integer',
    read: 'integer',
    written: 'integer',
    unchanged: 'integer',
    problems: 'integer',
  },
  sql: `
    SELECT r.id, r.collector, r.scope, r.status, r.started_at, r.ended_at, r.requests, r.points, r.read, r.written,
      r.unchanged, (SELECT COUNT(*) FROM run_problem p WHERE p.run = r.id) AS problems
    FROM run r
    ORDER BY r.id DESC
    LIMIT :most`,
})

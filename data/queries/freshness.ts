import { defineQuery } from './query.ts'

export const freshness = defineQuery({
  id: 'collection/freshness',
  title: 'When each collector ran last on each scope, and when it last read all of it',
  params: {},
  row: {
    collector: 'text',
    scope: 'text',
    last_status: 'text',
    last_started_at: 'text',
    last_ended_at: 'text?',
    last_complete_at: 'text?',
  },
  sql: `
    SELECT r.collector, r.scope, r.status AS last_status, r.started_at AS last_started_at, r.ended_at AS last_ended_at,
      (
        SELECT MAX(c.ended_at) FROM run c
        WHERE c.collector = r.collector AND c.scope = r.scope AND c.status = 'complete'
      ) AS last_complete_at
    FROM run r
    WHERE r.id = (SELECT MAX(l.id) FROM run l WHERE l.collector = r.collector AND l.scope = r.scope)
    ORDER BY r.collector, r.scope`,
})

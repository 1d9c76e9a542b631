import { defineQuery } from './query.ts'

export const gaps = defineQuery({
  id: 'collection/gaps',
  title: 'What was asked and could not be learnt',
  params: {},
  row: { collector: 'text', subject: 'text', kind: 'text', reason: 'text', message: 'text', observed_at: 'text' },
  sql: `
    SELECT g.collector, g.subject, g.kind, g.reason, g.message, g.observed_at
    FROM gap g
    ORDER BY g.collector, g.kind, g.subject`,
})

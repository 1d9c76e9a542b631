import { defineQuery } from './query.ts'

export const coverage = defineQuery({
  id: 'collection/coverage',
  title: 'What was looked at, per collector, subject and stream, and as of when',
  params: {},
  row: {
    collector: 'text',
    subject: 'text',
    stream: 'text',
    status: 'text',
    watermark_at: 'text?',
    last_seen_at: 'text',
  },
  sql: `
    SELECT c.collector, c.subject, c.stream, c.status, c.watermark_at, c.last_seen_at
    FROM coverage c
    ORDER BY c.collector, c.stream, c.subject`,
})

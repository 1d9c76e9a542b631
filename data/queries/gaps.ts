import { defineQuery, type RowOf } from './query.ts'

export const gaps = defineQuery({
  id: 'collection/gaps',
  title: 'What was asked and could not be learnt, per repository and kind',
  params: {},
  row: {
    collector: 'text',
    subject: 'text',
    repository: 'text?',
    kind: 'text',
    reason: 'text',
    code: 'text?',
    message: 'text',
    observed_at: 'text',
  },
  sql: `
    SELECT g.collector, g.subject, r.owner || '/' || r.name AS repository, g.kind, g.reason, g.code, g.message, g.observed_at
    FROM gap g
    LEFT JOIN repository r ON r.server || '/' || r.host_id = g.subject
    ORDER BY g.collector, g.kind, g.subject`,
})

export type Gap = RowOf<typeof gaps>

import { defineQuery } from './query.ts'

export const asOf = defineQuery({
  id: 'collection/as-of',
  title: 'The last instant at which anything was learnt',
  params: {},
  row: { as_of: 'text?' },
  sql: `SELECT MAX(r.ended_at) AS as_of FROM run r WHERE r.status IN ('complete', 'partial')`,
})

import { defineQuery } from '../query.ts'

export const registeredTrackers = defineQuery({
  id: 'registers/trackers',
  title: 'Where the issues of each component, or of those that a pattern fits, are really reported',
  params: {},
  row: { component: 'text', kind: 'text', address: 'text?', since: 'text?' },
  sql: `
    SELECT t.component, t.kind, t.address, t.since
    FROM register_trackers t
    ORDER BY lower(t.component)`,
})

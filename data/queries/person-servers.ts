import { defineQuery } from './query.ts'

export const personServers = defineQuery({
  id: 'person/servers',
  title: 'Hosts of which people or organisations are stored',
  params: {},
  row: { server: 'text' },
  sql: `
    SELECT p.server FROM person p
    UNION
    SELECT o.server FROM organisation o
    ORDER BY server`,
})

import { defineQuery } from './query.ts'

export const organisations = defineQuery({
  id: 'organisation/all',
  title: 'Organisations that are collected',
  params: {},
  row: { server: 'text', login: 'text' },
  sql: 'SELECT o.server, o.login FROM organisation o ORDER BY o.server, lower(o.login)',
})

import { defineQuery } from '../query.ts'

/** Days alone, without whose they are. */
export const todoConsents = defineQuery({
  id: 'todo/consents',
  title: 'On which days persons agreed to be counted elsewhere, one word each',
  params: {},
  row: { consented_on: 'text?' },
  sql: `SELECT string_agg(substr(n.consented_at, 1, 10), ' ') AS consented_on FROM opt_in n`,
})

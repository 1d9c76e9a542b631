import { defineQuery } from './query.ts'

/** Without a single line nobody is known to be outside: then nought means nothing. */
export const affiliationLines = defineQuery({
  id: 'affiliation/lines',
  title: 'Lines of the registers that say where people stand',
  params: {},
  row: { lines: 'integer' },
  sql: 'SELECT COUNT(*) AS lines FROM affiliation',
})

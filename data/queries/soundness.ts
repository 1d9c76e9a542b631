import { defineQuery } from './query.ts'

export const soundness = defineQuery({
  id: 'database/soundness',
  title: 'What the database finds wrong with its own file; one row "ok" where there is nothing',
  params: {},
  row: { problem: 'text' },
  sql: 'SELECT q.quick_check AS problem FROM pragma_quick_check q',
})

export const pseudonymCount = defineQuery({
  id: 'database/pseudonyms',
  title: 'How many identities are kept under a pseudonym',
  params: {},
  row: { count: 'integer' },
  sql: 'SELECT COUNT(*) AS count FROM person_mail m',
})

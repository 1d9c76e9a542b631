import { defineQuery } from '../query.ts'

export const registerLines = defineQuery({
  id: 'inventory/register-lines',
  title: 'Every line of every register, in the order of its file',
  params: {},
  row: { register: 'text', position: 'integer', line: 'integer', value: 'text' },
  sql: `
    SELECT e.register, e.position, e.line, e.value
    FROM register_entry e
    ORDER BY e.register, e.position`,
})

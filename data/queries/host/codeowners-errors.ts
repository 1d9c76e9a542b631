import { defineQuery } from '../query.ts'

export const hostCodeownersErrors = defineQuery({
  id: 'host/codeowners-errors',
  title: 'Mistakes that the host finds in CODEOWNERS',
  params: { repository: 'integer' },
  row: {
    kind: 'text',
    path: 'text',
    line: 'integer',
    column_number: 'integer',
  },
  sql: `
    SELECT e.kind, e.path, e.line, e.column_number
    FROM repository_codeowners_error e
    WHERE e.repository = :repository
    ORDER BY e.path, e.line, e.column_number, e.kind`,
})

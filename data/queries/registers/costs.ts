import { defineQuery } from '../query.ts'

/** Nothing of it shows anywhere before a body approved it. */
export const approvedCosts = defineQuery({
  id: 'registers/approved-costs',
  title: 'What was spent, saved and avoided, as far as a body approved it',
  params: {},
  row: {
    ...{ year: 'integer', kind: 'text', what: 'text', amount: 'real', currency: 'text', method: 'text' },
    ...{ approved_by: 'text', approved_at: 'text' },
  },
  sql: `
    SELECT c.year, c.kind, c.what, CAST(c.amount AS REAL) AS amount, c.currency, c.method, c.approved_by, c.approved_at
    FROM register_costs c
    WHERE c.approved_by IS NOT NULL AND c.approved_at IS NOT NULL
    ORDER BY c.year DESC, c.kind, c.what`,
})

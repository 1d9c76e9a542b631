import { defineQuery } from '../query.ts'

export const registeredFacts = defineQuery({
  id: 'registers/facts',
  title: 'What texts state, with scope, source and date, and whether it is due to be looked at again',
  params: { today: 'text' },
  row: {
    id: 'text',
    statement_fr: 'text',
    statement_en: 'text',
    value: 'real?',
    unit: 'text?',
    scope: 'text',
    source: 'text',
    address: 'text?',
    date: 'text',
    review: 'text',
    is_due: 'integer',
  },
  sql: `
    SELECT f.id, f.statement_fr, f.statement_en, f.value, f.unit, f.scope, f.source, f.address, f.date, f.review,
      CASE WHEN f.review <= :today THEN 1 ELSE 0 END AS is_due
    FROM register_facts f
    ORDER BY f.id`,
})

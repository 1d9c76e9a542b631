import { defineQuery } from '../query.ts'

export const siteReports = defineQuery({
  id: 'site/reports',
  of: 'export',
  title: 'Reports, the current one first',
  params: {},
  row: { slug: 'text', content: 'text' },
  sql: 'SELECT r.slug, r.content FROM report r ORDER BY r.position',
})

export const siteImpact = defineQuery({
  id: 'site/impact',
  of: 'export',
  title: 'What each year came to, the last one first',
  params: {},
  row: { year: 'integer', figure: 'text', value: 'integer?', is_hidden: 'integer', until: 'text' },
  sql: 'SELECT i.year, i.figure, i.value, i.is_hidden, i.until FROM impact_figure i ORDER BY i.year DESC, i.figure',
})

export const siteCosts = defineQuery({
  id: 'site/costs',
  of: 'export',
  title: 'Costs that a body approved',
  params: {},
  row: {
    ...{ year: 'integer', kind: 'text', what: 'text', amount: 'real', currency: 'text', method: 'text' },
    ...{ decided_by: 'text', decided_on: 'text' },
  },
  sql: `
    SELECT c.year, c.kind, c.what, c.amount, c.currency, c.method, c.decided_by, c.decided_on
    FROM cost c
    ORDER BY c.position`,
})

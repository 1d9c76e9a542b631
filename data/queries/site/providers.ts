import { defineQuery } from '../query.ts'

export const siteProviders = defineQuery({
  id: 'site/providers',
  title: 'Who offers work around the components, by its own word',
  of: 'export',
  params: {},
  row: {
    organisation: 'text',
    country: 'text',
    offers: 'text',
    proof_url: 'text',
    url: 'text?',
    declared_on: 'text',
  },
  sql: `
    SELECT p.organisation, p.country, p.offers, p.proof_url, p.url, p.declared_on
    FROM provider p
    ORDER BY lower(p.organisation)`,
})

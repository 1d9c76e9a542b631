import { defineQuery } from '../query.ts'
import { PROVIDER_ROW } from '../registers/providers.ts'

export const siteProviders = defineQuery({
  id: 'site/providers',
  title: 'Who offers work around the components, by its own word',
  of: 'export',
  params: {},
  row: PROVIDER_ROW,
  sql: `
    SELECT p.organisation, p.country, p.offers, p.proof_url, p.url, p.declared_on
    FROM provider p
    ORDER BY lower(p.organisation)`,
})

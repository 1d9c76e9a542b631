import { defineQuery } from '../query.ts'

/** Who offers work, in the register and in a published file. */
export const PROVIDER_ROW = {
  organisation: 'text',
  country: 'text',
  offers: 'text',
  proof_url: 'text',
  url: 'text?',
  declared_on: 'text',
} as const

/** Whoever withdrew, or has not come forward for long, is told of no more. */
export const registeredProviders = defineQuery({
  id: 'registers/providers',
  title: 'Who offers work around the components by its own word, and declared it since a day',
  params: { declared_from: 'text' },
  row: PROVIDER_ROW,
  sql: `
    SELECT p.organisation, p.country, p.offers, p.proof AS proof_url, p.address AS url, p.declared_at AS declared_on
    FROM register_providers p
    WHERE p.withdrawn_at IS NULL AND p.declared_at >= :declared_from
    ORDER BY lower(p.organisation)`,
})

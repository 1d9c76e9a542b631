import { defineQuery } from '../query.ts'

export const registeredListings = defineQuery({
  id: 'registers/listings',
  title: 'Catalogues of others that list a component, or were found not to',
  params: {},
  row: { component: 'text', catalogue: 'text', is_listed: 'integer', checked_at: 'text', address: 'text?' },
  sql: `
    SELECT l.component, l.catalogue, l.is_listed, l.checked_at, l.address
    FROM register_listings l
    ORDER BY lower(l.component), lower(l.catalogue)`,
})

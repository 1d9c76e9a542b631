import { defineQuery } from '../query.ts'

/** The contact is a role, and no business of the public. */
export const outsideCatalogues = defineQuery({
  id: 'registers/outside',
  title: 'Organisations whose repositories are followed without being ours, and their consent to publish',
  params: {},
  row: { repository: 'text', organisation: 'text', agreed_at: 'text?', address: 'text?', contact: 'text?' },
  sql: `
    SELECT o.repository, o.organisation, o.agreed_at, o.address, o.contact
    FROM register_outside o
    ORDER BY lower(o.organisation), lower(o.repository)`,
})

import { defineQuery } from '../query.ts'

export const registeredAdopters = defineQuery({
  id: 'registers/adopters',
  title: 'Who reuses what: every line of the register, whether it was confirmed since a day and may be named',
  params: { confirmed_from: 'text' },
  row: {
    organisation: 'text',
    type: 'text',
    country: 'text',
    component: 'text',
    is_assembly: 'integer?',
    version: 'text?',
    state: 'text',
    basis: 'text',
    since: 'text?',
    confirmed_at: 'text',
    consent_at: 'text?',
    address: 'text?',
    is_confirmed: 'integer',
  },
  sql: `
    SELECT a.organisation, a.type, a.country, a.component, a.is_assembly, a.version, a.state, a.basis, a.since,
      a.confirmed_at, a.consent_at, a.address,
      CASE WHEN a.confirmed_at >= :confirmed_from THEN 1 ELSE 0 END AS is_confirmed
    FROM register_adopters a
    ORDER BY lower(a.component), lower(a.organisation)`,
})

/** Of third parties who said nothing: never for the public. */
export const registeredLeads = defineQuery({
  id: 'registers/leads',
  title: 'Repositories of others in which a component of ours was seen',
  params: {},
  row: {
    repository: 'text',
    component: 'text',
    version: 'text?',
    found_at: 'text',
    source: 'text',
    answer: 'text?',
  },
  sql: `
    SELECT l.repository, l.component, l.version, l.found_at, l.source, l.answer
    FROM register_leads l
    ORDER BY lower(l.component), lower(l.repository)`,
})

export const registeredImages = defineQuery({
  id: 'registers/images',
  title: 'Container images with their pulls, and the day on which they were read',
  params: {},
  row: { image: 'text', component: 'text', pulls: 'integer?', pulls_at: 'text?', address: 'text?' },
  sql: `
    SELECT i.image, i.component, i.pulls, i.pulls_at, i.address
    FROM register_images i
    ORDER BY lower(i.image)`,
})

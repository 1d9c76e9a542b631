import { defineQuery } from '../query.ts'

/** `components` is a JSON array of names. `public_only` 1: those that may be shown to everybody, without their note. */
export const registeredServices = defineQuery({
  id: 'registers/services',
  title: 'Services that run on the components, with their yearly use and its source',
  params: { public_only: 'integer' },
  row: {
    id: 'text',
    name_fr: 'text',
    name_en: 'text',
    summary_fr: 'text?',
    summary_en: 'text?',
    address: 'text?',
    assembly: 'text?',
    components: 'text',
    since: 'text?',
    yearly_use: 'integer?',
    yearly_use_of: 'text?',
    yearly_use_year: 'integer?',
    yearly_use_source: 'text?',
    is_public: 'integer',
    note: 'text?',
  },
  sql: `
    SELECT s.id, s.name_fr, s.name_en, s.summary_fr, s.summary_en, s.address, s.assembly, s.components, s.since,
      s.yearly_use, s.yearly_use_of, s.yearly_use_year, s.yearly_use_source, s.is_public,
      CASE WHEN :public_only = 1 THEN NULL ELSE s.note END AS note
    FROM register_services s
    WHERE :public_only = 0 OR s.is_public = 1
    ORDER BY s.id`,
})

import { defineQuery } from '../query.ts'

export const siteServices = defineQuery({
  id: 'site/services',
  title: 'Services to residents',
  of: 'export',
  params: {},
  row: {
    id: 'text',
    name_fr: 'text',
    name_en: 'text',
    summary_fr: 'text?',
    summary_en: 'text?',
    url: 'text?',
    since: 'text?',
    is_public: 'integer',
    assembly: 'text?',
    parts: 'integer',
    generic_parts: 'integer?',
    yearly_use: 'integer?',
    yearly_use_of: 'text?',
    yearly_use_year: 'integer?',
    yearly_use_source: 'text?',
  },
  sql: `
    SELECT s.id, s.name_fr, s.name_en, s.summary_fr, s.summary_en, s.url, s.since, s.is_public, s.assembly, s.parts,
      s.generic_parts, s.yearly_use, s.yearly_use_of, s.yearly_use_year, s.yearly_use_source
    FROM service s
    ORDER BY lower(s.name_fr), s.id`,
})

export const siteServiceComponents = defineQuery({
  id: 'site/service-components',
  title: 'Components that each service stands on',
  of: 'export',
  params: {},
  row: { service: 'text', repository: 'text', path: 'text' },
  sql: `
    SELECT c.service, c.repository, c.path
    FROM service_component c
    ORDER BY c.service, c.repository, c.path`,
})

export const siteNeeds = defineQuery({
  id: 'site/needs',
  title: 'Needs in plain words, with what answers each; one line without an answer where nothing does',
  of: 'export',
  params: {},
  row: { id: 'text', words_fr: 'text', words_en: 'text', repository: 'text?', path: 'text?', assembly: 'text?' },
  sql: `
    SELECT n.id, n.words_fr, n.words_en, a.repository, a.path, a.assembly
    FROM need n
    LEFT JOIN need_answer a ON a.need = n.id
    ORDER BY n.position, a.position`,
})

export const siteNeedWords = defineQuery({
  id: 'site/need-words',
  title: 'Other words that needs are searched by',
  of: 'export',
  params: {},
  row: { need: 'text', word: 'text' },
  sql: 'SELECT need, word FROM need_word ORDER BY need, position',
})

export const siteReusers = defineQuery({
  id: 'site/reusers',
  title: 'How many organisations reuse anything',
  of: 'export',
  params: {},
  row: { counted: 'text', organisations: 'integer', countries: 'integer' },
  sql: 'SELECT c.counted, c.organisations, c.countries FROM reuser_count c ORDER BY c.counted',
})

export const siteAdopters = defineQuery({
  id: 'site/adopters',
  title: 'Who runs what elsewhere',
  of: 'export',
  params: {},
  row: {
    repository: 'text?',
    path: 'text?',
    assembly: 'text?',
    organisation: 'text?',
    type: 'text',
    country: 'text',
    state: 'text',
    basis: 'text?',
    since: 'text?',
    confirmed_at: 'text?',
    url: 'text?',
    adopters: 'integer',
  },
  sql: `
    SELECT a.repository, a.path, a.assembly, a.organisation, a.type, a.country, a.state, a.basis, a.since,
      a.confirmed_at, a.url, a.adopters
    FROM adopter a
    ORDER BY a.organisation IS NULL, lower(a.organisation), a.country, a.type, a.position`,
})

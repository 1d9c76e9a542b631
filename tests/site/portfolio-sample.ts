import type { SQLInputValue } from 'node:sqlite'

type Row = Readonly<Record<string, SQLInputValue>>

const LONG_WORD = `Rendez-vous${'trèslong'.repeat(12)}`

/** What stands on what, a pack, services, needs, adopters and events, over repositories of an invented city; odd ones too. */
export function portfolioSample(known: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const repositories = known.map(({ repository }) => String(repository))
  const [pack = '', ...others] = repositories
  const [first = pack, second = pack] = others
  const at = (repository: string) => ({ repository, path: '' })
  return [
    ['component_standing', known.map((row, index) => ({ ...at(String(row.repository)), ...standing(row, index) }))],
    [
      'readiness_criterion',
      [
        { ...at(first), criterion: 'commits', level: 1, outcome: 'met', value: '11' },
        { ...at(first), criterion: 'response', level: 1, outcome: 'nothing-to-measure', value: null },
        { ...at(first), criterion: 'release', level: 2, outcome: 'unmet', value: '2024-02-01' },
        { ...at(first), criterion: 'people', level: 3, outcome: 'unknown', value: null },
      ],
    ],
    [
      'component_dependency',
      others.slice(1).map((repository) => {
        return { ...at(repository), required_repository: first, required_path: '', version: null }
      }),
    ],
    [
      'component_translation',
      [
        { ...at(first), language: 'fr', translated: 20, reference: 25 },
        { ...at(first), language: 'hu', translated: 0, reference: 25 },
      ],
    ],
    [
      'assembly',
      [
        {
          ...{ ...at(pack), id: 'vaubrelle/pack#nuit', profile: 'nuit', name: 'pack', title: LONG_WORD, kind: 'pack' },
          ...{ version: '1.0', parts_direct: 3, parts_all: 4 },
        },
      ],
    ],
    ['assembly_part', parts(first, second)],
    [
      'assembly_trial',
      [
        {
          ...{ assembly: 'vaubrelle/pack#nuit', position: 1, date: '2026-10-05', result: 'started', revision: 'abc' },
          ...{ command: 'docker compose up', requires: 'Docker', contact: 'Équipe des packs' },
        },
      ],
    ],
    [
      'need',
      [
        { id: 'rdv', position: 1, words_fr: 'Prendre un rendez-vous', words_en: 'Book an appointment' },
        { id: 'rien', position: 2, words_fr: 'Voler', words_en: 'Fly' },
      ],
    ],
    [
      'need_answer',
      [
        { need: 'rdv', position: 1, repository: null, path: null, assembly: 'vaubrelle/pack#nuit' },
        { need: 'rdv', position: 2, ...at(first), assembly: null },
      ],
    ],
    ['need_word', [{ need: 'rdv', position: 1, word: 'créneau' }]],
    [
      'collection',
      [
        {
          id: 'debut',
          position: 1,
          name_fr: 'Pour commencer',
          name_en: 'Start',
          why_fr: 'Les bases',
          why_en: 'The basics',
        },
        { id: LONG_WORD, position: 2, name_fr: LONG_WORD, name_en: LONG_WORD, why_fr: '<b>', why_en: '<b>' },
      ],
    ],
    [
      'collection_component',
      [
        { collection: 'debut', position: 1, ...at(second) },
        { collection: 'debut', position: 2, ...at(first) },
        { collection: LONG_WORD, position: 1, ...at(first) },
      ],
    ],
    ['component_summary', [{ ...at(first), summary_fr: 'Tenir la file', summary_en: 'Keep the queue' }]],
    [
      'component_release',
      [
        { ...at(first), position: 1, version: '2.0.0', published_at: '2026-10-01T08:00:00Z' },
        { ...at(first), position: 2, version: '1.9.0', published_at: '2025-01-01T08:00:00Z' },
      ],
    ],
    ['repository_security', [{ repository: first, url: 'https://une.example/security' }]],
    [
      'component_migration',
      [
        { ...at(first), state: 'blocked', blocked_by: 1, unblocks: 3 },
        { ...at(second), state: 'migrated', blocked_by: 0, unblocks: 0 },
      ],
    ],
    ['service', services()],
    ['service_component', [{ service: 'guichet', ...at(first) }]],
    ['adopter', adopters(first)],
    ['provider', PROVIDERS],
    [
      'reuser_count',
      [
        { counted: 'reusing', organisations: 4, countries: 3 },
        { counted: 'in-service', organisations: 3, countries: 2 },
      ],
    ],
    ['event', events()],
    [
      'roadmap_item',
      [
        {
          ...{ ...at(first), id: 'suite', position: 1, title_fr: 'La suite', title_en: 'What comes' },
          ...{ summary_fr: null, summary_en: null, state: 'planned', quarter: '2027-T1', url: null },
        },
      ],
    ],
  ]
}

function standing({ state = null, last_activity_at = null }: Row, index: number): Row {
  return {
    ...{ state, state_from: 'activity', last_activity_at },
    ...{ domain: 'accueil', domain_source: 'name', declared_license: 'BSD-3-Clause', concluded_license: null },
    ...{ is_license_disagreed: index === 1 ? 1 : 0, readiness: 1, readiness_at_most: 3 },
    ...{ requires_direct: 1, requires_all: 1, required_by_direct: 0, required_by_all: 3, behind: 0, behind_of: 0 },
    replaced_by: index === 2 ? 'autre-chose' : null,
  }
}

function parts(first: string, second: string): readonly Row[] {
  const common = { assembly: 'vaubrelle/pack#nuit', is_direct: 1 }
  const old = { published_at: '2021-01-01T00:00:00Z', latest_version: '2.0', behind: 4 }
  const none = { published_at: null, latest_version: null, behind: null }
  return [
    { ...common, ...old, artifact: 'fr.exemple:un', repository: first, path: '', version: '[1.0]' },
    { ...common, ...none, artifact: 'fr.exemple:deux', repository: second, path: '', version: null },
    { ...common, ...none, artifact: 'fr.exemple:ailleurs', repository: null, path: null, version: '[3.1,4)' },
    { ...common, ...none, is_direct: 0, artifact: 'fr.exemple:suit', repository: null, path: null, version: null },
  ]
}

function services(): readonly Row[] {
  const none = { yearly_use: null, yearly_use_of: null, yearly_use_year: null, yearly_use_source: null }
  return [
    {
      ...{
        id: 'guichet',
        name_fr: 'Mon ticket',
        name_en: 'My ticket',
        summary_fr: 'Un ticket',
        summary_en: 'A ticket',
      },
      ...{ url: 'https://guichet.example', since: '2021-03-01', is_public: 1, assembly: null, parts: 1 },
      ...{ generic_parts: 1, yearly_use: 48200, yearly_use_of: null, yearly_use_year: 2025 },
      yearly_use_source: 'Rapport',
    },
    {
      ...{ id: 'nuit', name_fr: LONG_WORD, name_en: LONG_WORD, summary_fr: null, summary_en: null, url: null },
      ...{ since: null, is_public: 1, assembly: 'vaubrelle/pack#nuit', parts: 4, generic_parts: null, ...none },
    },
  ]
}

/** Out of order, as no database sorts accents. */
const PROVIDERS: readonly Row[] = ['Zénith', 'atelier du code', 'Éclaircie', 'Bastide'].map((organisation) => ({
  ...{ organisation, country: 'FR', offers: '["hosting","training"]', proof_url: 'https://preuve.example/une' },
  ...{ url: null, declared_on: '2026-03-02' },
}))

function adopters(first: string): readonly Row[] {
  const unnamed = { organisation: null, basis: null, since: null, confirmed_at: null, url: null }
  const pack = { repository: null, path: null, assembly: 'vaubrelle/pack#nuit' }
  return [
    {
      ...{ position: 1, ...pack, organisation: 'Ville Une', type: 'city', country: 'FR', state: 'in-service' },
      ...{ basis: 'told-us', since: '2023-05-01', confirmed_at: '2026-06-12', url: 'https://une.example', adopters: 1 },
    },
    { position: 2, ...pack, ...unnamed, type: 'city', country: 'HU', state: 'in-service', adopters: 2 },
    {
      ...{ position: 3, repository: first, path: '', assembly: null, ...unnamed },
      ...{ type: 'agency', country: 'Ailleurs', state: 'testing', adopters: 1 },
    },
    {
      ...{ position: 4, repository: first, path: '', assembly: null, ...unnamed, organisation: 'Ville Une' },
      ...{ type: 'city', country: 'FR', state: 'in-service', adopters: 1 },
    },
  ]
}

function events(): readonly Row[] {
  const none = { summary_fr: null, summary_en: null, start_time: null, end_time: null, time_zone: null, url: null }
  return [
    {
      ...{ ...none, id: 'passe', title_fr: 'Hier', title_en: 'Yesterday', starts_on: '2026-11-18', ends_on: null },
      ...{ place: null, languages: '[]', community: null },
    },
    {
      ...{ ...none, id: 'atelier', title_fr: 'Atelier', title_en: 'Workshop', starts_on: '2026-12-03', ends_on: null },
      ...{ start_time: '14:00', end_time: '17:00', time_zone: 'Europe/Paris', place: 'Mairie', languages: '["fr"]' },
      community: 'developers',
    },
  ]
}

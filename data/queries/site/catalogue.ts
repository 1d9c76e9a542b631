import { defineQuery } from '../query.ts'

export const siteCollections = defineQuery({
  id: 'site/collections',
  title: 'Short lists with their components, in the order that was chosen',
  of: 'export',
  params: {},
  row: {
    id: 'text',
    name_fr: 'text',
    name_en: 'text',
    why_fr: 'text',
    why_en: 'text',
    repository: 'text',
    path: 'text',
  },
  sql: `
    SELECT c.id, c.name_fr, c.name_en, c.why_fr, c.why_en, p.repository, p.path
    FROM collection c
    JOIN collection_component p ON p.collection = c.id
    ORDER BY c.position, p.position`,
})

export const siteSummaries = defineQuery({
  id: 'site/summaries',
  title: 'What components are for, in one sentence of the register',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', summary_fr: 'text', summary_en: 'text' },
  sql: 'SELECT repository, path, summary_fr, summary_en FROM component_summary ORDER BY repository, path',
})

export const siteReleases = defineQuery({
  id: 'site/releases',
  title: 'The last versions of each component, the newest first',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', version: 'text', published_at: 'text' },
  sql: `
    SELECT repository, path, version, published_at
    FROM component_release
    ORDER BY repository, path, position`,
})

export const siteSecurity = defineQuery({
  id: 'site/security',
  title: 'Where faults that could be misused are reported',
  of: 'export',
  params: {},
  row: { repository: 'text', url: 'text?' },
  sql: 'SELECT repository, url FROM repository_security ORDER BY repository',
})

export const siteFeatures = defineQuery({
  id: 'site/features',
  title: 'What components do, in words of their makers',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', language: 'text', text: 'text' },
  sql: 'SELECT repository, path, language, text FROM component_feature ORDER BY repository, path, position',
})

export const siteContributors = defineQuery({
  id: 'site/contributors',
  title: 'How many people contributed to each repository over twelve months, where enough did',
  of: 'export',
  params: {},
  row: { repository: 'text', persons: 'integer', outside: 'integer?' },
  sql: 'SELECT repository, persons, outside FROM repository_contributors ORDER BY repository',
})

export const siteMigrations = defineQuery({
  id: 'site/migrations',
  title: 'How far each component is on the way to the new line of the platform',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', state: 'text', blocked_by: 'integer', unblocks: 'integer' },
  sql: `
    SELECT repository, path, state, blocked_by, unblocks
    FROM component_migration
    ORDER BY repository, path`,
})

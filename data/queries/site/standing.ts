import { defineQuery } from '../query.ts'

export const siteStandings = defineQuery({
  id: 'site/standings',
  title: 'What each component stands on and how ready it is',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    domain: 'text?',
    min_core_version: 'text?',
    max_core_version: 'text?',
    declared_license: 'text?',
    is_license_disagreed: 'integer',
    readiness: 'integer?',
    readiness_at_most: 'integer?',
    requires_direct: 'integer?',
    required_by_all: 'integer?',
    replaced_by: 'text?',
    maintainer: 'text?',
    tracker_kind: 'text?',
    tracker_url: 'text?',
    migration: 'text?',
  },
  sql: `
    SELECT s.repository, s.path, s.domain, s.min_core_version, s.max_core_version, s.declared_license,
      s.is_license_disagreed, s.readiness, s.readiness_at_most, s.requires_direct, s.required_by_all, s.replaced_by, s.maintainer,
      s.tracker_kind, s.tracker_url, m.state AS migration
    FROM component_standing s
    LEFT JOIN component_migration m ON m.repository = s.repository AND m.path = s.path`,
})

export const siteReadiness = defineQuery({
  id: 'site/readiness',
  title: 'Why each component has its level, in the order of the levels',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', criterion: 'text', level: 'integer', outcome: 'text', value: 'text?' },
  sql: `
    SELECT c.repository, c.path, c.criterion, c.level, c.outcome, c.value
    FROM readiness_criterion c
    ORDER BY c.repository, c.path, c.level, c.criterion`,
})

export const siteDependencies = defineQuery({
  id: 'site/dependencies',
  title: 'Which component names which',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    required_repository: 'text',
    required_path: 'text',
    version: 'text?',
  },
  sql: `
    SELECT d.repository, d.path, d.required_repository, d.required_path, d.version
    FROM component_dependency d
    ORDER BY d.repository, d.path, d.required_repository, d.required_path`,
})

export const siteTranslations = defineQuery({
  id: 'site/translations',
  title: 'Texts of each component by language',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', language: 'text', translated: 'integer', reference: 'integer' },
  sql: `
    SELECT t.repository, t.path, t.language, t.translated, t.reference
    FROM component_translation t
    ORDER BY t.repository, t.path, t.language`,
})

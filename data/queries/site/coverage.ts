import { defineQuery, type RowOf } from '../query.ts'

export const siteCoverage = defineQuery({
  id: 'site/coverage',
  title: 'What was looked at, stream by stream',
  of: 'export',
  params: {},
  row: {
    collector: 'text',
    stream: 'text',
    expected: 'integer',
    complete: 'integer',
    partial: 'integer',
    missing: 'integer',
    oldest_watermark_at: 'text?',
    newest_watermark_at: 'text?',
  },
  sql: `
    SELECT collector, stream, expected, complete, partial, missing, oldest_watermark_at, newest_watermark_at
    FROM coverage ORDER BY collector, stream`,
})

export type CoverageRow = RowOf<typeof siteCoverage>

export const siteGaps = defineQuery({
  id: 'site/gaps',
  title: 'What is missing, and why',
  of: 'export',
  params: {},
  row: { collector: 'text', kind: 'text', reason: 'text', subjects: 'integer' },
  sql: 'SELECT collector, kind, reason, subjects FROM coverage_gap ORDER BY subjects DESC, collector, kind, reason',
})

export type GapRow = RowOf<typeof siteGaps>

export const siteFreshness = defineQuery({
  id: 'site/freshness',
  title: 'When each collector ran last',
  of: 'export',
  params: {},
  row: { collector: 'text', last_status: 'text', last_ended_at: 'text?', last_complete_at: 'text?' },
  sql: 'SELECT collector, last_status, last_ended_at, last_complete_at FROM freshness ORDER BY collector',
})

export type FreshnessRow = RowOf<typeof siteFreshness>

export const siteOrganisations = defineQuery({
  id: 'site/organisations',
  title: 'Organisations that publish this file',
  of: 'export',
  params: {},
  row: { server: 'text', login: 'text', repositories: 'integer' },
  sql: 'SELECT server, login, repositories FROM organisation ORDER BY repositories DESC, server, login',
})

import { defineQuery, type NoParams } from '../query.ts'

export type CoverageRow = {
  collector: string
  stream: string
  expected: number
  complete: number
  partial: number
  missing: number
  oldest_watermark_at: string | null
  newest_watermark_at: string | null
}

export const siteCoverage = defineQuery<NoParams, CoverageRow>({
  id: 'site/coverage',
  title: 'What was looked at, stream by stream',
  of: 'export',
  sql: `
    SELECT collector, stream, expected, complete, partial, missing, oldest_watermark_at, newest_watermark_at
    FROM coverage ORDER BY collector, stream`,
})

export type GapRow = { collector: string; kind: string; reason: string; subjects: number }

export const siteGaps = defineQuery<NoParams, GapRow>({
  id: 'site/gaps',
  title: 'What is missing, and why',
  of: 'export',
  sql: 'SELECT collector, kind, reason, subjects FROM coverage_gap ORDER BY subjects DESC, collector, kind, reason',
})

export type FreshnessRow = {
  collector: string
  last_status: string
  last_ended_at: string | null
  last_complete_at: string | null
}

export const siteFreshness = defineQuery<NoParams, FreshnessRow>({
  id: 'site/freshness',
  title: 'When each collector ran last',
  of: 'export',
  sql: 'SELECT collector, last_status, last_ended_at, last_complete_at FROM freshness ORDER BY collector',
})

export type OrganisationRow = { server: string; login: string; repositories: number }

export const siteOrganisations = defineQuery<NoParams, OrganisationRow>({
  id: 'site/organisations',
  title: 'Organisations that publish this file',
  of: 'export',
  sql: 'SELECT server, login, repositories FROM organisation ORDER BY repositories DESC, server, login',
})

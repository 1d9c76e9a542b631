import { defineQuery, type NoParams } from '../query.ts'

export type ReadingRow = {
  repositories: number
  change_requests_complete: number
  change_requests_partial: number
  issues_complete: number
  issues_partial: number
  commits_complete: number
  commits_partial: number
  trees_complete: number
  trees_partial: number
}

export const siteReading = defineQuery<NoParams, ReadingRow>({
  id: 'site/reading',
  title: 'How much of the repositories of this file was read, by subject',
  of: 'export',
  sql: `
    SELECT
      COUNT(*) AS repositories,
      COALESCE(SUM(CASE WHEN change_request_coverage = 'complete' THEN 1 ELSE 0 END), 0) AS change_requests_complete,
      COALESCE(SUM(CASE WHEN change_request_coverage = 'partial' THEN 1 ELSE 0 END), 0) AS change_requests_partial,
      COALESCE(SUM(CASE WHEN issue_coverage = 'complete' THEN 1 ELSE 0 END), 0) AS issues_complete,
      COALESCE(SUM(CASE WHEN issue_coverage = 'partial' THEN 1 ELSE 0 END), 0) AS issues_partial,
      COALESCE(SUM(CASE WHEN commit_coverage = 'complete' THEN 1 ELSE 0 END), 0) AS commits_complete,
      COALESCE(SUM(CASE WHEN commit_coverage = 'partial' THEN 1 ELSE 0 END), 0) AS commits_partial,
      COALESCE(SUM(CASE WHEN tree_coverage = 'complete' THEN 1 ELSE 0 END), 0) AS trees_complete,
      COALESCE(SUM(CASE WHEN tree_coverage = 'partial' THEN 1 ELSE 0 END), 0) AS trees_partial
    FROM repository`,
})

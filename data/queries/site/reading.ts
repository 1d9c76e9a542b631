import { defineQuery, type RowOf } from '../query.ts'

export const siteReading = defineQuery({
  id: 'site/reading',
  title: 'How much of the repositories of this file was read, by subject',
  of: 'export',
  params: {},
  row: {
    repositories: 'integer',
    change_requests_complete: 'integer',
    change_requests_partial: 'integer',
    issues_complete: 'integer',
    issues_partial: 'integer',
    commits_complete: 'integer',
    commits_partial: 'integer',
    trees_complete: 'integer',
    trees_partial: 'integer',
    known_until_first: 'text?',
    known_until_last: 'text?',
  },
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
      COALESCE(SUM(CASE WHEN tree_coverage = 'partial' THEN 1 ELSE 0 END), 0) AS trees_partial,
      MIN(commits_known_until) AS known_until_first, MAX(commits_known_until) AS known_until_last
    FROM repository`,
})

export type ReadingRow = RowOf<typeof siteReading>

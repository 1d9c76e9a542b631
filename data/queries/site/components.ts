import { defineQuery, type NoParams } from '../query.ts'

export type ComponentRow = {
  repository: string
  path: string
  name: string
  kind: string
  line: string | null
  group_id: string | null
  artifact_id: string | null
  version: string | null
  title: string | null
  owner: string
  repository_name: string
  is_own: number
  url: string | null
  description: string | null
  homepage_url: string | null
  state: string
  last_activity_at: string | null
  is_fork: number | null
  created_at: string | null
  host_license: string | null
  primary_language: string | null
  default_branch: string | null
  head_oid: string | null
  head_committed_at: string | null
  commit_count: number | null
  latest_release_tag: string | null
  latest_release_at: string | null
  change_requests_open: number | null
  change_requests_merged: number | null
  change_request_coverage: string
  issues_open: number | null
  issue_coverage: string
  commit_coverage: string
  tree_coverage: string
  held: number | null
  to_correct: number | null
  dated_exception: number | null
  not_checked: number | null
  judged_on: string | null
}

export const siteComponents = defineQuery<NoParams, ComponentRow>({
  id: 'site/components',
  title: 'Components with their repository and their conformity',
  of: 'export',
  sql: `
    SELECT
      c.repository AS repository, c.path AS path, c.name AS name, c.kind AS kind, c.line AS line,
      c.group_id AS group_id, c.artifact_id AS artifact_id, c.version AS version, c.title AS title,
      r.owner AS owner, r.name AS repository_name, r.is_own AS is_own, r.url AS url, r.description AS description,
      r.homepage_url AS homepage_url, r.state AS state, r.last_activity_at AS last_activity_at, r.is_fork AS is_fork,
      r.created_at AS created_at, r.host_license AS host_license, r.primary_language AS primary_language,
      r.default_branch AS default_branch, r.head_oid AS head_oid, r.head_committed_at AS head_committed_at,
      r.commit_count AS commit_count, r.latest_release_tag AS latest_release_tag,
      r.latest_release_at AS latest_release_at, r.change_requests_open AS change_requests_open,
      r.change_requests_merged AS change_requests_merged, r.change_request_coverage AS change_request_coverage,
      r.issues_open AS issues_open, r.issue_coverage AS issue_coverage, r.commit_coverage AS commit_coverage,
      r.tree_coverage AS tree_coverage,
      f.held AS held, f.to_correct AS to_correct, f.dated_exception AS dated_exception, f.not_checked AS not_checked,
      f.as_of AS judged_on
    FROM component c
    JOIN repository r ON r.repository = c.repository
    LEFT JOIN conformity f ON f.repository = c.repository
    ORDER BY c.name, c.repository, c.path`,
})

export type TopicRow = { repository: string; topic: string }

export const siteTopics = defineQuery<NoParams, TopicRow>({
  id: 'site/topics',
  title: 'Topics of repositories',
  of: 'export',
  sql: 'SELECT repository, topic FROM repository_topic ORDER BY repository, topic',
})

export type ActivityRow = { repository: string; month: number; commits: number }

export const siteActivity = defineQuery<NoParams, ActivityRow>({
  id: 'site/activity',
  title: 'Commits by repository and month',
  of: 'export',
  sql: 'SELECT repository, month, commits FROM activity_month ORDER BY repository, month',
})

export type StateRow = { state: string; months_below: number | null }

export const siteStates = defineQuery<NoParams, StateRow>({
  id: 'site/states',
  title: 'What active, quiet and dormant mean',
  of: 'export',
  sql: 'SELECT state, months_below FROM state_definition ORDER BY position',
})

import { defineQuery, type RowOf } from '../query.ts'

export const siteComponents = defineQuery({
  id: 'site/components',
  title: 'Components with their repository and their conformity',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    name: 'text',
    kind: 'text',
    line: 'text?',
    group_id: 'text?',
    artifact_id: 'text?',
    version: 'text?',
    title: 'text?',
    owner: 'text',
    repository_name: 'text',
    is_own: 'integer',
    url: 'text?',
    description: 'text?',
    homepage_url: 'text?',
    state: 'text',
    last_activity_at: 'text?',
    is_fork: 'integer?',
    created_at: 'text?',
    host_license: 'text?',
    concluded_license: 'text?',
    is_license_disagreed: 'integer?',
    primary_language: 'text?',
    default_branch: 'text?',
    head_oid: 'text?',
    head_committed_at: 'text?',
    commits_known_until: 'text?',
    commit_count: 'integer?',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
    trial_version: 'text?',
    trial_released_at: 'text?',
    change_requests_open: 'integer?',
    change_requests_merged: 'integer?',
    change_request_coverage: 'text',
    issues_open: 'integer?',
    issue_coverage: 'text',
    commit_coverage: 'text',
    tree_coverage: 'text',
    held: 'integer?',
    to_correct: 'integer?',
    dated_exception: 'integer?',
    not_checked: 'integer?',
    exceptions_until: 'text?',
    agreed_on: 'text?',
    judged_on: 'text?',
  },
  sql: `
    SELECT
      c.repository AS repository, c.path AS path, c.name AS name, c.kind AS kind, c.line AS line,
      c.group_id AS group_id, c.artifact_id AS artifact_id, c.version AS version, c.title AS title,
      r.owner AS owner, r.name AS repository_name, r.is_own AS is_own, r.url AS url,
      COALESCE(r.description, s.description, c.title) AS description,
      r.homepage_url AS homepage_url, COALESCE(s.state, r.state) AS state,
      COALESCE(s.last_activity_at, r.last_activity_at) AS last_activity_at, r.is_fork AS is_fork,
      r.created_at AS created_at, r.host_license AS host_license, COALESCE(s.concluded_license, r.concluded_license) AS concluded_license,
      s.is_license_disagreed AS is_license_disagreed, r.primary_language AS primary_language,
      r.default_branch AS default_branch, r.head_oid AS head_oid, r.head_committed_at AS head_committed_at,
      r.commits_known_until AS commits_known_until,
      r.commit_count AS commit_count, COALESCE(s.release_version, r.latest_release_tag) AS latest_release_tag,
      CASE WHEN s.release_version IS NULL THEN r.latest_release_at ELSE s.released_at END AS latest_release_at,
      s.trial_version AS trial_version, s.trial_released_at AS trial_released_at, r.change_requests_open AS change_requests_open,
      r.change_requests_merged AS change_requests_merged, r.change_request_coverage AS change_request_coverage,
      r.issues_open AS issues_open, r.issue_coverage AS issue_coverage, r.commit_coverage AS commit_coverage,
      r.tree_coverage AS tree_coverage,
      f.held AS held, f.to_correct AS to_correct, f.dated_exception AS dated_exception, f.not_checked AS not_checked,
      f.exceptions_until AS exceptions_until, f.agreed_on AS agreed_on, f.as_of AS judged_on
    FROM component c
    JOIN repository r ON r.repository = c.repository
    LEFT JOIN component_standing s ON s.repository = c.repository AND s.path = c.path
    LEFT JOIN conformity f ON f.repository = c.repository
    ORDER BY c.name, c.repository, c.path`,
})

export type ComponentRow = RowOf<typeof siteComponents>

export const siteTopics = defineQuery({
  id: 'site/topics',
  title: 'Topics of repositories',
  of: 'export',
  params: {},
  row: { repository: 'text', topic: 'text' },
  sql: 'SELECT repository, topic FROM repository_topic ORDER BY repository, topic',
})

export const siteActivity = defineQuery({
  id: 'site/activity',
  title: 'Commits by repository and month',
  of: 'export',
  params: {},
  row: { repository: 'text', month: 'integer', commits: 'integer' },
  sql: 'SELECT repository, month, commits FROM activity_month ORDER BY repository, month',
})

export const siteStates = defineQuery({
  id: 'site/states',
  title: 'What active, quiet and dormant mean',
  of: 'export',
  params: {},
  row: { state: 'text', months_below: 'integer?' },
  sql: 'SELECT state, months_below FROM state_definition ORDER BY position',
})

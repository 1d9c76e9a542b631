import { defineQuery } from '../query.ts'

/** A column that was not learnt is null; those that may be null by nature need the gaps beside them. */
export const hostSettings = defineQuery({
  id: 'host/settings',
  title: 'Settings of a repository and the rules of its default branch',
  params: { repository: 'integer' },
  row: {
    node_id: 'text?',
    visibility: 'text?',
    description: 'text?',
    homepage_url: 'text?',
    host_license: 'text?',
    default_branch: 'text?',
    is_archived: 'integer?',
    is_fork: 'integer?',
    is_template: 'integer?',
    is_mirror: 'integer?',
    has_issues: 'integer?',
    has_discussions: 'integer?',
    has_wiki: 'integer?',
    has_vulnerability_alerts: 'integer?',
    has_security_policy: 'integer?',
    branch_count: 'integer?',
    release_count: 'integer?',
    branch: 'text?',
    requires_change_request: 'integer?',
    required_reviews: 'integer?',
    requires_code_owner_review: 'integer?',
    allows_force_push: 'integer?',
    allows_deletion: 'integer?',
    requires_signatures: 'integer?',
    requires_linear_history: 'integer?',
    binds_administrators: 'integer?',
  },
  sql: `
    SELECT r.node_id, r.visibility, r.description, r.homepage_url, r.host_license, r.default_branch,
      r.is_archived, r.is_fork, r.is_template, r.is_mirror, r.has_issues, r.has_discussions, r.has_wiki,
      r.has_vulnerability_alerts, r.has_security_policy, r.branch_count, r.release_count,
      b.branch, b.requires_change_request, b.required_reviews, b.requires_code_owner_review, b.allows_force_push,
      b.allows_deletion, b.requires_signatures, b.requires_linear_history, b.binds_administrators
    FROM repository r
    LEFT JOIN repository_branch_rules b ON b.repository = r.id
    WHERE r.id = :repository`,
})

import type { FaultPlan } from '../github/faults.ts'

const lost = { type: 'SERVICE_UNAVAILABLE', share: 0.2 } as const

const ROWS = [
  ...['PullRequest.author', 'PullRequest.files', 'PullRequest.labels', 'Issue.author', 'Issue.labels', 'Commit.author'],
  ...['Repository.languages', 'Repository.licenseInfo', 'Repository.defaultBranchRef', 'Repository.pushedAt'],
]
/** What lies deeper, so that rows above it, or items of their lists, are what goes missing. */
const BELOW = [
  'PullRequestChangedFile.path',
  'IssueComment.createdAt',
  'Commit.committedDate',
  'Ref.name',
  'Topic.name',
]

/** A tenth of all answers goes wrong, in every way that we know of. */
export const TENTH: FaultPlan = {
  seed: 7,
  rules: [
    { fault: { kind: 'bad-gateway' }, rate: 0.0095 },
    { fault: { kind: 'gateway-timeout' }, rate: 0.0075 },
    { fault: { kind: 'html' }, rate: 0.0075 },
    { fault: { kind: 'reset' }, rate: 0.0095 },
    { fault: { kind: 'truncated' }, rate: 0.0095 },
    { fault: { kind: 'truncated-json' }, rate: 0.0075 },
    { fault: { kind: 'something-went-wrong' }, rate: 0.0075 },
    { fault: { kind: 'rate-limited', resetAfter: 30 }, rate: 0.0075 },
    { fault: { kind: 'rate-limit', resetAfter: 30, remaining: 4 }, rate: 0.0075 },
    { fault: { kind: 'secondary', status: 403, retryAfter: 20 }, rate: 0.0075 },
    { fault: { kind: 'secondary', status: 429, retryAfter: 20 }, rate: 0.0075 },
    { fault: { kind: 'secondary', status: 200, retryAfter: 20 }, rate: 0.0075 },
    // The rest strikes answers of GraphQL only, which are half of all, and of those the ones that hold such a field.
    { fault: { kind: 'null-nodes', share: 0.5 }, path: 'graphql', rate: 0.03 },
    { fault: { kind: 'partial', ...lost, fields: ROWS }, path: 'graphql', rate: 0.03 },
    { fault: { kind: 'partial', ...lost, fields: BELOW }, path: 'graphql', rate: 0.02 },
    { fault: { kind: 'partial', share: 0.2 }, path: 'graphql', rate: 0.01 },
  ],
}

import type { FaultPlan } from '../github/faults.ts'

const lost = { type: 'SERVICE_UNAVAILABLE', share: 0.2 } as const

/** A tenth of all answers goes wrong, in every way that we know of. */
export const TENTH: FaultPlan = {
  seed: 7,
  rules: [
    { fault: { kind: 'bad-gateway' }, rate: 0.008 },
    { fault: { kind: 'gateway-timeout' }, rate: 0.006 },
    { fault: { kind: 'html' }, rate: 0.006 },
    { fault: { kind: 'reset' }, rate: 0.008 },
    { fault: { kind: 'truncated' }, rate: 0.008 },
    { fault: { kind: 'truncated-json' }, rate: 0.006 },
    { fault: { kind: 'something-went-wrong' }, rate: 0.006 },
    { fault: { kind: 'rate-limited', resetAfter: 30 }, rate: 0.006 },
    { fault: { kind: 'rate-limit', resetAfter: 30, remaining: 4 }, rate: 0.006 },
    { fault: { kind: 'secondary', status: 403, retryAfter: 20 }, rate: 0.006 },
    { fault: { kind: 'secondary', status: 429, retryAfter: 20 }, rate: 0.006 },
    { fault: { kind: 'secondary', status: 200, retryAfter: 20 }, rate: 0.006 },
    // The rest strikes answers of GraphQL only, which are half of all: their share is twice as large.
    { fault: { kind: 'null-nodes', share: 0.3 }, path: 'graphql', rate: 0.03 },
    { fault: { kind: 'partial', ...lost }, path: 'graphql', rate: 0.03 },
    {
      fault: { kind: 'partial', ...lost, fields: ['Commit.author', 'PullRequest.author'] },
      path: 'graphql',
      rate: 0.02,
    },
    { fault: { kind: 'partial', share: 0.2 }, path: 'graphql', rate: 0.01 },
  ],
}

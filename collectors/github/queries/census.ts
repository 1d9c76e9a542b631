import type { RestCall } from '../../transport.ts'
import { operation } from '../operation.ts'

export interface CommitTotalsData {
  readonly nodes: readonly ({
    readonly id: string
    readonly defaultBranchRef?: {
      readonly target?: { readonly history?: { readonly totalCount: number } } | null
    } | null
  } | null)[]
}

/** How many commits the default branches of a hundred repositories have. */
export const COMMIT_TOTALS = operation<CommitTotalsData>({
  name: 'commit-totals',
  version: 1,
  connections: 1,
  query: /* GraphQL */ `
query CommitTotals($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository { id defaultBranchRef { target { ... on Commit { history { totalCount } } } } }
  }
}`,
})

/** What is left of a quota; `reset` in seconds since 1970. */
export interface Quota {
  readonly limit: number
  readonly remaining: number
  readonly reset: number
}

/** The quotas of the token: free to ask. A server that counts nothing answers 404. */
export const QUOTA: RestCall<{ readonly graphql: Quota; readonly rest: Quota }> = {
  operation: 'quota',
  version: 1,
  subject: '',
  stream: 'quota',
  position: '',
  route: 'GET /rate_limit',
  parameters: {},
  scrub: (raw) => {
    // The parsing boundary of this answer.
    const { resources } = raw as { resources: { graphql: Quota; core: Quota } }
    return { graphql: resources.graphql, rest: resources.core }
  },
}

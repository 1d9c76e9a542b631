import { operation } from '../operation.ts'
import type { Said } from '../people.ts'
import { type Page, WHO } from './fragments.ts'

/** A hundred comments of issues whose first ten do not settle who answered first. */
export const ISSUE_TAILS = operation<{
  readonly nodes: readonly ({ readonly id: string; readonly comments?: Page<Said> } | null)[]
}>({
  name: 'issue-tails',
  version: 1,
  connections: 1,
  query: /* GraphQL */ `
query IssueTails($ids: [ID!]!, $commentsCursor: String) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Issue {
      id
      comments(first: 100, after: $commentsCursor) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { createdAt author { ...Who } }
      }
    }
  }
}
${WHO}`,
})

import { operation } from '../operation.ts'
import type { Said } from '../people.ts'
import { type ChangedFile, RESPONSES } from './change-requests.ts'
import { type Page, WHO } from './fragments.ts'

export interface ChangeRequestTail {
  readonly id: string
  readonly files?: Page<ChangedFile> | null
  readonly responses?: Page<Said>
}

/** What did not fit into the page: a hundred files and responses of up to ten change requests, or of one from a cursor on. */
export const CHANGE_REQUEST_TAILS = operation<{ readonly nodes: readonly (ChangeRequestTail | null)[] }>({
  name: 'change-request-tails',
  version: 1,
  connections: 2,
  query: /* GraphQL */ `
query ChangeRequestTails($ids: [ID!]!, $filesCursor: String, $responsesCursor: String) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on PullRequest {
      id
      files(first: 100, after: $filesCursor) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { path additions deletions }
      }
      responses: timelineItems(first: 100, after: $responsesCursor, itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT]) {
        ...Responses
      }
    }
  }
}
${RESPONSES}${WHO}`,
})

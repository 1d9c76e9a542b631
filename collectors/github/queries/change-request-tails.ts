import { pagedOperation } from '../paged-operation.ts'
import type { Said } from '../people.ts'
import { type ChangedFile, RESPONSES, withoutTexts } from './change-requests.ts'
import { type Page, WHO } from './fragments.ts'

export interface ChangeRequestTail {
  readonly files?: Page<ChangedFile> | null
  readonly responses?: Page<Said>
}

/** What did not fit into the page: files and responses of a change request from where the page ended. */
export const CHANGE_REQUEST_TAILS = pagedOperation<ChangeRequestTail>({
  name: 'change-request-tails',
  title: 'ChangeRequestTails',
  version: 4,
  connections: 0,
  // The host works out a difference for each: more than ten large ones would run into the time that it gives a call.
  mostPages: 10,
  rowsOfCall: 1000,
  scrub: withoutTexts,
  variables: {
    ...{ id: 'ID!', first: 'Int!' },
    ...{ filesAfter: 'String', withFiles: 'Boolean!', responsesAfter: 'String', withResponses: 'Boolean!' },
  },
  page: /* GraphQL */ `
node(id: $id) {
    ... on PullRequest {
      files(first: $first, after: $filesAfter) @include(if: $withFiles) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { path additions deletions }
      }
      responses: timelineItems(
        first: $first
        after: $responsesAfter
        itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT, CLOSED_EVENT, REOPENED_EVENT]
      ) @include(if: $withResponses) {
        ...Responses
      }
    }
  }`,
  fragments: `${RESPONSES}${WHO}`,
})

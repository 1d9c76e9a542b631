import { pagedOperation } from '../paged-operation.ts'
import type { Said } from '../people.ts'
import { type Page, WHO } from './fragments.ts'
import { COMMENTS } from './issues.ts'

export interface IssueTail {
  readonly comments?: Page<Said>
}

/** Comments of an issue whose first thirty do not settle who answered first. */
export const ISSUE_TAILS = pagedOperation<IssueTail>({
  name: 'issue-tails',
  title: 'IssueTails',
  version: 3,
  connections: 0,
  rowsOfCall: 1000,
  variables: { id: 'ID!', first: 'Int!', after: 'String' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Issue {
      comments: timelineItems(first: $first, after: $after, itemTypes: [ISSUE_COMMENT, CLOSED_EVENT, REOPENED_EVENT]) {
        ...Comments
      }
    }
  }`,
  fragments: `${COMMENTS}${WHO}`,
})

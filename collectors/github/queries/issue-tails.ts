import { pagedOperation } from '../paged-operation.ts'
import type { Said } from '../people.ts'
import { type Page, WHO } from './fragments.ts'

export interface IssueTail {
  readonly comments?: Page<Said>
}

/** Comments of an issue whose first ten do not settle who answered first. */
export const ISSUE_TAILS = pagedOperation<IssueTail>({
  name: 'issue-tails',
  title: 'IssueTails',
  version: 2,
  connections: 0,
  rowsOfCall: 1000,
  variables: { id: 'ID!', first: 'Int!', after: 'String' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Issue {
      comments(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { createdAt author { ...Who } }
      }
    }
  }`,
  fragments: WHO,
})

import { pagedOperation } from '../paged-operation.ts'
import type { ItemsPart } from './change-requests.ts'

export interface SweptItem {
  readonly fullDatabaseId: string
  readonly updatedAt: string
}

// Two columns of one table: as light as a list can be.
const rowsOfCall = 1000

/** Numbers of all change requests of a repository, to find what the host no longer has. */
export const CHANGE_REQUEST_SWEEP = pagedOperation<ItemsPart<SweptItem>>({
  name: 'change-request-sweep',
  title: 'ChangeRequestSweep',
  version: 2,
  connections: 0,
  rowsOfCall,
  variables: { id: 'ID!', first: 'Int!', after: 'String' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Repository {
      items: pullRequests(first: $first, after: $after, orderBy: {field: CREATED_AT, direction: ASC}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId updatedAt }
      }
    }
  }`,
})

/** Numbers of all issues of a repository. */
export const ISSUE_SWEEP = pagedOperation<ItemsPart<SweptItem>>({
  name: 'issue-sweep',
  title: 'IssueSweep',
  version: 2,
  connections: 0,
  rowsOfCall,
  variables: { id: 'ID!', first: 'Int!', after: 'String' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Repository {
      items: issues(first: $first, after: $after, orderBy: {field: CREATED_AT, direction: ASC}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId updatedAt }
      }
    }
  }`,
})

import { operation } from '../operation.ts'
import type { ItemsData } from './change-requests.ts'

export interface SweptItem {
  readonly fullDatabaseId: string
  readonly updatedAt: string
}

/** Numbers of all change requests of a repository, to find what the host no longer has. */
export const CHANGE_REQUEST_SWEEP = operation<ItemsData<SweptItem>>({
  name: 'change-request-sweep',
  version: 1,
  connections: 0,
  query: /* GraphQL */ `
query ChangeRequestSweep($id: ID!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      items: pullRequests(first: $pageSize, after: $cursor, orderBy: {field: CREATED_AT, direction: ASC}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId updatedAt }
      }
    }
  }
}`,
})

/** Numbers of all issues of a repository. */
export const ISSUE_SWEEP = operation<ItemsData<SweptItem>>({
  name: 'issue-sweep',
  version: 1,
  connections: 0,
  query: /* GraphQL */ `
query IssueSweep($id: ID!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      items: issues(first: $pageSize, after: $cursor, orderBy: {field: CREATED_AT, direction: ASC}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId updatedAt }
      }
    }
  }
}`,
})

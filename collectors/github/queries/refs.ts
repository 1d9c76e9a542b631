import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'
import type { RefNode } from './repository-details.ts'

/** The branches or the tags of one repository behind the first hundred. */
export const REFS = operation<{ readonly node?: { readonly refs?: Page<RefNode> | null } | null }>({
  name: 'refs',
  version: 2,
  connections: 0,
  query: /* GraphQL */ `
query Refs($id: ID!, $prefix: String!, $order: RefOrder, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      refs(refPrefix: $prefix, first: $pageSize, after: $cursor, orderBy: $order) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { name target { oid ... on Commit { committedDate } ... on Tag { target { oid ... on Commit { committedDate } } } } }
      }
    }
  }
}`,
})

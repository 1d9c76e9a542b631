import { operation } from '../operation.ts'
import type { Actor, Said } from '../people.ts'
import { type ItemsData, maskTitles, type PackedItemsData } from './change-requests.ts'
import { type Page, WHO } from './fragments.ts'

export interface IssueNode {
  readonly id: string
  readonly fullDatabaseId: string
  readonly number: number
  readonly title: string
  readonly state: 'OPEN' | 'CLOSED'
  readonly stateReason: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly closedAt: string | null
  readonly author: Actor | null
  readonly authorAssociation: string
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] } | null
  readonly comments: Page<Said>
}

const ROWS = /* GraphQL */ `
fragment Rows on IssueConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    id fullDatabaseId number title state stateReason
    createdAt updatedAt closedAt
    author { ...Who } authorAssociation
    labels(first: 20) { nodes { name } }
    comments(first: 10) { totalCount pageInfo { hasNextPage endCursor } nodes { createdAt author { ...Who } } }
  }
}
${WHO}`

/** A page of one repository's issues, oldest update first, from an instant on. */
export const ISSUES = operation<ItemsData<IssueNode>>({
  name: 'issues',
  version: 1,
  connections: 2,
  scrub: maskTitles,
  query: /* GraphQL */ `
query Issues($id: ID!, $pageSize: Int!, $cursor: String, $direction: OrderDirection!, $since: DateTime) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      items: issues(first: $pageSize, after: $cursor, filterBy: {since: $since}, orderBy: {field: UPDATED_AT, direction: $direction}) {
        ...Rows
      }
    }
  }
}
${ROWS}`,
})

/** The same for several repositories at once: all of small ones, or the newest of any. */
export const ISSUES_PACKED = operation<PackedItemsData<IssueNode>>({
  name: 'issues-packed',
  version: 1,
  connections: 2,
  scrub: maskTitles,
  query: /* GraphQL */ `
query IssuesPacked($ids: [ID!]!, $pageSize: Int!, $direction: OrderDirection!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id
      items: issues(first: $pageSize, orderBy: {field: UPDATED_AT, direction: $direction}) { ...Rows }
    }
  }
}
${ROWS}`,
})

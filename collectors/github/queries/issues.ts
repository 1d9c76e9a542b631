import { pagedOperation } from '../paged-operation.ts'
import { type Actor, ENDINGS, type Said } from '../people.ts'
import { type ItemsPart, withoutTexts } from './change-requests.ts'
import { type Page, WHO } from './fragments.ts'

export interface IssueNode {
  readonly id: string
  readonly fullDatabaseId: string
  readonly number: number
  /** Masked; null once it was left out. */
  readonly title: string | null
  readonly state: 'OPEN' | 'CLOSED'
  readonly stateReason: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly closedAt: string | null
  readonly author: Actor | null
  readonly authorAssociation: string
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] } | null
  /** Comments, with what closed and opened it again between them. */
  readonly comments: Page<Said>
}

export const COMMENTS = /* GraphQL */ `
fragment Comments on IssueTimelineItemsConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    ... on IssueComment { createdAt author { ...Who } }${ENDINGS}
  }
}`

const ROWS = /* GraphQL */ `
fragment Rows on IssueConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    id fullDatabaseId number title state stateReason
    createdAt updatedAt closedAt
    author { ...Who } authorAssociation
    labels(first: 20) { nodes { name } }
    comments: timelineItems(first: 30, itemTypes: [ISSUE_COMMENT, CLOSED_EVENT, REOPENED_EVENT]) { ...Comments }
  }
}
${COMMENTS}${WHO}`

/** A page of a repository's issues by the time of their last update, from an instant on. */
export const ISSUES = pagedOperation<ItemsPart<IssueNode>>({
  name: 'issues',
  title: 'Issues',
  version: 3,
  connections: 2,
  rowsOfCall: 74,
  scrub: withoutTexts,
  variables: { id: 'ID!', first: 'Int!', after: 'String', direction: 'OrderDirection!', since: 'DateTime' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Repository {
      items: issues(first: $first, after: $after, filterBy: {since: $since}, orderBy: {field: UPDATED_AT, direction: $direction}) {
        ...Rows
      }
    }
  }`,
  fragments: ROWS,
})

import { maskPersonal } from '../masking.ts'
import { operation } from '../operation.ts'
import type { Actor, Said } from '../people.ts'
import { type Page, WHO } from './fragments.ts'

export interface ChangedFile {
  readonly path: string
  readonly additions: number
  readonly deletions: number
}

export interface ChangeRequestNode {
  readonly id: string
  readonly fullDatabaseId: string
  readonly number: number
  readonly title: string
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly isDraft: boolean
  readonly createdAt: string
  readonly updatedAt: string
  readonly mergedAt: string | null
  readonly closedAt: string | null
  readonly author: Actor | null
  readonly authorAssociation: string
  readonly mergedBy: Actor | null
  readonly baseRefName: string
  readonly isCrossRepository: boolean
  readonly mergeCommit: { readonly oid: string } | null
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  readonly totalCommentsCount: number | null
  readonly reviewDecision: string | null
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] } | null
  readonly responses?: Page<Said>
  readonly files?: Page<ChangedFile> | null
}

/** Answers of one repository or of several, whose rows are all called `items`. */
export interface ItemsData<Node> {
  readonly node?: { readonly items?: Page<Node> } | null
}
export interface PackedItemsData<Node> {
  readonly nodes: readonly ({ readonly id: string; readonly items?: Page<Node> } | null)[]
}

const ROWS = /* GraphQL */ `
fragment Rows on PullRequestConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    id fullDatabaseId number title state isDraft
    createdAt updatedAt mergedAt closedAt
    author { ...Who } authorAssociation
    mergedBy { ...Who }
    baseRefName isCrossRepository mergeCommit { oid }
    additions deletions changedFiles totalCommentsCount reviewDecision
    labels(first: 20) { nodes { name } }
    responses: timelineItems(first: 10, itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT]) { ...Responses }
    files(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { path additions deletions } }
  }
}
${WHO}
`

export const RESPONSES = /* GraphQL */ `
fragment Responses on PullRequestTimelineItemsConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    ... on PullRequestReview { submittedAt createdAt author { ...Who } }
    ... on IssueComment { createdAt author { ...Who } }
  }
}`

/** A page of one repository's change requests, by the time of their last update. */
export const CHANGE_REQUESTS = operation<ItemsData<ChangeRequestNode>>({
  name: 'change-requests',
  version: 1,
  connections: 3,
  scrub: maskTitles,
  query: /* GraphQL */ `
query ChangeRequests($id: ID!, $pageSize: Int!, $cursor: String, $direction: OrderDirection!) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      items: pullRequests(first: $pageSize, after: $cursor, orderBy: {field: UPDATED_AT, direction: $direction}) { ...Rows }
    }
  }
}
${ROWS}${RESPONSES}`,
})

/** The same for several repositories at once: all of small ones, or the newest of any. */
export const CHANGE_REQUESTS_PACKED = operation<PackedItemsData<ChangeRequestNode>>({
  name: 'change-requests-packed',
  version: 1,
  connections: 3,
  scrub: maskTitles,
  query: /* GraphQL */ `
query ChangeRequestsPacked($ids: [ID!]!, $pageSize: Int!, $direction: OrderDirection!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id
      items: pullRequests(first: $pageSize, orderBy: {field: UPDATED_AT, direction: $direction}) { ...Rows }
    }
  }
}
${ROWS}${RESPONSES}`,
})

/** Puts the titles of any answer about items through the mask; whatever else is in it stays as it came. */
export function maskTitles<Data>(raw: unknown): Data {
  const masked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(masked)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, child]) =>
      name === 'title' && typeof child === 'string' ? [name, maskPersonal(child)] : [name, masked(child)],
    )
    return Object.fromEntries(entries)
  }
  // The shape stays that of the question.
  return masked(raw) as Data
}

import { phraseIn } from '../closing-phrase.ts'
import { maskPersonal } from '../masking.ts'
import { pagedOperation } from '../paged-operation.ts'
import { type Actor, ENDINGS, type Said } from '../people.ts'
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
  readonly headRefOid: string
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

/** A page of a repository's list, whose rows are called `items` whatever they are. */
export interface ItemsPart<Node> {
  readonly items?: Page<Node>
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
    baseRefName isCrossRepository headRefOid mergeCommit { oid }
    additions deletions changedFiles totalCommentsCount reviewDecision
    labels(first: 20) { nodes { name } }
    responses: timelineItems(first: 10, itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT, CLOSED_EVENT, REOPENED_EVENT]) { ...Responses }
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
    ... on PullRequestReview { submittedAt createdAt author { ...Who } body }
    ... on IssueComment { createdAt author { ...Who } body }${ENDINGS}
  }
}`

/** A page of a repository's change requests, by the time of their last update. */
export const CHANGE_REQUESTS = pagedOperation<ItemsPart<ChangeRequestNode>>({
  name: 'change-requests',
  title: 'ChangeRequests',
  version: 4,
  connections: 3,
  // What the price allows is below four thousand nodes, which the host gives within its ten seconds.
  rowsOfCall: 49,
  scrub: withoutTexts,
  variables: { id: 'ID!', first: 'Int!', after: 'String', direction: 'OrderDirection!' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Repository {
      items: pullRequests(first: $first, after: $after, orderBy: {field: UPDATED_AT, direction: $direction}) { ...Rows }
    }
  }`,
  fragments: `${ROWS}${RESPONSES}`,
})

/**
 * Puts the titles of any answer about items through the mask, and the id of a phrase in the place of what was said;
 * whatever else is in it stays as it came. Nothing of a comment goes further than this, recordings included.
 */
export function withoutTexts<Data>(raw: unknown): Data {
  const masked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(masked)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, child]) => {
      if (name === 'title' && typeof child === 'string') return [name, maskPersonal(child)]
      if (name === 'body') return ['phrase', typeof child === 'string' ? phraseIn(child) : null]
      return [name, masked(child)]
    })
    return Object.fromEntries(entries)
  }
  // The shape stays that of the question.
  return masked(raw) as Data
}

import type { OutboundKind } from '#data/model/vocabulary.ts'
import { pagedOperation } from '../paged-operation.ts'

/** The number behind a login. */
export interface AccountPart {
  readonly databaseId?: number | null
}

export const ACCOUNTS = pagedOperation<AccountPart>({
  name: 'accounts',
  title: 'Accounts',
  version: 1,
  connections: 0,
  mostRows: 1,
  rowsOfCall: 50,
  variables: { login: 'String!' },
  page: 'user(login: $login) { databaseId }',
})

/** One change request or issue, of which nothing is kept but what is counted. */
export interface OutboundItem {
  readonly project: string
  readonly kind: OutboundKind
  /** YYYYMM. */
  readonly month: number
  readonly isMerged: boolean
}

export interface OutboundPart {
  /** All that the search found; it hands out the first thousand. */
  readonly found?: number
  readonly end?: string | null
  readonly items?: readonly OutboundItem[]
}

interface RawPart {
  readonly issueCount?: number
  readonly pageInfo?: { readonly endCursor: string | null }
  readonly nodes?: readonly (RawItem | null)[]
}

interface RawItem {
  readonly __typename: string
  readonly createdAt?: string
  readonly mergedAt?: string | null
  readonly repository?: { readonly nameWithOwner: string; readonly isPrivate: boolean }
}

/** A page of what one account opened in public repositories. No title is asked for, and no day goes further than here. */
export const OUTBOUND = pagedOperation<OutboundPart>({
  name: 'outbound',
  title: 'Outbound',
  version: 1,
  connections: 0,
  rowsOfCall: 500,
  mostPages: 10,
  scrub: countable,
  variables: { query: 'String!', first: 'Int!', after: 'String' },
  page: /* GraphQL */ `
search(query: $query, type: ISSUE, first: $first, after: $after) {
    issueCount
    pageInfo { endCursor }
    nodes {
      __typename
      ... on PullRequest { createdAt mergedAt repository { nameWithOwner isPrivate } }
      ... on Issue { createdAt repository { nameWithOwner isPrivate } }
    }
  }`,
})

function countable(raw: unknown): OutboundPart {
  const { issueCount, pageInfo, nodes } = raw as RawPart
  return {
    ...(issueCount === undefined ? {} : { found: issueCount }),
    ...(pageInfo === undefined ? {} : { end: pageInfo.endCursor }),
    ...(nodes === undefined ? {} : { items: nodes.flatMap((node) => (node === null ? [] : itemOf(node))) }),
  }
}

function itemOf({ __typename, createdAt, mergedAt, repository }: RawItem): OutboundItem[] {
  if (createdAt === undefined || repository === undefined || repository.isPrivate) return []
  return [
    {
      project: repository.nameWithOwner,
      kind: __typename === 'PullRequest' ? 'change-request' : 'issue',
      month: Number(createdAt.slice(0, 7).replace('-', '')),
      isMerged: mergedAt != null,
    },
  ]
}

import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'

/** How many there are, and when the newest moved. */
interface ItemsSeenByList {
  readonly totalCount: number
  readonly nodes: readonly ({ readonly updatedAt: string } | null)[]
}

export interface ListedRepository {
  readonly id: string
  readonly databaseId: number
  readonly name: string
  readonly owner: { readonly login: string }
  readonly url?: string
  readonly description?: string | null
  readonly homepageUrl?: string | null
  readonly visibility?: 'PUBLIC' | 'INTERNAL' | 'PRIVATE'
  readonly isArchived?: boolean
  readonly archivedAt?: string | null
  readonly isFork?: boolean
  readonly isTemplate?: boolean
  readonly templateRepository?: { readonly nameWithOwner: string } | null
  readonly isMirror?: boolean
  readonly hasIssuesEnabled?: boolean
  readonly hasDiscussionsEnabled?: boolean
  readonly hasWikiEnabled?: boolean
  readonly hasVulnerabilityAlertsEnabled?: boolean
  readonly isEmpty?: boolean
  readonly createdAt?: string
  readonly updatedAt?: string
  readonly pushedAt?: string | null
  readonly stargazerCount?: number
  readonly forkCount?: number
  readonly parent?: { readonly nameWithOwner: string } | null
  readonly licenseInfo?: { readonly spdxId: string | null } | null
  readonly primaryLanguage?: { readonly name: string } | null
  readonly latestRelease?: {
    readonly tagName: string
    readonly publishedAt: string | null
    readonly createdAt: string
  } | null
  readonly repositoryTopics?: { readonly nodes: readonly ({ readonly topic: { readonly name: string } } | null)[] }
  readonly changeRequests?: ItemsSeenByList
  readonly issues?: ItemsSeenByList
  readonly defaultBranchRef?: {
    readonly name: string
    readonly target?: {
      readonly oid: string
      readonly committedDate?: string
      readonly tree?: { readonly oid: string }
    } | null
  } | null
}

export interface RepositoryListData {
  readonly organization?: {
    readonly databaseId: number
    readonly login: string
    readonly repositories?: Page<ListedRepository>
  } | null
}

const LISTED = /* GraphQL */ `
fragment Listed on Repository {
  id databaseId name url description homepageUrl
  owner { login }
  visibility isArchived archivedAt isFork isTemplate isMirror isEmpty
  hasIssuesEnabled hasDiscussionsEnabled hasWikiEnabled hasVulnerabilityAlertsEnabled
  createdAt updatedAt pushedAt
  stargazerCount forkCount
  parent { nameWithOwner }
  templateRepository { nameWithOwner }
  licenseInfo { spdxId }
  primaryLanguage { name }
  latestRelease { tagName publishedAt createdAt }
  defaultBranchRef { name target { oid ... on Commit { committedDate tree { oid } } } }
}`

/**
 * Every repository of an organisation with what may change without a push, and what tells whether its change requests
 * and issues are worth a look. Two points a page: a run with nothing new is short, and this is most of it. A list that
 * the host may not leave out takes its whole row with it when it fails: such a row is asked for again without any.
 */
export const REPOSITORY_LIST = operation<RepositoryListData>({
  name: 'repository-list',
  version: 3,
  connections: 3,
  points: 2,
  query: /* GraphQL */ `
query RepositoryList($org: String!, $pageSize: Int!, $cursor: String, $isNarrow: Boolean!) {
  rateLimit { cost }
  organization(login: $org) {
    databaseId login
    repositories(first: $pageSize, after: $cursor, ownerAffiliations: [OWNER], orderBy: {field: CREATED_AT, direction: ASC}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        ...Listed
        repositoryTopics(first: 20) @skip(if: $isNarrow) { nodes { topic { name } } }
        changeRequests: pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) @skip(if: $isNarrow) {
          totalCount nodes { updatedAt }
        }
        issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) @skip(if: $isNarrow) {
          totalCount nodes { updatedAt }
        }
      }
    }
  }
}
${LISTED}`,
})

export interface NamedRepositoryData {
  readonly repository?:
    | (ListedRepository & { readonly owner: { readonly login: string; readonly databaseId?: number } })
    | null
}

/** One repository by its name, told the same. */
export const NAMED_REPOSITORY = operation<NamedRepositoryData>({
  name: 'named-repository',
  version: 3,
  connections: 1,
  query: /* GraphQL */ `
query NamedRepository($org: String!, $name: String!) {
  rateLimit { cost }
  repository(owner: $org, name: $name) {
    owner { ... on Organization { databaseId } }
    ...Listed
    repositoryTopics(first: 20) { nodes { topic { name } } }
  }
}
${LISTED}`,
})

export interface OwnerData {
  readonly repositoryOwner?: { readonly __typename: 'Organization' | 'User' } | null
}

/** What stands behind a name that is no organisation's. */
export const OWNER = operation<OwnerData>({
  name: 'owner',
  version: 1,
  connections: 0,
  query: /* GraphQL */ `
query Owner($login: String!) {
  rateLimit { cost }
  repositoryOwner(login: $login) { __typename }
}`,
})

export interface OwnersData {
  readonly nodes?: readonly ({ readonly owner?: { readonly login: string } } | null)[]
}

/** Under which name repositories are today whose organisation is no longer found. */
export const OWNERS = operation<OwnersData>({
  name: 'owners',
  version: 1,
  connections: 0,
  query: /* GraphQL */ `
query Owners($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) { ... on Repository { owner { login } } }
}`,
})

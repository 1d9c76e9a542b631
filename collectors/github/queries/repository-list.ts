import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'

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

/** Every repository of an organisation, a hundred a page: what changes without a push as well. */
export const REPOSITORY_LIST = operation<RepositoryListData>({
  name: 'repository-list',
  version: 2,
  connections: 0,
  query: /* GraphQL */ `
query RepositoryList($org: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  organization(login: $org) {
    databaseId login
    repositories(first: $pageSize, after: $cursor, ownerAffiliations: [OWNER], orderBy: {field: CREATED_AT, direction: ASC}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        ...Listed
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
  version: 2,
  connections: 0,
  query: /* GraphQL */ `
query NamedRepository($org: String!, $name: String!) {
  rateLimit { cost }
  repository(owner: $org, name: $name) {
    owner { ... on Organization { databaseId } }
    ...Listed
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

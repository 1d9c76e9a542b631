import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'

interface Dated {
  readonly oid: string
  /** Of a commit. */
  readonly committedDate?: string
}

export interface RefNode {
  readonly name: string
  /** The object behind a tag of its own. */
  readonly target?: (Dated & { readonly target?: Dated }) | null
}

export interface RepositoryDetails {
  readonly id: string
  readonly databaseId: number
  readonly name: string
  readonly owner: { readonly login: string }
  readonly languages?: {
    readonly edges: readonly { readonly size: number; readonly node: { readonly name: string } }[]
  } | null
  readonly branches?: Page<RefNode> | null
  readonly tags?: Page<RefNode> | null
  readonly defaultBranchRef?: {
    readonly target?: { readonly oid: string; readonly history?: { readonly totalCount: number } } | null
  } | null
}

/** What changes with a push or an edit only, about up to 37 repositories. */
export const REPOSITORY_DETAILS = operation<{ readonly nodes: readonly (RepositoryDetails | null)[] }>({
  name: 'repository-details',
  version: 3,
  connections: 4,
  query: /* GraphQL */ `
query RepositoryDetails($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id databaseId name
      owner { login }
      languages(first: 100, orderBy: {field: SIZE, direction: DESC}) { edges { size node { name } } }
      branches: refs(refPrefix: "refs/heads/", first: 100) { ...Refs }
      tags: refs(refPrefix: "refs/tags/", first: 100, orderBy: {field: TAG_COMMIT_DATE, direction: DESC}) { ...Refs }
      defaultBranchRef { target { oid ... on Commit { history { totalCount } } } }
    }
  }
}
fragment Refs on RefConnection {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { name target { oid ... on Commit { committedDate } ... on Tag { target { oid ... on Commit { committedDate } } } } }
}`,
})

import { operation } from '../operation.ts'

export interface MemberEdge {
  /** Null when the token may not know it: the list holds public members only then. */
  readonly role?: 'ADMIN' | 'MEMBER' | null
  readonly node: { readonly databaseId: number; readonly login: string } | null
}

export interface MembersData {
  readonly organization?: {
    readonly membersWithRole?: {
      readonly totalCount: number
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly edges: readonly (MemberEdge | null)[]
    }
  } | null
}

export const MEMBERS = operation<MembersData>({
  name: 'members',
  version: 1,
  connections: 0,
  query: /* GraphQL */ `
query Members($org: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  organization(login: $org) {
    membersWithRole(first: $pageSize, after: $cursor) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { role node { databaseId login } }
    }
  }
}`,
})

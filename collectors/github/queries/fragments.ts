/** An account, whatever it is. Bots have no fragment of their own in many tools, and vanish there. */
export const WHO = /* GraphQL */ `
fragment Who on Actor {
  __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Organization { databaseId }
  ... on Mannequin { databaseId }
}`

export interface Page<Node> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  /** A null stands where one row could not be read. */
  readonly nodes: readonly (Node | null)[]
}

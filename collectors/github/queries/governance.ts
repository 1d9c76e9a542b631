import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'

export interface BranchRuleNode {
  readonly type: string
  readonly parameters?: {
    readonly requiredApprovingReviewCount?: number
    readonly requireCodeOwnerReview?: boolean
    readonly requiredStatusChecks?: readonly { readonly context: string }[]
  } | null
}

/** What a protection rule says, in the words that both of the host's ways to tell it share. */
export interface Protection {
  readonly requiredApprovingReviewCount: number | null
  readonly requiredStatusCheckContexts: readonly (string | null)[] | null
  readonly requiresCodeOwnerReviews: boolean
  readonly requiresLinearHistory: boolean
  readonly allowsForcePushes: boolean
  readonly allowsDeletions: boolean
  /** Told to administrators only. */
  readonly requiresApprovingReviews?: boolean
  readonly isAdminEnforced?: boolean
  readonly requiresCommitSignatures?: boolean
  /** Told to everybody else who may write. */
  readonly requiresSignatures?: boolean
}

export interface ReleaseNode {
  readonly databaseId: number | null
  readonly tagName: string
  readonly name: string | null
  readonly publishedAt: string | null
  readonly isPrerelease: boolean
  readonly isDraft: boolean
  /** Left of the notes once the transport has scrubbed them. */
  readonly notesLength: number
}

export interface Governance {
  readonly id: string
  readonly databaseId: number
  readonly name: string
  readonly owner: { readonly login: string }
  readonly viewerPermission?: string | null
  readonly isSecurityPolicyEnabled?: boolean | null
  readonly securityPolicyUrl?: string | null
  readonly codeOfConduct?: { readonly resourcePath: string | null } | null
  readonly contributingGuidelines?: { readonly resourcePath: string | null } | null
  readonly issueTemplates?: readonly { readonly filename: string }[] | null
  readonly pullRequestTemplates?:
    | readonly { readonly filename: string | null; readonly repository: { readonly nameWithOwner: string } }[]
    | null
  readonly fundingLinks?: readonly { readonly platform: string }[]
  readonly codeowners?: {
    readonly errors: readonly {
      readonly kind: string
      readonly path: string
      readonly line: number
      readonly column: number
    }[]
  } | null
  readonly watchers?: { readonly totalCount: number }
  readonly discussions?: { readonly totalCount: number }
  readonly rulesets?: Page<{
    readonly databaseId: number | null
    readonly name: string
    readonly enforcement: 'ACTIVE' | 'DISABLED' | 'EVALUATE'
    readonly target: 'BRANCH' | 'TAG' | 'PUSH' | 'REPOSITORY' | null
  }> | null
  readonly releases?: Page<ReleaseNode>
  readonly defaultBranchRef?: {
    readonly name: string
    readonly branchProtectionRule?: Protection | null
    readonly refUpdateRule?: Protection | null
    readonly rules?: Page<BranchRuleNode> | null
  } | null
}

/** How up to 29 repositories are run: what people are shown, what branches are held to, what was released. */
export const GOVERNANCE = operation<{ readonly nodes: readonly (Governance | null)[] }>({
  name: 'governance',
  version: 1,
  connections: 5,
  scrub: scrubReleases,
  query: /* GraphQL */ `
query Governance($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id databaseId name
      owner { login }
      viewerPermission
      isSecurityPolicyEnabled securityPolicyUrl
      codeOfConduct { resourcePath }
      contributingGuidelines { resourcePath }
      issueTemplates { filename }
      pullRequestTemplates { filename repository { nameWithOwner } }
      fundingLinks { platform }
      codeowners { errors { kind path line column } }
      watchers { totalCount }
      discussions { totalCount }
      rulesets(first: 30, includeParents: true) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { databaseId name enforcement target }
      }
      releases(first: 20, orderBy: {field: CREATED_AT, direction: DESC}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { databaseId tagName name publishedAt isPrerelease isDraft description }
      }
      defaultBranchRef {
        name
        branchProtectionRule {
          requiresApprovingReviews requiredApprovingReviewCount requiredStatusCheckContexts requiresCodeOwnerReviews
          requiresLinearHistory requiresCommitSignatures allowsForcePushes allowsDeletions isAdminEnforced
        }
        refUpdateRule {
          requiredApprovingReviewCount requiredStatusCheckContexts requiresCodeOwnerReviews
          requiresLinearHistory requiresSignatures allowsForcePushes allowsDeletions
        }
        rules(first: 50) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            type
            parameters {
              ... on PullRequestParameters { requiredApprovingReviewCount requireCodeOwnerReview }
              ... on RequiredStatusChecksParameters { requiredStatusChecks { context } }
            }
          }
        }
      }
    }
  }
}`,
})

type RawRelease = Omit<ReleaseNode, 'notesLength'> & { readonly description?: string | null }

/** Notes thank people by name: how long they are is all that leaves the transport. */
function scrubReleases(raw: unknown): { readonly nodes: readonly (Governance | null)[] } {
  // The parsing boundary: from here on the answer has the shape of the question.
  const data = raw as {
    nodes?: readonly ((Omit<Governance, 'releases'> & { readonly releases?: Page<RawRelease> }) | null)[]
  }
  const nodes = (data.nodes ?? []).map((node): Governance | null => {
    if (node?.releases?.nodes === undefined) return node as Governance | null
    const releases = node.releases.nodes.map((release) => {
      if (release === null) return null
      const { description, ...rest } = release
      return { ...rest, notesLength: description?.trim().length ?? 0 }
    })
    return { ...node, releases: { ...node.releases, nodes: releases } }
  })
  return { nodes }
}

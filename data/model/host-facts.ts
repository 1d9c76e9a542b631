import type { Instant } from './instant.ts'
import type { CommunityFileKind, FailureKind } from './vocabulary.ts'

/**
 * What a host says of a repository beyond its files: evidence that no clone has. Every field was learnt, or says why it
 * was not: a right that the token lacks never reads as "there is none".
 */
export interface HostFacts {
  readonly visibility: HostFact<'public' | 'internal' | 'private'>
  readonly description: HostFact<string | null>
  readonly homepageUrl: HostFact<string | null>
  readonly topics: HostFact<readonly string[]>
  /** SPDX id that the host recognised; null for none, `NOASSERTION` when it could not tell. */
  readonly license: HostFact<string | null>
  readonly defaultBranch: HostFact<string | null>
  readonly isArchived: HostFact<boolean>
  readonly isFork: HostFact<boolean>
  readonly isTemplate: HostFact<boolean>
  readonly isMirror: HostFact<boolean>
  readonly hasIssues: HostFact<boolean>
  readonly hasDiscussions: HostFact<boolean>
  readonly hasWiki: HostFact<boolean>
  readonly hasVulnerabilityAlerts: HostFact<boolean>
  readonly hasSecurityPolicy: HostFact<boolean>
  /** What the host shows to contributors, own or lent by the owner's `.github` repository. */
  readonly communityFiles: HostFact<readonly CommunityFile[]>
  /** Mistakes that the host finds in CODEOWNERS; empty too when there is no such file. */
  readonly codeownersErrors: HostFact<readonly CodeownersError[]>
  /** What holds on the default branch, by protection rule and rulesets together. */
  readonly branchRules: HostFact<BranchRules>
  /** Published ones, newest first; `count` is all of them, `newest` a bounded number. */
  readonly releases: HostFact<{ readonly count: number; readonly newest: readonly Release[] }>
  /** Values that the organisation gave, by name of the property. */
  readonly customProperties: HostFact<ReadonlyMap<string, readonly string[]>>
}

export type HostFact<Value> =
  | { readonly isKnown: true; readonly value: Value }
  | { readonly isKnown: false; readonly reason: FailureKind | 'not-collected'; readonly message: string }

export interface CommunityFile {
  readonly kind: CommunityFileKind
  /** Name or path as the host gives it; null when it does not. */
  readonly path: string | null
  /** Lent by the owner's `.github` repository; null when the host does not say. */
  readonly isInherited: boolean | null
}

export interface CodeownersError {
  readonly kind: string
  readonly path: string
  readonly line: number
  readonly column: number
}

export interface BranchRules {
  readonly branch: string
  readonly requiresChangeRequest: boolean
  /** Approving reviews before a merge; 0 for none. */
  readonly requiredReviews: number
  readonly requiresCodeOwnerReview: boolean
  /** Names of the checks that must pass. */
  readonly requiredChecks: readonly string[]
  readonly allowsForcePush: boolean
  readonly allowsDeletion: boolean
  readonly requiresSignatures: boolean
  readonly requiresLinearHistory: boolean
  /** Whether administrators are bound as well; null when the token may not know. */
  readonly bindsAdministrators: boolean | null
}

export interface Release {
  readonly tag: string
  readonly name: string | null
  readonly publishedAt: Instant
  readonly isPrerelease: boolean
  /** Characters of its notes. */
  readonly notesLength: number
}

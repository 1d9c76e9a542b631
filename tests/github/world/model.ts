/**
 * What a GitHub that runs here knows: plain data, no behaviour. Every instant is UTC ISO with second precision
 * (`2026-03-01T10:00:00Z`). People are referred to by their account's database id; an id that no account has any
 * more reads as a deleted account (`author: null`), exactly like an explicit `null`.
 */

export type AccountId = number

export interface Account {
  readonly kind: 'User' | 'Bot' | 'Mannequin'
  readonly id: string
  readonly databaseId: AccountId
  login: string
  name: string | null
  email: string
  company: string | null
  createdAt: string
  /** A user account that a program drives: GitHub calls it `User`, a collector should not count it as a person. */
  isMachine: boolean
}

export interface Membership {
  readonly account: AccountId
  role: 'ADMIN' | 'MEMBER'
  /** A private membership is visible only to tokens of members. */
  isPublic: boolean
}

export interface Organisation {
  readonly id: string
  readonly databaseId: number
  login: string
  name: string
  description: string | null
  createdAt: string
  members: Membership[]
  /** Walls in front of the organisation, met by every token that does not list it in `passes`. */
  wall: 'none' | 'saml' | 'ip-allow-list'
}

export type GitMode = '100644' | '100755' | '120000' | '40000'

export interface TreeEntry {
  readonly name: string
  readonly mode: GitMode
  readonly oid: string
}

export type GitObject =
  | { readonly type: 'blob'; readonly bytes: Buffer }
  | { readonly type: 'tree'; readonly entries: readonly TreeEntry[] }

export interface Signature {
  readonly name: string
  readonly email: string
  readonly at: string
  /** The account that owns the e-mail address, if any does. */
  readonly account: AccountId | null
}

export interface Commit {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
}

export interface GitRef {
  name: string
  oid: string
}

export interface Release {
  readonly id: string
  readonly databaseId: number
  tagName: string
  name: string
  createdAt: string
  publishedAt: string | null
  isDraft: boolean
  isPrerelease: boolean
  /** Its notes. */
  description: string | null
  author: AccountId | null
}

export interface Comment {
  readonly id: string
  readonly databaseId: number
  author: AccountId | null
  createdAt: string
  body: string
}

export interface Review extends Comment {
  state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED'
  /** null while the review is pending. */
  submittedAt: string | null
}

export interface ChangedFile {
  path: string
  additions: number
  deletions: number
  changeType: 'ADDED' | 'CHANGED' | 'COPIED' | 'DELETED' | 'MODIFIED' | 'RENAMED'
}

/** A closing or a reopening, as a line of a timeline. */
export interface Ending {
  readonly type: 'ClosedEvent' | 'ReopenedEvent'
  readonly databaseId: number
  readonly createdAt: string
  readonly actor: AccountId | null
}

/** What change requests and issues share. */
export interface Item {
  readonly id: string
  readonly databaseId: number
  readonly number: number
  title: string
  body: string
  author: AccountId | null
  createdAt: string
  updatedAt: string
  closedAt: string | null
  /** Who closed it; its author when left out, nobody who is left when null. */
  closedBy?: AccountId | null
  /** When it was opened again after a first closing, a minute before. */
  reopenedAt?: string | null
  labels: string[]
  comments: Comment[]
}

export interface ChangeRequest extends Item {
  state: 'OPEN' | 'CLOSED' | 'MERGED'
  isDraft: boolean
  publishedAt: string | null
  mergedAt: string | null
  mergedBy: AccountId | null
  mergeCommitOid: string | null
  baseRefName: string
  headRefName: string
  headRefOid: string
  isCrossRepository: boolean
  /** False once the fork it came from is gone: `headRepository` is null then. */
  hasHeadRepository: boolean
  reviewDecision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null
  files: ChangedFile[]
  reviews: Review[]
}

export interface Issue extends Item {
  state: 'OPEN' | 'CLOSED'
  stateReason: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | null
}

export interface BranchProtection {
  readonly pattern: string
  readonly requiredApprovingReviewCount: number
  readonly requiresStatusChecks: boolean
  readonly requiresCodeOwnerReviews: boolean
  readonly isAdminEnforced: boolean
  readonly allowsForcePushes: boolean
  readonly requiredStatusCheckContexts: readonly string[]
}

export interface Governance {
  vulnerabilityAlerts: number
  rulesets: {
    databaseId: number
    name: string
    enforcement: 'ACTIVE' | 'DISABLED' | 'EVALUATE'
    target: 'BRANCH' | 'TAG' | 'PUSH'
    /** Types of the rules, e.g. `PULL_REQUEST`, `REQUIRED_SIGNATURES`. */
    rules: string[]
  }[]
  protection: BranchProtection | null
  /** null: the dependency graph answers "loading". */
  manifests: { filename: string; dependenciesCount: number }[] | null
}

/** A package of the dependency graph, by its address with version. */
export interface GraphPackage {
  readonly purl: string
  readonly version: string
  readonly licence: string | null
}

export interface Repository {
  readonly id: string
  readonly databaseId: number
  /** Database id of the organisation. */
  owner: number
  name: string
  /** Names it had before (`owner/name`): they still lead here. */
  formerNames: string[]
  description: string | null
  homepageUrl: string | null
  visibility: 'PUBLIC' | 'PRIVATE' | 'INTERNAL'
  isArchived: boolean
  archivedAt: string | null
  isFork: boolean
  isTemplate: boolean
  isDisabled: boolean
  isLocked: boolean
  isMirror: boolean
  /** Names (`owner/name`) of the repository it was forked from, or made from; they may lie outside of the world. */
  parent: string | null
  templateRepository: string | null
  createdAt: string
  updatedAt: string
  pushedAt: string | null
  diskUsage: number
  stargazerCount: number
  forkCount: number
  watcherCount: number
  discussionCount: number
  licence: { key: string; spdxId: string; name: string } | null
  languages: { name: string; size: number }[]
  topics: string[]
  hasIssuesEnabled: boolean
  hasDiscussionsEnabled: boolean
  hasWikiEnabled: boolean
  hasProjectsEnabled: boolean
  hasVulnerabilityAlertsEnabled: boolean
  codeOfConduct: string | null
  /** Custom properties that the organisation gave it. */
  properties: Record<string, string | string[] | null>
  governance: Governance
  /** What its dependency graph holds; null where it is off. */
  dependencyGraph: GraphPackage[] | null
  defaultBranch: string | null
  branches: GitRef[]
  tags: GitRef[]
  releases: Release[]
  /** Every commit, also those no branch reaches any more; parents come before children. */
  commits: Commit[]
  objects: Map<string, GitObject>
  changeRequests: ChangeRequest[]
  issues: Issue[]
  /** REST answers `truncated: true` for the recursive tree. */
  hasTruncatedTree: boolean
  /** GraphQL fields (`Repository.vulnerabilityAlerts`) that tokens without administration may not read. */
  forbiddenFields: string[]
}

export interface World {
  /** The instant at which the clock starts. */
  readonly now: string
  organisations: Organisation[]
  accounts: Account[]
  repositories: Repository[]
  /** Last database id given, by kind of thing: new things get the next one. */
  readonly counters: Record<string, number>
}

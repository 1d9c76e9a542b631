import type { BranchRules, CodeownersError, CommunityFile, Release } from './host-facts.ts'
import type { Instant } from './instant.ts'
import type { Oid } from './oid.ts'
import type { EntryMode } from './source.ts'
import type {
  ActorKind,
  Affiliation,
  ChangeRequestState,
  Closer,
  ComponentKind,
  IssueState,
  OutboundKind,
  PlatformLine,
  Readability,
  RefKind,
} from './vocabulary.ts'

/**
 * What collectors learn, in our words. A field that is left out (`undefined`) was not looked at and leaves the stored
 * value as it is; `null` was looked at and there is none. Instants are ISO 8601 UTC with seconds (`2026-11-21T05:40:00Z`).
 */
export type Record =
  | OrganisationRecord
  | RepositoryRecord
  | PropertiesRecord
  | PersonRecord
  | MembershipRecord
  | ChangeRequestRecord
  | IssueRecord
  | CommitRecord
  | RefsRecord
  | TreeRecord
  | DependencyGraphRecord
  | BlobRecord
  | AffiliationRecord
  | ComponentRecord
  | RegisterRecord
  | OptInRecord
  | OutboundRecord

export type RecordType = Record['type']

/** A repository is known by its server and its number there: names change, numbers do not. */
export interface RepositoryKey {
  readonly server: string
  /** The host's own database id, as text. */
  readonly hostId: string
}

export interface OrganisationKey {
  readonly server: string
  readonly login: string
}

/**
 * Who did something. `hostId` (the account's number) is the identity when known, else the keyed hash of the mail address.
 * Mail addresses are hashed before they come here: the clear form is never in a record.
 */
export interface PersonRef {
  readonly server: string
  readonly hostId?: string | undefined
  readonly emailHash?: string | undefined
  readonly login?: string | null
  readonly kind: ActorKind
  /** Part of the address behind the `@`, lower case, for affiliation by domain; null for public mail providers. */
  readonly emailDomain?: string | null
}

export interface OrganisationRecord extends OrganisationKey {
  readonly type: 'organisation'
  readonly hostId: string
}

/** All but key and name may be left out: a local clone knows little, a host without the right to say knows less. */
export interface RepositoryRecord extends RepositoryKey {
  readonly type: 'repository'
  readonly owner: string
  readonly name: string
  /** The host's opaque id, needed to ask about it again. */
  readonly nodeId?: string
  readonly url?: string
  readonly description?: string | null
  readonly homepageUrl?: string | null
  readonly visibility?: 'public' | 'internal' | 'private'
  readonly readability?: Readability
  readonly isArchived?: boolean
  readonly archivedAt?: Instant | null
  readonly isFork?: boolean
  /** `owner/name` of what it was forked from. */
  readonly forkedFrom?: string | null
  readonly isTemplate?: boolean
  /** `owner/name` of the template that it was made from. */
  readonly madeFrom?: string | null
  readonly isMirror?: boolean
  readonly isEmpty?: boolean
  readonly createdAt?: Instant
  readonly pushedAt?: Instant | null
  readonly starCount?: number
  readonly forkCount?: number
  readonly watcherCount?: number
  readonly discussionCount?: number
  readonly hasIssues?: boolean
  readonly hasDiscussions?: boolean
  readonly hasWiki?: boolean
  readonly hasVulnerabilityAlerts?: boolean
  readonly hasSecurityPolicy?: boolean
  readonly securityPolicyUrl?: string | null
  /** SPDX id that the host recognised; null when none, `NOASSERTION` when it could not tell. */
  readonly hostLicense?: string | null
  readonly primaryLanguage?: string | null
  readonly defaultBranch?: string | null
  readonly headOid?: Oid | null
  readonly treeOid?: Oid | null
  readonly headCommittedAt?: Instant | null
  readonly commitCount?: number | null
  readonly branchCount?: number
  readonly tagCount?: number
  readonly releaseCount?: number
  readonly changeRequestCount?: number
  readonly issueCount?: number
  readonly latestReleaseTag?: string | null
  readonly latestReleaseAt?: Instant | null
  readonly languages?: readonly { readonly language: string; readonly bytes: number }[]
  readonly topics?: readonly { readonly topic: string }[]
  readonly communityFiles?: readonly CommunityFile[]
  readonly codeownersErrors?: readonly CodeownersError[]
  /** Of the default branch; null when there is no branch. */
  readonly branchRules?: BranchRules | null
  readonly rulesets?: readonly Ruleset[]
  /** The newest published ones. */
  readonly releases?: readonly (Release & { readonly hostId: string })[]
}

/** All custom properties that the organisation gave a repository; one entry for each value. */
export interface PropertiesRecord {
  readonly type: 'properties'
  readonly repository: RepositoryKey
  readonly properties: readonly { readonly name: string; readonly value: string }[]
}

/** A set of rules about branches, tags or pushes, as the host lists it for a repository. */
export interface Ruleset {
  readonly hostId: string
  readonly name: string
  readonly enforcement: 'active' | 'disabled' | 'evaluate'
  readonly target: 'branch' | 'tag' | 'push' | 'repository'
}

export interface PersonRecord {
  readonly type: 'person'
  readonly person: PersonRef
}

/** The whole member list of an organisation at one time: who is missing has left. */
export interface MembershipRecord {
  readonly type: 'membership'
  readonly organisation: OrganisationKey
  readonly members: readonly { readonly person: PersonRef; readonly role: 'member' | 'admin' }[]
}

export interface ChangeRequestRecord {
  readonly type: 'change-request'
  readonly repository: RepositoryKey
  readonly hostId: string
  readonly number: number
  /** With mentions, mail addresses and telephone numbers masked. Internal: never in a public export. */
  readonly title: string
  readonly state: ChangeRequestState
  readonly isDraft: boolean
  readonly author: PersonRef
  /** The host's own word, true only for the token that asked and the hour it asked: a hint. */
  readonly authorAssociation: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly mergedAt: Instant | null
  readonly closedAt: Instant | null
  readonly mergedBy: PersonRef | null
  /** First review or comment by a person who is not the author. Undefined when what was read does not settle it. */
  readonly firstResponseAt?: Instant | null
  /** Who that was: counted by figures that name nobody, never told. */
  readonly firstResponder?: PersonRef | null
  readonly firstReviewAt?: Instant | null
  readonly reviewCount?: number | undefined
  /** Who closed it without a merge; null when nobody did, undefined when what was read does not say. */
  readonly closedBy?: Closer | null | undefined
  /** Id of the phrase of the register with which it was closed; null for none, undefined when not read to its end. */
  readonly closingPhrase?: string | null | undefined
  readonly isReopened?: boolean | undefined
  readonly baseBranch: string
  readonly isCrossRepository: boolean
  /** Commit that it proposed last. */
  readonly headOid: Oid | null
  readonly mergeOid: Oid | null
  readonly additions: number
  readonly deletions: number
  readonly changedFileCount: number
  readonly commentCount: number
  readonly reviewDecision: string | null
  readonly labels: readonly { readonly label: string }[]
  /** Undefined when the host gave only part of the list. */
  readonly files?: readonly { readonly path: string; readonly additions: number; readonly deletions: number }[]
}

export interface IssueRecord {
  readonly type: 'issue'
  readonly repository: RepositoryKey
  readonly hostId: string
  readonly number: number
  /** Masked; null for an issue that bears none of the labels whose titles are kept. */
  readonly title: string | null
  readonly state: IssueState
  readonly stateReason: string | null
  readonly author: PersonRef
  readonly authorAssociation: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly closedAt: Instant | null
  readonly firstResponseAt?: Instant | null
  readonly firstResponder?: PersonRef | null
  readonly closedBy?: Closer | null | undefined
  readonly isReopened?: boolean | undefined
  readonly commentCount: number
  readonly labels: readonly { readonly label: string }[]
}

/** A commit on the default branch. */
export interface CommitRecord {
  readonly type: 'commit'
  readonly repository: RepositoryKey
  readonly oid: Oid
  readonly author: PersonRef
  readonly committer: PersonRef
  readonly authoredAt: Instant
  readonly committedAt: Instant
  /** Absent where the source was not asked: two and more are a merge. */
  readonly parentCount?: number | undefined
  /** Made by a release tool, not by somebody's work. */
  readonly isReleaseTool: boolean
  readonly coAuthors: readonly { readonly person: PersonRef }[]
  /** Numbers of change requests and issues of the same repository that its message names. */
  readonly mentions: readonly number[]
}

/** All branches and tags of a repository at one time. */
export interface RefsRecord {
  readonly type: 'refs'
  readonly repository: RepositoryKey
  readonly refs: readonly {
    readonly kind: RefKind
    readonly name: string
    readonly oid: Oid
    /** When the commit was made; of tags alone, which may lie on no branch that is read. Null where it is not known. */
    readonly committedAt: string | null
  }[]
}

/** The whole file tree at the head of the default branch. */
export interface TreeRecord {
  readonly type: 'tree'
  readonly repository: RepositoryKey
  /** Null for a repository without a commit, which has no entries either. */
  readonly treeOid: Oid | null
  readonly entries: readonly {
    readonly path: string
    readonly mode: EntryMode
    readonly oid: Oid
    readonly size: number
  }[]
}

/** What the host's dependency graph says of a repository: no document where it has none. */
export interface DependencyGraphRecord {
  readonly type: 'dependency-graph'
  readonly repository: RepositoryKey
  readonly documents: readonly { readonly oid: Oid; readonly size: number }[]
}

/** The bytes of one file, kept by their git id: equal files of a hundred repositories are stored once. */
export interface BlobRecord {
  readonly type: 'blob'
  readonly oid: Oid
  readonly content: Uint8Array
}

/** One line of the register that says where people stand: by account or by mail domain, between two dates. */
export interface AffiliationRecord {
  readonly type: 'affiliation'
  /** The register file, relative to the configuration: its records replace what it said before. */
  readonly register: string
  readonly lines: readonly {
    readonly person?: PersonRef
    readonly emailDomain?: string
    /** Name, or `owner/name`, of the repository that it holds for alone; left out or null for all. */
    readonly component?: string | null
    readonly affiliation: Affiliation
    readonly from: Instant | null
    readonly until: Instant | null
  }[]
}

/** The components found in a repository, as concluded from its files. Replaces what was concluded before. */
export interface ComponentRecord {
  readonly type: 'component'
  readonly repository: RepositoryKey
  readonly components: readonly {
    /** Folder of the component in the repository; empty for the root. */
    readonly path: string
    readonly kind: ComponentKind
    readonly line: PlatformLine | null
    readonly groupId: string | null
    readonly artifactId: string | null
    readonly version: string | null
    readonly title: string | null
  }[]
}

/** All lines of a register as its file has them: they replace what it said before. */
export interface RegisterRecord {
  readonly type: 'register'
  readonly register: string
  readonly entries: readonly {
    /** JSON array of what tells this line from another. */
    readonly key: string
    readonly position: number
    /** Line of the file, from 1. */
    readonly line: number
    /** JSON object, the fields of the line. */
    readonly value: string
  }[]
}

/** Everybody on a server who agrees today that their contributions elsewhere are counted: who is missing withdrew. */
export interface OptInRecord {
  readonly type: 'opt-in'
  readonly server: string
  readonly lines: readonly {
    readonly person: PersonRef
    readonly consentedAt: Instant
    /** What is older is not counted. */
    readonly from: Instant
  }[]
}

/** All that one person who opted in proposed to projects of others, as counts. Of anybody else nothing is kept. */
export interface OutboundRecord {
  readonly type: 'outbound'
  readonly person: PersonRef
  readonly askedAt: Instant
  readonly counts: readonly OutboundCount[]
}

export interface OutboundCount {
  /** `owner/name` of a public repository that is none of ours. */
  readonly project: string
  readonly kind: OutboundKind
  /** Of the opening, as YYYYMM. */
  readonly month: number
  readonly opened: number
  /** Of those that were opened then. */
  readonly merged: number
}

import type { Instant } from './instant.ts'
import type { Oid } from './oid.ts'
import type { OrganisationKey, Record, RepositoryKey } from './records.ts'
import type { FailureKind, Readability, RunStatus } from './vocabulary.ts'

/**
 * The two ports between the runner and the store. `collectors/run.ts` is handed both and never meets the store itself.
 */

/** Position inside a stream, saved in the transaction of the rows that it stands behind. */
export interface Cursor {
  /** What the stream is about: `github.com/12345` for a repository, `github.com/@org` for an organisation. */
  readonly subject: string
  readonly stream: string
  readonly position: string
  /** Kept for the next walk and no place in this one: it says nothing of what is covered. */
  readonly isMark?: boolean
}

/** A stream of a subject that was read to its end, as of `watermark` (the server's time at its first request). */
export interface Finished {
  readonly subject: string
  readonly stream: string
  readonly watermark: Instant
  /** What is older was not asked for; null: all was. Left out by a walk that only looked for what is new. */
  readonly from?: Instant | null
}

/** Something that was asked and could not be learnt. Stored, shown, and never read as "there is none". */
export interface Gap {
  readonly subject: string
  /** Stream, or `field:<name>`. */
  readonly kind: string
  readonly reason: FailureKind
  /** Stable name of a trouble that has sentences of its own. */
  readonly code?: string
  readonly message: string
}

/** Something known that the host no longer has. */
export type Gone =
  | { readonly type: 'repository'; readonly repository: RepositoryKey }
  | { readonly type: 'change-request' | 'issue'; readonly repository: RepositoryKey; readonly hostId: string }
  | { readonly type: 'commit'; readonly repository: RepositoryKey; readonly oid: Oid }

export interface Cost {
  readonly requests: number
  readonly points: number
}

/** What is saved in one transaction: all of it or nothing. */
export interface NormalizedBatch {
  readonly records: readonly Record[]
  readonly cursors: readonly Cursor[]
  readonly finished: readonly Finished[]
  readonly gaps: readonly Gap[]
  readonly gone: readonly Gone[]
  readonly cost: Cost
}

export interface RunProblem {
  readonly subject: string
  readonly kind: FailureKind
  /** As of a gap. */
  readonly code?: string
  readonly message: string
}

/** Why nothing is sent to a host for a while; `pace`: it did not ask, it is being spared. */
export type WaitReason = 'primary' | 'secondary' | 'pace'

/** How long nothing was sent for one reason. */
export interface Waited {
  readonly reason: WaitReason
  readonly times: number
  readonly seconds: number
  /** End of the last of them. */
  readonly until: Instant
}

/** What it took beside requests and points. */
export interface Strain {
  /** Time that the host took to answer, over all requests: what its limits on processor time are about. */
  readonly busySeconds: number
  readonly waits: readonly Waited[]
}

/** The row of one run; the shape of `parvis collect --format json`. */
export interface RunSummary extends Partial<Strain> {
  readonly collector: string
  readonly scope: string
  readonly status: RunStatus
  readonly requests: number
  readonly points: number
  /** Items read from the source. */
  readonly read: number
  /** Rows of the database that changed. */
  readonly written: number
  /** Records that were known already, exactly so. */
  readonly unchanged: number
  readonly from: Instant
  readonly to: Instant
  readonly problems: readonly RunProblem[]
}

export type RunId = number

/** Write port of a run. */
export interface Sink {
  startRun(collector: string, scope: string, at: Instant): Promise<RunId>
  save(
    run: RunId,
    at: Instant,
    batch: NormalizedBatch,
  ): Promise<{ readonly written: number; readonly unchanged: number }>
  finishRun(run: RunId, summary: RunSummary): Promise<void>
}

/** What a collector may know of a repository before it asks. */
export interface KnownRepository extends RepositoryKey {
  readonly nodeId: string
  readonly owner: string
  readonly name: string
  readonly isArchived: boolean
  readonly isEmpty: boolean
  readonly readability: Readability
  readonly defaultBranch: string | null
  readonly headOid: Oid | null
  readonly treeOid: Oid | null
  /** Commits behind the head, by the host's own count; null when it was not told. */
  readonly commitCount: number | null
  readonly changeRequestCount: number
  readonly issueCount: number
  readonly latestReleaseAt: Instant | null
  /** Tree whose entries are stored; null when none are. */
  readonly storedTreeOid: Oid | null
}

/** Somebody who agrees that their contributions elsewhere are counted. */
export interface KnownOptIn {
  readonly login: string
  readonly from: Instant
  /** Null until they were counted. */
  readonly askedAt: Instant | null
}

/** Read port of a run: which blobs, which tree, which watermark do we have. */
export interface Known {
  cursor(collector: string, subject: string, stream: string): Promise<string | undefined>
  watermark(collector: string, subject: string, stream: string): Promise<Instant | undefined>
  /** What is older than this was never asked for; undefined when all was, or nothing. */
  from(collector: string, subject: string, stream: string): Promise<Instant | undefined>
  repositories(organisation: OrganisationKey): Promise<readonly KnownRepository[]>
  /** Those of `oids` whose bytes are not stored. */
  missingBlobs(oids: readonly Oid[]): Promise<readonly Oid[]>
  optIns(server: string): Promise<readonly KnownOptIn[]>
  /** How many are stored and not gone. */
  count(repository: RepositoryKey, what: 'change-request' | 'issue' | 'commit'): Promise<number>
  hasCommit(repository: RepositoryKey, oid: Oid): Promise<boolean>
  /** Host ids (oids of commits) of what is stored and not gone, to find what the host no longer has. */
  hostIds(repository: RepositoryKey, what: 'change-request' | 'issue' | 'commit'): Promise<readonly string[]>
}

export function repositorySubject(key: RepositoryKey): string {
  return `${key.server}/${key.hostId}`
}

export function organisationSubject(key: OrganisationKey): string {
  return `${key.server}/@${key.login}`
}

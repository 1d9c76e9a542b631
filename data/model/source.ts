import type { HostFacts } from './host-facts.ts'
import type { Oid } from './oid.ts'
import type { RefKind } from './vocabulary.ts'

/**
 * A source of files: a checkout, a git object store, a tarball, the database. Judging a folder and judging a fleet
 * are the same path because they differ in nothing but which source they are handed.
 */
export interface Source {
  readonly identity: SourceIdentity
  /** Every file of the tree, sorted by path. A symbolic link is listed (`120000`) and never followed. */
  entries(): Promise<readonly Entry[]>
  /** The bytes of one entry; a `SourceFailure` when they are not to be had, so that rules answer `unknown`. */
  read(entry: Entry): Promise<Uint8Array>
  /** Branches and tags; absent when this source cannot know them (a tarball, a shallow clone). */
  refs?(): Promise<readonly Ref[]>
  /** What the host says of the repository; absent when this source never asked one. */
  host?(): Promise<HostFacts>
  /**
   * The latest commits of what is read, newest first, at most `LOGGED_COMMITS` of them; absent when this source cannot
   * know them (a tarball, a shallow clone, the database, which keeps no sentence of anybody).
   */
  log?(): Promise<readonly LoggedCommit[]>
  /** What lies at another commit of the same store; absent where there is none. To be closed like any other. */
  at?(commit: Oid): Promise<Source>
  /**
   * Places on this disk, absolute, that show whether all of this is as it was without reading it; some of them need not
   * exist. Absent where there are none that tell it all.
   */
  traces?(): readonly string[]
  /** Lets go of what it holds open (a git process); nothing is read afterwards. */
  close?(): Promise<void>
}

/** As many as rules look back on, merges and programs left out. */
export const LOGGED_COMMITS = 1000

/** A commit without its people. */
export interface LoggedCommit {
  readonly oid: Oid
  /** First line of the message. */
  readonly subject: string
  readonly isMerge: boolean
  /** A program signed it, or the release tool wrote its message. */
  readonly isAutomatic: boolean
}

export interface SourceIdentity {
  /** Where it was read: a path, `owner/name`; for messages only. */
  readonly origin: string
  /** `owner/name` on the host; undefined when nothing says so. Never taken from a folder's name. */
  readonly repository: string | undefined
  /** Folder that was read, from the root of its work tree, without a final `/`; left out at the root. */
  readonly folder?: string | undefined
  /** Host that the origin names; left out where there is no origin. */
  readonly server?: string | undefined
  readonly defaultBranch: string | undefined
  /** Commit at the head of what is read; undefined outside git. */
  readonly head: Oid | undefined
}

/** Modes are git's. */
export type EntryMode = '100644' | '100755' | '120000' | '160000'

export interface Entry {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly mode: EntryMode
  readonly oid: Oid
  /** Bytes. */
  readonly size: number
}

export interface Ref {
  readonly name: string
  readonly kind: RefKind
  /** The commit it points at (annotated tags peeled). */
  readonly oid: Oid
}

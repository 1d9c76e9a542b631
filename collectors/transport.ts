import type { Cost } from '#data/model/collection.ts'
import type { Instant } from '#data/model/records.ts'
import type { EntryMode } from '#data/model/source.ts'

/**
 * The way to a host. There are three behind this one shape: the live client, one that records, one that replays.
 * A call is known by what it asks and where it stands, never by its query text, so that a recording outlives a
 * reformatted query and is refused when `version` moved.
 */
export interface CallKey {
  /** Name of the operation (`change-requests`). */
  readonly operation: string
  /** Raised by hand whenever the shape of the question or of its answer changes. */
  readonly version: number
  /** What is asked about: `github.com/12345`, `github.com/@org`. */
  readonly subject: string
  readonly stream: string
  /** Cursor asked from; empty for the first page. */
  readonly position: string
}

export interface GraphqlCall extends CallKey {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface RestCall extends CallKey {
  /** Route template (`GET /repos/{owner}/{repo}/git/trees/{tree}`). */
  readonly route: string
  readonly parameters: Readonly<Record<string, string | number>>
  /** Ask without the token: what anybody may read. */
  readonly anonymous?: boolean
}

/** An error that came beside data. `path` names the field that is null because of it. */
export interface PartialError {
  readonly type: string
  readonly message: string
  readonly path: readonly (string | number)[]
}

export interface Answer<Data> {
  readonly data: Data
  /** Fields that could not be read: unknown, never absent. */
  readonly errors: readonly PartialError[]
  /** The server's clock at this answer. */
  readonly servedAt: Instant
  readonly cost: Cost
}

export interface ArchiveFile {
  readonly path: string
  readonly mode: EntryMode
  readonly content: Uint8Array
}

/** Every call answers, or throws a `SourceFailure` after the transport's own patience is spent. */
export interface Transport {
  graphql<Data>(call: GraphqlCall): Promise<Answer<Data>>
  rest<Data>(call: RestCall): Promise<Answer<Data>>
  /** Unpacks a tarball of one repository; the top folder is taken off the paths. */
  archive(call: RestCall): Promise<Answer<readonly ArchiveFile[]>>
}

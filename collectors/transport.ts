import type { Cost, Strain } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Oid } from '#data/model/oid.ts'
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

interface Call<Data> extends CallKey {
  /**
   * Takes out of the answer what must not travel further (mail addresses, free text). It runs before anybody else
   * sees the answer, the recorder included. `raw` may lack what could not be read.
   */
  readonly scrub?: ((raw: unknown) => Data) | undefined
}

export interface GraphqlCall<Data = unknown> extends Call<Data> {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** How often the same was asked already because something was missing: the host is given that much longer. */
  readonly again?: number
}

export interface RestCall<Data = unknown> extends Call<Data> {
  /** Route template (`GET /repos/{owner}/{repo}/git/trees/{tree}`). */
  readonly route: string
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>
  /** Ask without the token: what anybody may read. */
  readonly anonymous?: boolean
  /** It makes something at the host: an attempt of which nobody knows whether it arrived is not made again. */
  readonly isWrite?: boolean
}

/** An error that came beside data. The field that `path` names is left out of the data: unknown, never null. */
export interface PartialError {
  /** The host's own word (`FORBIDDEN`, `NOT_FOUND`). */
  readonly type: string
  readonly message: string
  readonly path: readonly (string | number)[]
}

export interface Answer<Data> {
  readonly data: Data
  readonly errors: readonly PartialError[]
  /** The server's clock at this answer. */
  readonly servedAt: Instant
}

/** A file, or a symbolic link with what it points at for its bytes. */
export interface ArchiveFile {
  readonly path: string
  readonly mode: EntryMode
  readonly oid: Oid
  readonly size: number
  /** Null when it is no text, or longer than 1 MiB. */
  readonly content: Uint8Array | null
}

/** Every call answers, or throws a `SourceFailure` after the transport's own patience is spent. */
export interface Transport {
  graphql<Data>(call: GraphqlCall<Data>): Promise<Answer<Data>>
  rest<Data>(call: RestCall<Data>): Promise<Answer<Data>>
  /** Unpacks a tarball of one repository; the top folder is taken off the paths. */
  archive(call: RestCall): Promise<Answer<readonly ArchiveFile[]>>
  /** All that was spent through it so far, answers thrown away and attempts that failed included. */
  spent(): Cost
  /** What that took of the host and of our time; undefined where no host is asked. */
  strain?(): Strain
  /** Points of the hour's quota that remain, as the last answer told; undefined where nobody counts. */
  left?(): number | undefined
}

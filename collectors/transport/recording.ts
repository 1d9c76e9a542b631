import type { Instant } from '#data/model/instant.ts'
import type { EntryMode } from '#data/model/source.ts'
import type { FailureKind } from '#data/model/vocabulary.ts'
import type { CallKey, PartialError } from '../transport.ts'

/**
 * A recording is a folder: `manifest.json`, and one NDJSON file per collector, its lines sorted. A line is an answer,
 * a refusal, or the bytes of a file that archives name by oid, so that equal files are written once.
 */
export interface Manifest {
  readonly format: typeof RECORDING_FORMAT
  /** The clock of every replayed answer. */
  readonly recordedAt: Instant
}

export const RECORDING_FORMAT = 1
export const MANIFEST_FILE = 'manifest.json'

export type Line = CallLine | BlobLine

export interface CallLine extends CallKey {
  readonly data?: unknown
  readonly errors?: readonly PartialError[]
  readonly files?: readonly (readonly [path: string, mode: EntryMode, oid: string, size: number])[]
  readonly failure?: { readonly kind: FailureKind; readonly message: string }
}

export interface BlobLine {
  readonly blob: string
  readonly text?: string
  /** Of what is no UTF-8. */
  readonly base64?: string
}

export function recordingFile(collector: string): string {
  return `${collector.replaceAll('/', '-')}.ndjson`
}

/** Identity of a call inside a recording. The version is left out: one that moved is found, and called stale. */
export function keyOf({ operation, subject, stream, position }: CallKey): string {
  return [operation, subject, stream, position].join('\t')
}

import type { Entry, Source } from '../model/source.ts'
import type { Extracted, ExtractionProblem } from './extractor.ts'

/** Facts of one extractor, with one set of options, from the files that match any of the globs. */
export interface FactNeed {
  readonly extractor: string
  readonly paths: readonly string[]
  readonly options?: unknown
}

/** What a fact is kept under. */
export interface FactKey {
  readonly oid: string
  readonly extractor: string
  readonly version: number
  /** sha256 of the options in canonical JSON, hexadecimal; empty without options. */
  readonly optionsDigest: string
}

/** Where facts are kept between runs. What it gives back was put there under the very same key. */
export interface FactCache {
  /** In the order of `keys`; undefined where nothing is kept. */
  getMany(keys: readonly FactKey[]): Promise<readonly (Extracted<unknown> | undefined)[]>
  putMany(facts: readonly { readonly key: FactKey; readonly extracted: Extracted<unknown> }[]): Promise<void>
}

/**
 * A file that was wanted and gave no fact. Codes of extractors, and: `symbolic-link`, `submodule` (never followed),
 * `unavailable` (the source did not have the bytes), `too-large`.
 */
export interface Unread extends ExtractionProblem {
  readonly path: string
  readonly extractor: string
  readonly optionsDigest: string
}

export interface GatheredFacts {
  /** Facts by path (sorted), for one extractor and one set of options. Empty when no file matched. */
  of(extractor: string, options?: unknown): ReadonlyMap<string, unknown>
  readonly unread: readonly Unread[]
}

export interface GatherInput {
  readonly source: Source
  /** As `source.entries()` gave them. */
  readonly entries: readonly Entry[]
  readonly needs: readonly FactNeed[]
  readonly cache?: FactCache
}

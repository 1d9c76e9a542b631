/**
 * Extractors turn the bytes of one file into a fact: plain JSON, a function of bytes and options alone, so that it is
 * kept under (oid, extractor, version, options) and never computed twice for equal files.
 */
export interface Extractor<Fact = unknown, Options = unknown> {
  readonly id: string
  /** Raised when the same bytes give another fact; what was kept under the old number is not used again. */
  readonly version: number
  /** Larger files are not read: `too-large`. */
  readonly maxBytes: number
  extract(content: Uint8Array, options: Options): Extracted<Fact>
}

/** A file that is not what it is named after gives no fact, and says where reading stopped. */
export type Extracted<Fact> =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly problem: ExtractionProblem }

export interface ExtractionProblem {
  /** Stable, kebab-case: `xml-malformed`, `xml-entity`, `not-text`, `too-large`. */
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

export function defineExtractor<Fact, Options = undefined>(extractor: Extractor<Fact, Options>): Extractor {
  return extractor as Extractor
}

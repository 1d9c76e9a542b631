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

/** Every reason for which a file gives no fact, whoever met it: an extractor, the source, or what runs them. */
export type ProblemCode =
  | 'data-malformed'
  | 'extractor-crashed'
  | 'json-malformed'
  | 'manifest-invalid'
  | 'not-text'
  | 'not-xliff'
  | 'query-failed'
  | 'query-too-costly'
  | 'script-malformed'
  | 'submodule'
  | 'symbolic-link'
  | 'too-deep'
  | 'too-large'
  | 'unavailable'
  | 'xml-entity'
  | 'xml-malformed'
  | 'xml-too-deep'
  | 'yaml-malformed'

export interface ExtractionProblem {
  readonly code: ProblemCode
  readonly message: string
  readonly line?: number
  readonly column?: number
}

export const NOT_TEXT: ExtractionProblem = { code: 'not-text', message: 'The file is binary.' }

export function defineExtractor<Fact, Options = undefined>(extractor: Extractor<Fact, Options>): Extractor {
  return extractor as Extractor
}

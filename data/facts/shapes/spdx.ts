/** A licence expression as somebody wrote it. */
export interface SpdxReading {
  readonly text: string
  /** Null when it is none: a word out of place, an id that SPDX does not list. */
  readonly expression: SpdxExpression | null
  /** Ids that SPDX has replaced by others. */
  readonly deprecated: readonly string[]
}

export type SpdxExpression =
  | { readonly license: string; readonly orLater: boolean; readonly exception: string | null }
  | { readonly join: 'and' | 'or'; readonly left: SpdxExpression; readonly right: SpdxExpression }

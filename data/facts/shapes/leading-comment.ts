/** How comments begin; guessed from the first bytes when no option says so. */
export type CommentStyle = 'c' | 'hash' | 'dash' | 'xml'

export interface LeadingCommentOptions {
  readonly style?: CommentStyle
}

/** The comments that stand before anything else in a file: where licence and copyright are. */
export interface LeadingComment {
  /** Without comment marks, one line each, trimmed; null when the file begins with something else. At most 20,000 characters. */
  readonly text: string | null
  readonly line: number | null
  readonly endLine: number | null
  /** Expressions behind `SPDX-License-Identifier:`. */
  readonly spdx: readonly string[]
  readonly copyrights: readonly { readonly text: string; readonly line: number }[]
}

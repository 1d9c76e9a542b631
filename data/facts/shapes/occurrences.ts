/** What is blanked out (lines and columns stay) before looking: `java-code` also empties strings. */
export type Mask =
  | 'none'
  | 'java-comments'
  | 'java-code'
  | 'xml-comments'
  | 'template-comments'
  | 'jsp-comments'
  | 'sql-comments'

export interface OccurrencesOptions {
  readonly mask: Mask
  /** A file with none of these in it, letter for letter, is not looked through: much cheaper than blanking it. */
  readonly words?: readonly string[]
  /** Regular expression source by name; matched over the whole text with the flags `gm`, and `i` when asked. */
  readonly patterns: Readonly<Record<string, string>>
  readonly ignoreCase?: boolean
}

/** Where patterns are met in a text, for rules about a few words in a body (`System.out`, `jsp:useBean`, `#i18n{...}`). */
export type Occurrences = Readonly<Record<string, readonly Occurrence[]>>

export interface Occurrence {
  /** The match, at most 200 characters. */
  readonly text: string
  /** Captured groups; null for one that took no part. */
  readonly groups: readonly (string | null)[]
  readonly line: number
  readonly column: number
}

/** What is blanked out (lines and columns stay) before looking: `java-code` also empties strings. */
export const MASKS = [
  'none',
  'java-comments',
  'java-code',
  'xml-comments',
  'template-comments',
  'jsp-comments',
  'sql-comments',
] as const
export type Mask = (typeof MASKS)[number]

export interface OccurrencesOptions {
  readonly mask: Mask
  /** A file with none of these in it, letter for letter, is not looked through: much cheaper than blanking it. */
  readonly words?: readonly string[]
  /** Regular expression source by name, looked for over the whole text; `^` and `$` stand for line ends. */
  readonly patterns: Readonly<Record<string, string>>
  /** They are known never to explode, and run on the platform's engine; all others on one that cannot. */
  readonly isProven?: boolean
  readonly ignoreCase?: boolean
  /** `^` and `$` stand for the ends of the text, not of lines. */
  readonly isWholeText?: boolean
  /** Only so many lines from the top are looked through. */
  readonly firstLines?: number
  /** A file that is no text gives a fact without any name, instead of a problem. */
  readonly skipsBinaries?: boolean
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

/**
 * What can be compared of the values of a Java `.properties` file without keeping them. A key met again counts once, with
 * the value that Java takes: the last.
 */
export interface PropertyValues {
  readonly entries: readonly PropertyValue[]
}

export interface PropertyValue {
  readonly key: string
  readonly line: number
  /** The line is an entry for Java only: neither `=` nor `:` parts key and value, or there is no key. */
  readonly isMalformed: boolean
  readonly isEmpty: boolean
  /** sha256 of the decoded value, its first 16 hexadecimal digits. */
  readonly digest: string
  /** Words of a sentence: the same in two languages, it was hardly translated. */
  readonly isProse: boolean
  /** What the program fills in, each once, sorted: `{0}`, `${name}`, `%s`. */
  readonly placeholders: readonly string[]
}

/**
 * A Java `.properties` file: UTF-8, else ISO-8859-1; continuations joined, escapes and `\uXXXX` decoded. Values are not
 * kept: no rule asks for more than whether two are the same.
 */
export interface Properties {
  readonly encoding: 'utf-8' | 'iso-8859-1'
  readonly hasBom: boolean
  /** Every entry in order, repeated keys included: the last one wins when the file is loaded. */
  readonly entries: readonly PropertyEntry[]
  /** Keys met again. `isSame`: with the value that they had before. */
  readonly duplicates: readonly {
    readonly key: string
    readonly line: number
    readonly firstLine: number
    readonly isSame: boolean
  }[]
  readonly malformed: readonly MalformedLine[]
}

export interface PropertyEntry {
  readonly key: string
  readonly line: number
}

/**
 * `no-separator`: a word and nothing else (an entry with an empty value for Java). `blank-separator`: neither `=` nor `:`
 * parts key and value, which Java reads and a translator seldom meant. `empty-key`: begins with the separator.
 * `bad-escape`: `\u` without four hexadecimal digits, which makes Java refuse the whole file.
 */
export interface MalformedLine {
  readonly line: number
  readonly reason: 'no-separator' | 'blank-separator' | 'empty-key' | 'bad-escape'
}

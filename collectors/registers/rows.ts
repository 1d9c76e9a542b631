import type { UsageDetail } from '#data/model/failures.ts'

/** What somebody wrote in one field of one line, before anything is made of it, and where it stands. */
export interface Cell {
  /** A scalar, or what the file's own syntax nests: a list, or a mapping by language. */
  readonly value: unknown
  readonly line: number
  readonly column: number
}

export interface Row {
  readonly cells: ReadonlyMap<string, Cell>
  readonly line: number
  readonly column: number
}

/** The lines of a register's file, and what keeps the rest from being read. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly problems: readonly UsageDetail[]
}

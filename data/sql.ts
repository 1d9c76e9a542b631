/** What SQLite takes and gives. Integers come back as numbers: none of ours exceeds 2^53. */
export type SqlValue = string | number | null | Uint8Array
export type SqlRow = Readonly<Record<string, SqlValue>>
export type SqlParams = Readonly<Record<string, SqlValue>> | readonly SqlValue[]

/** The driver as the rest of `data/` sees it: prepared statements are kept by their text, so ask with constant SQL. */
export interface Connection {
  all(sql: string, params?: SqlParams): readonly SqlRow[]
  get(sql: string, params?: SqlParams): SqlRow | undefined
  /** Number of rows that changed. */
  run(sql: string, params?: SqlParams): number
  /** Number of the row that was put in; undefined when a conflict left it out. */
  insert(sql: string, params?: SqlParams): number | undefined
  /** Several statements without parameters. */
  exec(sql: string): void
  /** Makes a pure function of numbers and texts callable in SQL under this name; a later one of the name replaces it. */
  define(name: string, body: (...values: readonly SqlValue[]) => SqlValue): void
  /** All of `body` or nothing; takes the write lock at once. */
  transaction<Result>(body: () => Result): Result
}

export function text(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`)
  return value
}

export function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : text(row, column)
}

export function integer(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`)
  return value
}

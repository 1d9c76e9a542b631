/** An SQL script as Liquibase and its rules see it: header, changesets, tables that it makes. */
export interface SqlScript {
  /** True when comments and blanks are all there is. */
  readonly isEmpty: boolean
  /** The `--liquibase formatted sql` mark, wherever it is; null without one. */
  readonly header: { readonly line: number; readonly isFirst: boolean } | null
  readonly changesets: readonly {
    readonly author: string
    readonly id: string
    /** What follows `author:id` on the line (`logicalFilePath:...`), trimmed. */
    readonly attributes: string
    readonly hasPreconditions: boolean
    readonly line: number
  }[]
  /** Names in `CREATE TABLE`, without quotes. */
  readonly tables: readonly { readonly name: string; readonly line: number }[]
  /** Statements by their first word, upper case. */
  readonly statements: Readonly<Record<string, number>>
}

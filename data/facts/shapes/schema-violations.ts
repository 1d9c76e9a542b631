/** Where a document breaks a JSON Schema, at most twenty times. */
export type SchemaViolations = readonly {
  /** Keys that lead to the value, with `/` before each; empty for the whole document. */
  readonly at: string
  /** The keyword that does not hold, and what it asks for. */
  readonly keyword: string
  readonly wanted: string
  readonly line: number
  readonly column: number
}[]

export interface SchemaOptions {
  readonly schema: unknown
}

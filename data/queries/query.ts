/** A named question: the SQL, the parameters it takes (`:name` in the SQL) and the shape of one row. */
export interface Query<Params extends QueryParams, Row extends QueryRow> {
  /** `subject/question`, unique. */
  readonly id: string
  readonly title: string
  /** Which database it is put to: the store itself, or the file written for the site and the public. */
  readonly of: 'store' | 'export'
  /** Names of the parameters: exactly those of the SQL. */
  readonly params: readonly (keyof Params & string)[]
  readonly sql: string
  /** Never there: ties the row type to the query. */
  readonly row?: Row
}

export type QueryValue = string | number | null
export type QueryParams = Readonly<Record<string, QueryValue>>
export type QueryRow = Readonly<Record<string, QueryValue>>
export type NoParams = Readonly<Record<never, QueryValue>>

interface QueryDefinition<Params> {
  readonly id: string
  readonly title: string
  readonly of?: 'store' | 'export'
  readonly params?: readonly (keyof Params & string)[]
  readonly sql: string
}

/**
 * Ties SQL to the types of its parameters and rows; a test prepares every query against the empty schema and checks
 * that parameters and columns are those promised. Row types are `type` aliases in snake_case, as the SQL answers them.
 */
export function defineQuery<Params extends QueryParams, Row extends QueryRow>(
  definition: QueryDefinition<Params>,
): Query<Params, Row> {
  return { of: 'store', params: [], ...definition }
}

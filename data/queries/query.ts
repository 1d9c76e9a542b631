/** What a column or a parameter holds; `?` when it may be null. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?'

/** Columns or parameters by name, in snake_case as the SQL has them. */
export type Shape = Readonly<Record<string, ColumnType>>

type ValueOf<Type extends ColumnType> = Type extends `${infer Base}?`
  ? (Base extends 'text' ? string : number) | null
  : Type extends 'text'
    ? string
    : number

/** The values of a shape: one row, or one set of parameters. */
export type ValuesOf<Of extends Shape> = { readonly [Name in keyof Of]: ValueOf<Of[Name]> }

/** A named question: the SQL, the parameters it takes (`:name` in the SQL) and the shape of one row. */
export interface Query<Params extends Shape = Shape, Row extends Shape = Shape> {
  /** `subject/question`, unique. */
  readonly id: string
  readonly title: string
  /** Which database it is put to: the store, or the file written for the site and the public. */
  readonly of: 'store' | 'export'
  readonly params: Params
  readonly row: Row
  readonly sql: string
}

/** One row of a query, as a type: `RowOf<typeof componentCatalogue>`. */
export type RowOf<Of> = Of extends Query<infer _Params, infer Row> ? ValuesOf<Row> : never

/**
 * Ties SQL to the shapes of its parameters and rows: types come from them, and a test prepares every query of the
 * registry against the empty schema and compares.
 */
export function defineQuery<const Params extends Shape, const Row extends Shape>(
  query: Omit<Query<Params, Row>, 'of'> & { readonly of?: 'store' | 'export' },
): Query<Params, Row> {
  return { of: 'store', ...query }
}

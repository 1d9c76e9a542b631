import { type DescribedTable, dictionaryOf, exportSchemaFiles } from '../data-dictionary.ts'
import type { Text } from '../model/vocabulary.ts'
import { type ColumnType, defineQuery, type Query, type Shape } from '../queries/query.ts'
import type { RepositoryStream } from '../reference/streams.ts'
import type { Store } from '../store.ts'
import { PUBLISHED } from './allow-list.ts'
import type { PublishedColumn } from './published/published-table.ts'

/** What a column holds, as the readers of files tell types apart. Instants and days are known by their names. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'date'

export interface OpenField {
  readonly name: string
  readonly type: FieldType
  readonly meaning: Text
  readonly unit?: string
  /** Never without a value. A text may be empty all the same where `isEmptyAllowed`. */
  readonly isRequired: boolean
  readonly isEmptyAllowed: boolean
  readonly refersTo?: { readonly table: string; readonly column: string }
}

export interface OpenTable {
  readonly name: string
  readonly title: Text
  readonly about: Text
  /** Streams that must have been read for it to be whole; none where rows come from registers. */
  readonly from: readonly RepositoryStream[]
  readonly key: readonly string[]
  /** Offered compressed only. */
  readonly isLarge: boolean
  readonly fields: readonly OpenField[]
}

/** The tables of the open data in the order of the allow-list: English and types from the schema, French from the list. */
export function openTables(): readonly OpenTable[] {
  const described = new Map(dictionaryOf(exportSchemaFiles()).map((table) => [table.name, table]))
  return Object.entries(PUBLISHED).flatMap(([name, { title, fr, columns, from = [], isLarge = false }]) => {
    const table = described.get(name)
    if (table === undefined) return []
    const fields = table.columns.flatMap((column) => {
      const said = columns[column.name]
      return said === undefined ? [] : [fieldOf(column, said)]
    })
    return [{ name, title, about: { fr, en: table.comment }, from, key: table.key, isLarge, fields }]
  })
}

function fieldOf(column: DescribedTable['columns'][number], said: string | PublishedColumn): OpenField {
  const { fr, unit, isEmptyAllowed }: PublishedColumn = typeof said === 'string' ? { fr: said } : said
  return {
    name: column.name,
    type: typeOf(column),
    meaning: { fr, en: column.comment },
    ...(unit === undefined ? {} : { unit }),
    isRequired: column.isRequired,
    isEmptyAllowed: isEmptyAllowed === true,
    ...(column.refersTo === undefined ? {} : { refersTo: column.refersTo }),
  }
}

function typeOf({ name, type, comment }: DescribedTable['columns'][number]): FieldType {
  if (type === 'REAL') return 'number'
  if (type === 'INTEGER') return /^(?:is|has)_/.test(name) ? 'boolean' : 'integer'
  // The day of a register has the form of a day wherever it stands; an instant carries its hour.
  return /YYYY-MM-DD/.test(comment) || name === 'date' ? 'date' : /_at$/.test(name) ? 'datetime' : 'string'
}

export type OpenRow = Readonly<Record<string, string | number | null>>

/** A table may hold a row for each rule and repository: more than what should be in memory at once. */
const ROWS_AT_ONCE = 4000

/** All rows of a table, some at a time, in the order of its key: equal data, equal files. */
export async function* rowsOf(table: OpenTable, store: Pick<Store, 'ask'>): AsyncGenerator<readonly OpenRow[]> {
  const [first, next] = [partOf(table, []), partOf(table, table.key)]
  let rows: readonly OpenRow[] = await store.ask(first, {})
  while (rows.length > 0) {
    yield rows
    const last = rows.at(-1) ?? {}
    const isLast = rows.length < ROWS_AT_ONCE
    rows = isLast
      ? []
      : await store.ask(next, Object.fromEntries(table.key.map((name) => [`after_${name}`, last[name] ?? ''])))
  }
}

/** Rows from the beginning, or behind the one whose key is given. */
function partOf({ name, key, fields }: OpenTable, after: readonly string[]): Query {
  const row: Shape = Object.fromEntries(fields.map((field) => [field.name, columnType(field)]))
  const behind = `WHERE (${after.join(', ')}) > (${after.map((column) => `:after_${column}`).join(', ')})`
  return defineQuery({
    id: `open-data/${name}`,
    title: `Rows of ${name}`,
    of: 'export',
    params: Object.fromEntries(after.map((column) => [`after_${column}`, row[column] ?? 'text'])),
    row,
    sql: `SELECT ${fields.map((field) => field.name).join(', ')} FROM ${name} ${after.length === 0 ? '' : behind}
          ORDER BY ${key.join(', ')} LIMIT ${ROWS_AT_ONCE}`,
  })
}

function columnType({ type, isRequired }: OpenField): ColumnType {
  const stored = type === 'integer' || type === 'boolean' ? 'integer' : type === 'number' ? 'real' : 'text'
  return isRequired ? stored : `${stored}?`
}

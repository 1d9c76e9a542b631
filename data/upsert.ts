import type { Session } from './session.ts'
import { integer, type SqlRow, type SqlValue } from './sql.ts'
import type { Column, RowTable, Scalar, SetTable } from './tables.ts'

interface SavedRow {
  readonly id: number
  readonly changed: boolean
  /** Nothing can hang on it yet. */
  readonly isNew: boolean
}

/** Saves one record as one row and answers its number. A row that is so already is left alone, provenance included. */
export function saveRow<Item>(session: Session, table: RowTable<Item>, item: Item): SavedRow {
  const { connection } = session
  const { values, absent } = valuesOf(session, table.columns, item)
  const sql = rowSql(table, absent)
  const row = [...values, session.run, session.at]
  // Most rows of a first run are new, and putting one in is all that they need.
  const inserted = connection.insert(sql.insert, row)
  if (inserted !== undefined) {
    session.changed += 1
    return { id: inserted, changed: true, isNew: true }
  }
  const saved = connection.get(sql.update, row)
  if (saved !== undefined) {
    session.changed += 1
    return { id: integer(saved, 'id'), changed: true, isNew: false }
  }
  const known = connection.get(
    sql.select,
    sql.key.map((place) => values[place] ?? null),
  )
  if (known === undefined) throw new Error(`a row of ${table.table} was neither saved nor found`)
  return { id: integer(known, 'id'), changed: false, isNew: false }
}

/** Makes the stored set of `parent` equal to `items`, touching only what differs. Equal keys count once, the last wins. */
export function saveSet<Item>(
  session: Session,
  table: SetTable<Item>,
  set: { readonly parent: SqlValue; readonly items: readonly Item[]; readonly isNew?: boolean },
): void {
  const { connection } = session
  const { select, remove, insert, key } = setSql(table)
  const stored = set.isNew ? NONE : storedRows(connection.all(select, [set.parent]), table, key)
  if (set.items.length === 0 && stored.size === 0) return
  const wanted = new Map<string, SqlValue[]>()
  for (const item of set.items) {
    const { values } = valuesOf(session, table.columns, item)
    wanted.set(keyOf(values, key), values)
  }
  let changed = 0
  for (const [name, values] of stored) {
    const next = wanted.get(name)
    if (next !== undefined && values.every((value, place) => value === next[place])) wanted.delete(name)
    else {
      connection.run(remove, [set.parent, ...key.map((place) => values[place] ?? null)])
      // A row that differs is taken out and put in again: one change, not two.
      if (next === undefined) changed += 1
    }
  }
  const news = [...wanted.values()]
  for (let from = 0; from < news.length; from += ROWS_AT_ONCE) {
    const some = news.slice(from, from + ROWS_AT_ONCE)
    connection.run(
      insert(some.length),
      some.flatMap((values) => [set.parent, ...values]),
    )
  }
  session.changed += changed + wanted.size
}

// One statement puts in several rows; each number of them is a statement that is kept.
const ROWS_AT_ONCE = 16

const NONE: ReadonlyMap<string, SqlValue[]> = new Map()

function storedRows<Item>(
  rows: readonly SqlRow[],
  { columns }: SetTable<Item>,
  key: readonly number[],
): ReadonlyMap<string, SqlValue[]> {
  if (rows.length === 0) return NONE
  const stored = rows.map((row) => columns.map(({ name }) => row[name] ?? null))
  return new Map(stored.map((values) => [keyOf(values, key), values]))
}

function keyOf(values: readonly SqlValue[], key: readonly number[]): string {
  return key.length === 1 ? String(values[key[0] ?? 0]) : JSON.stringify(key.map((place) => values[place]))
}

/** Values in the order of the columns, and the places of those that were not looked at. */
function valuesOf<Item>(session: Session, columns: readonly Column<Item>[], item: Item) {
  const values: SqlValue[] = []
  let absent = ''
  let place = 0
  for (const column of columns) {
    const value = cell(session, column, item)
    if (value === undefined) absent += `${place} `
    else values.push(value)
    place += 1
  }
  return { values, absent }
}

function cell<Item>(session: Session, column: Column<Item>, item: Item): SqlValue | undefined {
  if ('value' in column) return scalar(column.value(item))
  if ('repository' in column) return session.repository(column.repository(item))
  const person = column.person(item)
  return person === undefined || person === null ? person : session.person(person)
}

function scalar(value: Scalar | undefined): SqlValue | undefined {
  return typeof value === 'boolean' ? Number(value) : value
}

interface RowSql {
  readonly insert: string
  readonly update: string
  readonly select: string
  /** Places of the key among the values. */
  readonly key: readonly number[]
}

/** Statements by table and by what was not looked at: a record that leaves fields out has statements of its own. */
const rowStatements = new Map<string, Map<string, RowSql>>()

function rowSql<Item>(table: RowTable<Item>, absent: string): RowSql {
  const ofTable = rowStatements.get(table.table) ?? new Map<string, RowSql>()
  rowStatements.set(table.table, ofTable)
  const known = ofTable.get(absent)
  if (known !== undefined) return known
  const left = new Set(absent.split(' ').filter(Boolean).map(Number))
  const columns = table.columns.filter((_column, place) => !left.has(place)).map(({ name }) => name)
  const made = makeRowSql(table, columns)
  ofTable.set(absent, made)
  return made
}

function makeRowSql<Item>({ table, key, canGo }: RowTable<Item>, columns: readonly string[]): RowSql {
  const written = [...columns, 'run', 'observed_at']
  const news = columns.filter((column) => !key.includes(column))
  const differs = news.map((column) => `${table}.${column} IS NOT excluded.${column}`)
  const sets = [...news, 'run', 'observed_at'].map((column) => `${column} = excluded.${column}`)
  if (canGo) {
    sets.push('gone_at = NULL')
    differs.push(`${table}.gone_at IS NOT NULL`)
  }
  const insert = `INSERT INTO ${table} (${written.join(', ')}) VALUES (${written.map(() => '?').join(', ')})
    ON CONFLICT (${key.join(', ')}) DO`
  return {
    insert: `${insert} NOTHING`,
    update: `${insert} UPDATE SET ${sets.join(', ')} WHERE ${differs.join(' OR ')} RETURNING id`,
    select: `SELECT id FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
    key: key.map((column) => columns.indexOf(column)),
  }
}

interface SetSql {
  readonly select: string
  readonly remove: string
  /** Puts in so many rows. */
  insert(rows: number): string
  /** Places of the key among the columns. */
  readonly key: readonly number[]
}

const setStatements = new Map<string, SetSql>()

function setSql<Item>({ table, parent, key, columns }: SetTable<Item>): SetSql {
  const known = setStatements.get(table)
  if (known !== undefined) return known
  const names = columns.map(({ name }) => name)
  const made = {
    select: `SELECT ${names.join(', ')} FROM ${table} WHERE ${parent} = ?`,
    remove: `DELETE FROM ${table} WHERE ${parent} = ? AND ${key.map((name) => `${name} IS ?`).join(' AND ')}`,
    insert: insertSql(table, [parent, ...names]),
    key: key.map((name) => names.indexOf(name)),
  }
  setStatements.set(table, made)
  return made
}

function insertSql(table: string, columns: readonly string[]): (rows: number) => string {
  const texts = new Map<number, string>()
  const row = `(${columns.map(() => '?').join(', ')})`
  return (rows) => {
    const known = texts.get(rows)
    if (known !== undefined) return known
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`
    texts.set(rows, text)
    return text
  }
}

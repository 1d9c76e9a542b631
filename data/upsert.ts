import type { Session } from './session.ts'
import { integer, type SqlRow, type SqlValue } from './sql.ts'
import type { Column, RowTable, Scalar, SetTable } from './tables.ts'

/** Saves one record as one row and answers its number. A row that is so already is left alone, provenance included. */
export function saveRow<Item>(session: Session, table: RowTable<Item>, item: Item): { id: number; changed: boolean } {
  const cells = cellsOf(session, table.columns, item)
  const values = Object.fromEntries(cells)
  const row = { ...values, run: session.run, observed_at: session.at }
  const saved = session.connection.get(upsertSql(table, [...cells.keys()]), row)
  if (saved !== undefined) {
    session.changed += 1
    return { id: integer(saved, 'id'), changed: true }
  }
  const key = table.key.map((column) => values[column] ?? null)
  const known = session.connection.get(selectIdSql(table), key)
  if (known === undefined) throw new Error(`a row of ${table.table} was neither saved nor found`)
  return { id: integer(known, 'id'), changed: false }
}

/** Makes the stored set of `parent` equal to `items`, touching only what differs. Equal keys count once, the last wins. */
export function saveSet<Item>(
  session: Session,
  table: SetTable<Item>,
  set: { readonly parent: SqlValue; readonly items: readonly Item[] },
): void {
  const sql = setSql(table)
  const gone = new Map<string, SqlRow>()
  for (const row of session.connection.all(sql.select, [set.parent])) gone.set(keyOf(table, row), row)
  const wanted = new Map<string, SqlRow>()
  for (const item of set.items) {
    const row = Object.fromEntries(cellsOf(session, table.columns, item))
    wanted.set(keyOf(table, row), row)
  }
  const changed: SqlRow[] = []
  for (const [key, row] of wanted) {
    const stored = gone.get(key)
    if (stored === undefined || table.columns.some(({ name }) => stored[name] !== row[name])) changed.push(row)
    else gone.delete(key)
  }
  for (const row of gone.values()) session.connection.run(sql.remove, { ...row, parent_row: set.parent })
  for (const row of changed) session.connection.run(sql.insert, { ...row, parent_row: set.parent })
  // A row that differs is taken out and put in again: one change, not two.
  const replaced = changed.filter((row) => gone.has(keyOf(table, row))).length
  session.changed += gone.size + changed.length - replaced
}

function keyOf<Item>(table: SetTable<Item>, row: SqlRow): string {
  return table.key.length === 1 ? String(row[table.key[0] ?? '']) : JSON.stringify(table.key.map((name) => row[name]))
}

function cellsOf<Item>(session: Session, columns: readonly Column<Item>[], item: Item): Map<string, SqlValue> {
  const cells = new Map<string, SqlValue>()
  for (const column of columns) {
    const value = cell(session, column, item)
    if (value !== undefined) cells.set(column.name, value)
  }
  return cells
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

/** Statements by the columns they set: a record that leaves fields out has a statement of its own. */
const upserts = new Map<string, string>()

function upsertSql<Item>(table: RowTable<Item>, columns: readonly string[]): string {
  const shape = `${table.table} ${columns.join()}`
  const known = upserts.get(shape)
  if (known !== undefined) return known
  const written = [...columns, 'run', 'observed_at']
  const news = columns.filter((column) => !table.key.includes(column))
  const differs = news.map((column) => `${table.table}.${column} IS NOT excluded.${column}`)
  const sets = [...news, 'run', 'observed_at'].map((column) => `${column} = excluded.${column}`)
  if (table.canGo) {
    sets.push('gone_at = NULL')
    differs.push(`${table.table}.gone_at IS NOT NULL`)
  }
  const sql = `INSERT INTO ${table.table} (${written.join(', ')}) VALUES (${written.map((name) => `:${name}`).join(', ')})
    ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${sets.join(', ')} WHERE ${differs.join(' OR ')} RETURNING id`
  upserts.set(shape, sql)
  return sql
}

function selectIdSql<Item>(table: RowTable<Item>): string {
  return `SELECT id FROM ${table.table} WHERE ${table.key.map((column) => `${column} = ?`).join(' AND ')}`
}

const sets = new Map<string, { select: string; remove: string; insert: string }>()

function setSql<Item>(table: SetTable<Item>): { select: string; remove: string; insert: string } {
  const known = sets.get(table.table)
  if (known !== undefined) return known
  const names = table.columns.map(({ name }) => name)
  const made = {
    select: `SELECT ${names.join(', ')} FROM ${table.table} WHERE ${table.parent} = ?`,
    remove: `DELETE FROM ${table.table} WHERE ${table.parent} = :parent_row
      AND ${table.key.map((name) => `${name} IS :${name}`).join(' AND ')}`,
    insert: `INSERT INTO ${table.table} (${[table.parent, ...names].join(', ')})
      VALUES (:parent_row, ${names.map((name) => `:${name}`).join(', ')})`,
  }
  sets.set(table.table, made)
  return made
}

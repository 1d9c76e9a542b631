import { createHash } from 'node:crypto'
import { type Connection, integer, type SqlRow, text } from './sql.ts'
import { DOMAIN_TABLES, NATURAL_KEYS } from './tables.ts'

/** Columns that say how and when something was learnt, or that number it: not what is known. */
const PROVENANCE = new Set(['id', 'run', 'observed_at', 'first_seen_at', 'asked_at'])
/** Instants of an observation: that it happened is content, when it was noticed is not. */
const OBSERVATIONS = new Set(['gone_at', 'left_at'])

interface Shape {
  readonly table: string
  readonly columns: readonly string[]
  /** Table that a column refers to. */
  readonly references: ReadonlyMap<string, string>
}

/**
 * sha256, hexadecimal, over everything known of the world, by natural keys and in an order of its own: the same
 * content learnt in another order, or by another number of runs, has the same hash.
 */
export function contentHash(connection: Connection): string {
  const shapes = DOMAIN_TABLES.map((table) => shapeOf(connection, table))
  const names = new Map<string, ReadonlyMap<number, string>>([['person', personNames(connection)]])
  const hash = createHash('sha256')
  for (const shape of shapes) {
    const columns = shape.table === 'blob' ? ['oid'] : shape.columns
    const lines: string[] = []
    const own = new Map<number, string>()
    const hasId = shape.table in NATURAL_KEYS
    const selected = hasId || shape.table === 'person' ? ['id', ...columns] : columns
    for (const row of connection.all(`SELECT ${selected.join(', ')} FROM ${shape.table}`)) {
      const value = (column: string) => contentOf(row, column, { shape, names })
      const name = shape.table === 'person' ? names.get('person')?.get(integer(row, 'id')) : undefined
      lines.push(JSON.stringify([name, ...columns.map(value)]))
      if (hasId) own.set(integer(row, 'id'), JSON.stringify((NATURAL_KEYS[shape.table] ?? []).map(value)))
    }
    if (hasId) names.set(shape.table, own)
    hash.update(`${shape.table} ${lines.length}\n`)
    for (const line of lines.sort()) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}

function contentOf(
  row: SqlRow,
  column: string,
  known: { readonly shape: Shape; readonly names: ReadonlyMap<string, ReadonlyMap<number, string>> },
): string | number | boolean | null {
  const value = row[column]
  if (OBSERVATIONS.has(column)) return value !== null
  const target = known.shape.references.get(column)
  if (target !== undefined && typeof value === 'number') return known.names.get(target)?.get(value) ?? null
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function shapeOf(connection: Connection, table: string): Shape {
  // Generated columns are `hidden`: they say again what another column says.
  const columns = connection
    .all(`SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0`, [table])
    .map((row) => text(row, 'name'))
  const references = connection.all(`SELECT "from" AS name, "table" AS target FROM pragma_foreign_key_list(?)`, [table])
  return {
    table,
    columns: columns.filter((name) => !PROVENANCE.has(name)).sort(),
    references: new Map(references.map((row) => [text(row, 'name'), text(row, 'target')])),
  }
}

/** Account, else mail hashes, else login: what a person goes by. */
function personNames(connection: Connection): ReadonlyMap<number, string> {
  const rows = connection.all(
    `SELECT p.id, p.server, p.host_id, p.login, p.kind, MIN(m.email_hash) AS email_hash
    FROM person p LEFT JOIN person_mail m ON m.person = p.id
    GROUP BY p.id, p.server, p.host_id, p.login, p.kind`,
  )
  return new Map(
    rows.map((row) => [
      integer(row, 'id'),
      JSON.stringify([row.server, row.host_id ?? row.email_hash ?? row.login ?? row.kind]),
    ]),
  )
}

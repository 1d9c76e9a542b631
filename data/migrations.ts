import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { UsageFailure } from './model/failures.ts'
import { type Connection, integer, type SqlRow, text } from './sql.ts'

/** Marks a file as ours in the header of SQLite: `PRVS`. */
const APPLICATION_ID = 0x50525653

export interface Migration {
  /** The `user_version` that the database has once it is applied. */
  readonly number: number
  readonly name: string
  readonly sql: string
}

const FOLDER = new URL('./schema/', import.meta.url)

/** The numbered files of `data/schema`, in order. */
export function migrations(): readonly Migration[] {
  const names = readdirSync(FOLDER).filter((name) => /^\d{4}-.+\.sql$/.test(name))
  return names.sort().map((name) => ({
    number: Number(name.slice(0, 4)),
    name,
    sql: readFileSync(new URL(name, FOLDER), 'utf8'),
  }))
}

/**
 * Whether the file is ours and of our time. Reads only: somebody else's file is left as it is.
 * Answers the version that it is at; 0 for one that is empty.
 */
export function checkDatabase(connection: Connection, path: string): number {
  const application = pragma(connection, 'application_id')
  const version = pragma(connection, 'user_version')
  const hasTables = connection.get('SELECT 1 AS found FROM sqlite_schema LIMIT 1') !== undefined
  if (application !== APPLICATION_ID && (hasTables || application !== 0)) {
    throw new UsageFailure('not-a-database', `${path} is a database of another program.`, {
      hint: 'Name another file with --db; this one was left as it is.',
    })
  }
  const newest = migrations().at(-1)?.number ?? 0
  if (version > newest) {
    throw new UsageFailure(
      'database-newer',
      `${path} was written by a newer Parvis: its schema is at version ${version}, this program knows ${newest}.`,
      { hint: 'Update Parvis, or name another file with --db.' },
    )
  }
  if (version > 0) refuseOtherSchema(connection, { version, path })
  return version
}

/** While nothing is released, a numbered file may change in place: then what it made before is of no use any more. */
function refuseOtherSchema(connection: Connection, { version, path }: { version: number; path: string }): void {
  const kept = new Map(
    connection
      .all("SELECT key, value FROM setting WHERE key LIKE 'schema/%'")
      .map((row) => [text(row, 'key'), text(row, 'value')]),
  )
  const changed = migrations().filter((one) => one.number <= version && kept.get(settingOf(one)) !== digestOf(one))
  if (changed.length === 0) return
  const names = changed.map(({ name }) => name).join(', ')
  throw new UsageFailure(
    'database-other-schema',
    `${path} was made by a development version of Parvis whose tables were others: ${names}.`,
    {
      hint: 'Move the file away, or name another one with --db, and run `parvis collect`: all of it can be read again.',
    },
  )
}

function settingOf({ name }: Migration): string {
  return `schema/${name}`
}

/** Of what the file does: a better comment makes no other tables. */
function digestOf({ sql }: Migration): string {
  const bare = sql.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/\s+/gu, ' ')
  return createHash('sha256').update(bare).digest('hex')
}

/** Applies what is missing, each migration in one transaction. */
export function migrate(connection: Connection): void {
  for (const migration of migrations()) {
    connection.transaction(() => {
      // Asked inside the transaction: another process may have been quicker.
      if (pragma(connection, 'user_version') >= migration.number) return
      connection.exec(migration.sql)
      connection.run('INSERT INTO setting (key, value) VALUES (?, ?)', [settingOf(migration), digestOf(migration)])
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.number}`)
    })
  }
}

export function refuseOlder(version: number, path: string): void {
  const newest = migrations().at(-1)?.number ?? 0
  if (version === newest) return
  throw new UsageFailure('database-older', `${path} is at schema version ${version}; this program reads ${newest}.`, {
    hint: 'Any command that writes brings it up to date: run `parvis collect`.',
  })
}

function pragma(connection: Connection, name: 'application_id' | 'user_version'): number {
  const row: SqlRow | undefined = connection.get(`PRAGMA ${name}`)
  return row === undefined ? 0 : integer(row, name)
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { saveAssessment } from './assessments.ts'
import { packBlobs, type Saved, saveBatch } from './batch.ts'
import { readBlob } from './blobs.ts'
import { saveVerdict } from './change-verdicts.ts'
import { contentHash } from './content-hash.ts'
import { dropDeletedBytes } from './erasure.ts'
import { type FactStore, factStore } from './fact-cache.ts'
import { knownOf } from './known.ts'
import { type Holder, type Lease, RENEWAL_SECONDS, takeLease } from './lease.ts'
import { saveLintReport } from './lint-runs.ts'
import { checkDatabase, migrate, refuseOlder } from './migrations.ts'
import type { Known, NormalizedBatch, RunId, Sink } from './model/collection.ts'
import { UsageFailure } from './model/failures.ts'
import type { KeptAssessment } from './model/governance.ts'
import type { Instant } from './model/instant.ts'
import type { LintReport, SubjectReport } from './model/lint.ts'
import type { Oid } from './model/oid.ts'
import type { PersonRef } from './model/records.ts'
import { type CalendarOptions, FRENCH_CALENDAR } from './model/working-days.ts'
import type { PersonSheet } from './person-references.ts'
import type { Query, Shape, ValuesOf } from './queries/query.ts'
import { type KeptReading, saveReadings } from './readings.ts'
import { areRollupsFresh, refreshRollups } from './rollups/refresh.ts'
import { finishRun, startRun } from './runs.ts'
import { checkSecret, refuseOtherSecret, secretMissing } from './secret.ts'
import { sessionMaker } from './session-maker.ts'
import type { Connection, SqlParams, SqlRow, SqlValue } from './sql.ts'

export type { FactStore } from './fact-cache.ts'
export type { Holder } from './lease.ts'

export interface StoreOptions {
  readonly path: string
  readonly mode: 'read' | 'write'
  /** Takes the lease of the one collecting writer; left out by readers and by `lint --record`. */
  readonly lease?: Holder
  /** Key of the pseudonyms. The store keeps its fingerprint only and refuses another. */
  readonly secret?: string
  /** By which rollups count working days; the French one when left out. */
  readonly calendar?: CalendarOptions
  /** The time of day, for the lease; what is stored carries the instants that it is given. */
  readonly clock?: () => Instant
}

/** Puts a named question; answers all of its rows. */
export type Ask = <Params extends Shape, Row extends Shape>(
  query: Query<Params, Row>,
  params: ValuesOf<Params>,
) => Promise<readonly ValuesOf<Row>[]>

export interface Store {
  readonly path: string
  /** Saves all of a batch in one transaction, or nothing. Counts are rows that changed and records that were known so. */
  write(run: RunId, at: Instant, batch: NormalizedBatch): Promise<Saved>
  ask: Ask
  readonly sink: Sink
  readonly known: Known
  readonly facts: FactStore
  /** The bytes of a stored content. */
  blob(oid: Oid): Promise<Uint8Array | undefined>
  /** Keeps the outcomes of a lint run; answers its number. Of a part, other packs go on saying what they said. */
  saveLint(report: LintReport, options: { readonly at: Instant; readonly isPart?: boolean }): Promise<number>
  /** Keeps how a change request stands to the rules; answers false where it is not collected. */
  saveVerdict(report: SubjectReport, options: { readonly at: Instant }): Promise<boolean>
  /** Keeps how governance stands; answers whether anything changed since the last assessment that was kept. */
  saveAssessment(assessment: KeptAssessment, options: { readonly at: Instant }): Promise<boolean>
  /** Keeps figures of today for the months to come; answers how many were new or changed. */
  saveReadings(readings: readonly KeptReading[], options: { readonly at: Instant }): Promise<number>
  /** Whether figures say what they would say if all were worked out now. */
  areRollupsFresh(): Promise<boolean>
  /**
   * Works out anew what figures are answered from, as far as writes made it stale; answers how many repositories that
   * were. Throws a `UsageFailure` when something is stale and the store was opened for reading.
   */
  refreshRollups(): Promise<number>
  /** What is stored of a person. */
  personSheet(person: PersonRef): Promise<PersonSheet>
  /**
   * Erases one person, whom all of these identities name, in one transaction and from the bytes of the file, and keeps
   * keyed hashes so that they do not come back; answers how many identities were hashed.
   */
  erasePerson(identities: readonly PersonRef[], options: { readonly at: Instant }): Promise<number>
  /** sha256 over what is known, whatever the order it was learnt in. */
  contentHash(): Promise<string>
  /** Writes a consistent copy while the database is in use. */
  backup(path: string): Promise<void>
  close(): void
}

/** Opens the database; write mode creates it and brings it up to date. `UsageFailure` for all that the user can mend. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path, mode } = options
  const clock = options.clock ?? (() => `${new Date().toISOString().slice(0, 19)}Z`)
  const database = openFile(path, mode)
  const connection = connect(database, path)
  try {
    const version = checkDatabase(connection, path)
    if (mode === 'read') readyForReading(connection, { version, path, secret: options.secret })
    else prepareForWriting(connection, options.secret)
    const lease = options.lease === undefined ? undefined : takeLease(connection, options.lease, clock)
    const calendar = options.calendar ?? FRENCH_CALENDAR
    return storeOver({ database, connection, lease, path, mode, secret: options.secret, calendar })
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens the database to ask for figures: what they are answered from is brought up to date first, where it is stale. */
export async function openForFigures(options: Pick<StoreOptions, 'path' | 'calendar'>): Promise<Store> {
  const reader = await openStore({ ...options, mode: 'read' })
  if (await reader.areRollupsFresh()) return reader
  reader.close()
  const writer = await openStore({ ...options, mode: 'write' })
  try {
    await writer.refreshRollups()
  } finally {
    writer.close()
  }
  return openStore({ ...options, mode: 'read' })
}

/** Writes a database anew for others to read, whole or not at all; the same content gives the same bytes. */
export function writeDatabase(path: string, fill: (connection: Connection) => void): void {
  const partial = `${path}.partial`
  rmSync(partial, { force: true })
  const database = openFile(partial, 'write')
  try {
    const connection = connect(database, partial)
    connection.exec('PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = ON')
    connection.transaction(() => fill(connection))
    connection.exec('VACUUM')
  } finally {
    database.close()
  }
  renameSync(partial, path)
}

/** Opens a file that `writeDatabase` made, to ask and nothing else. */
export async function openExport(path: string): Promise<Pick<Store, 'path' | 'ask' | 'close'>> {
  const database = openFile(path, 'read')
  return { path, ask: askOf(connect(database, path)), close: () => database.close() }
}

interface Opened {
  readonly database: Database.Database
  readonly connection: Connection
  readonly lease: Lease | undefined
  readonly path: string
  readonly mode: StoreOptions['mode']
  readonly secret: string | undefined
  readonly calendar: CalendarOptions
}

function storeOver({ database, connection, lease, path, mode, secret, calendar }: Opened): Store {
  const writer = sessionMaker(connection, secret)
  const heartbeat = lease === undefined ? undefined : setInterval(() => quietly(lease.renew), RENEWAL_SECONDS * 1000)
  heartbeat?.unref()

  const inTransaction = <Result>(body: () => Result): Result => {
    try {
      return connection.transaction(() => {
        lease?.renew()
        return body()
      })
    } catch (error) {
      writer.reset()
      throw error
    }
  }
  const write = async (run: RunId, at: Instant, batch: NormalizedBatch): Promise<Saved> => {
    const blobs = packBlobs(batch)
    return inTransaction(() => saveBatch(writer.begin(run, at), batch, blobs))
  }
  const refresh = async (): Promise<number> => {
    if (mode === 'write') return refreshRollups(connection, { calendar, inTransaction })
    if (areRollupsFresh(connection, calendar)) return 0
    throw new UsageFailure('figures-stale', `Figures in ${path} are older than what was collected.`, {
      hint: 'Any command that writes brings them up to date: run `parvis collect`.',
    })
  }
  return {
    path,
    write,
    ask: askOf(connection),
    sink: {
      startRun: async (collector, scope, at) => inTransaction(() => startRun(connection, { collector, scope, at })),
      save: write,
      finishRun: async (run, summary) => inTransaction(() => finishRun(connection, run, summary)),
    },
    known: knownOf(connection),
    facts: factStore(connection, { isReadOnly: mode === 'read' }),
    blob: async (oid) => readBlob(connection, oid),
    saveLint: async (report, options) => saveLintReport(connection, report, options),
    saveVerdict: async (report, { at }) => inTransaction(() => saveVerdict(connection, report, at)),
    saveAssessment: async (assessment, { at }) => saveAssessment(connection, assessment, at),
    saveReadings: async (readings, { at }) => saveReadings(connection, readings, at),
    areRollupsFresh: async () => areRollupsFresh(connection, calendar),
    refreshRollups: refresh,
    personSheet: async (person) => writer.sheet(person),
    async erasePerson(identities, { at }) {
      if (secret === undefined) throw secretMissing()
      const hashed = inTransaction(() => writer.erase(identities, at))
      // Rollups hold numbers of persons too.
      await refresh()
      dropDeletedBytes(connection, path)
      return hashed
    },
    contentHash: async () => contentHash(connection),
    async backup(copy) {
      await database.backup(copy)
    },
    close() {
      clearInterval(heartbeat)
      if (lease !== undefined) quietly(lease.release)
      database.close()
    },
  }
}

function askOf(connection: Connection): Ask {
  return async <Params extends Shape, Row extends Shape>(query: Query<Params, Row>, params: ValuesOf<Params>) =>
    // The one parsing boundary: a test checks the columns of every query against its row shape.
    connection.all(query.sql, params) as readonly SqlRow[] as readonly ValuesOf<Row>[]
}

const BUSY_MILLISECONDS = 10_000

function openFile(path: string, mode: 'read' | 'write'): Database.Database {
  if (mode === 'read' && !existsSync(path)) {
    throw new UsageFailure('database-missing', `There is no database at ${path}.`, {
      hint: 'Run `parvis collect` first, or name another file with --db.',
    })
  }
  try {
    if (mode === 'write') mkdirSync(dirname(path), { recursive: true })
    return new Database(path, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: BUSY_MILLISECONDS })
  } catch (error) {
    if (isRefusedByDisk(error)) throw notWritable(path, error.message)
    throw failureOf(error, path)
  }
}

/** An error of the file system itself, met before the driver opened anything. */
function isRefusedByDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}

function notWritable(path: string, why: string): UsageFailure {
  return new UsageFailure('database-not-writable', `${path} cannot be written: ${why}.`, {
    hint: 'Check whose the file and its folder are, and that neither is read-only; or name another file with --db.',
  })
}

function prepareForWriting(connection: Connection, secret: string | undefined): void {
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
  // Room for a first collection: rows come in the order of the host, indexes are in their own.
  connection.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000')
  migrate(connection)
  if (secret !== undefined) connection.transaction(() => checkSecret(connection, secret))
}

function readyForReading(
  connection: Connection,
  { version, path, secret }: { readonly version: number; readonly path: string; readonly secret: string | undefined },
): void {
  refuseOlder(version, path)
  if (secret !== undefined) refuseOtherSecret(connection, secret)
}

function quietly(action: () => void): void {
  try {
    action()
  } catch {
    // A lost lease, or a closed file: the next write says so to somebody who can hear it.
  }
}

function connect(database: Database.Database, path: string): Connection {
  const statements = new Map<string, Database.Statement<unknown[]>>()
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare<unknown[]>(sql)
    statements.set(sql, statement)
    return statement
  }
  const guarded = <Result>(action: () => Result): Result => {
    try {
      return action()
    } catch (error) {
      throw failureOf(error, path)
    }
  }
  return {
    all: (sql, params = []) => guarded(() => prepare(sql).all(params) as SqlRow[]),
    get: (sql, params = []) => guarded(() => prepare(sql).get(params) as SqlRow | undefined),
    run: (sql, params: SqlParams = []) => guarded(() => prepare(sql).run(params).changes),
    insert: (sql, params: SqlParams = []) =>
      guarded(() => {
        const { changes, lastInsertRowid } = prepare(sql).run(params)
        return changes === 0 ? undefined : Number(lastInsertRowid)
      }),
    exec: (sql) => guarded(() => database.exec(sql)),
    define: (name, body) => {
      database.function(name, { varargs: true, deterministic: true, directOnly: true }, (...values) =>
        body(...(values as SqlValue[])),
      )
    },
    transaction: (body) => guarded(() => database.transaction(body).immediate()),
  }
}

/** What the user can mend, by the code of the driver; everything else is passed on as it is. */
function failureOf(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  if (code.startsWith('SQLITE_NOTADB')) {
    return new UsageFailure('not-a-database', `${path} is not a database.`, {
      hint: 'Name another file with --db; this one was left as it is.',
    })
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new UsageFailure('database-busy', `${path} is being written by another process and did not come free.`, {
      hint: 'Run the command again in a moment.',
    })
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new UsageFailure('database-damaged', `${path} is damaged: ${error.message}.`, {
      hint: 'Put back a copy made with `parvis backup`, or collect anew into another file.',
    })
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new UsageFailure('disk-full', `There is no room left for ${path}.`, {
      hint: 'Make room, then run the same command again: what was saved before stays, and the rest is asked for.',
    })
  }
  if (code.startsWith('SQLITE_READONLY')) return notWritable(path, error.message)
  if (/^SQLITE_(CANTOPEN|PERM|IOERR)/.test(code)) {
    return new UsageFailure('database-unusable', `${path} cannot be used: ${error.message}.`, {
      hint: 'Check that the folder exists, that you may write there and that the disk is not full.',
    })
  }
  return error
}

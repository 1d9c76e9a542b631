import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'

/** What is used of `@duckdb/node-api`, which is no dependency of ours: it is looked for in a folder that is named. */
interface Duck {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> }
}
interface DuckConnection {
  run(sql: string, values?: Readonly<Record<string, string | number>>): Promise<unknown>
  runAndReadAll(sql: string, values?: Readonly<Record<string, string | number>>): Promise<{ getRows(): unknown[][] }>
}

export interface Other {
  readonly version: string
  /** Milliseconds and number of rows of the same question over the raw rows; undefined when it does not understand it. */
  ask(sql: string, params: Readonly<Record<string, string | number>>): Promise<{ ms: number; rows: number } | undefined>
}

/** Columns of the raw tables that figures rest on. */
const RAW: Readonly<Record<string, string>> = {
  repository: 'id, server, host_id, owner, name, readability, is_archived, is_fork, is_mirror, gone_at',
  person: 'id, kind',
  standing_line: 'person, place, affiliation, component, from_epoch, until_epoch',
  change_request: `id, repository, number, state, is_draft, author, created_at, created_epoch, created_month, merged_at,
    merged_epoch, merged_month, closed_at, closed_epoch, closed_month, merged_by, first_response_at, first_response_epoch,
    first_response_month, first_response_settled, first_responder, first_review_epoch, review_count, gone_at`,
  issue: `id, repository, number, state, author, created_at, created_epoch, created_month, closed_epoch, closed_month,
    first_response_at, first_response_epoch, first_response_month, first_response_settled, first_responder, gone_at`,
  issue_tracker: 'repository, place',
  repository_commit: 'id, repository, author, committed_epoch, committed_month, is_release_tool, gone_at',
}

/** What the rollups hold, worked out from the raw rows whenever it is asked for; working days are days of 24 hours. */
const VIEWS = [
  `CREATE VIEW change_request_measure AS
  SELECT c.id AS change_request, c.repository, c.author, s.person_group AS author_group, c.is_draft, c.created_epoch,
    c.created_month, CASE c.state WHEN 'merged' THEN c.merged_epoch WHEN 'closed' THEN c.closed_epoch END AS ended_epoch,
    CASE c.state WHEN 'merged' THEN c.merged_month WHEN 'closed' THEN c.closed_month END AS ended_month,
    (ended_epoch - c.created_epoch) / 86400.0 AS ended_working_days,
    CASE c.state WHEN 'closed' THEN 'unknown' ELSE c.state END AS ending, NULL AS evidence,
    CASE c.state WHEN 'closed' THEN 'unknown' END AS reason, c.first_response_epoch - c.created_epoch AS response_seconds,
    (c.first_response_epoch - c.created_epoch) / 86400.0 AS response_working_days,
    c.first_response_settled AS response_settled, c.first_responder AS responder,
    c.first_review_epoch - c.created_epoch AS review_seconds,
    (c.first_review_epoch - c.created_epoch) / 86400.0 AS review_working_days, c.review_count, c.merged_by AS merger, 0 AS is_translation
  FROM change_request c
  JOIN contribution_standing s ON s.kind = 'change-request' AND s.item = c.id`,
  `CREATE VIEW issue_measure AS
  SELECT i.id AS issue, i.repository, i.author, s.person_group AS author_group, i.created_epoch, i.created_month,
    CASE i.state WHEN 'closed' THEN i.closed_epoch END AS closed_epoch,
    CASE i.state WHEN 'closed' THEN i.closed_month END AS closed_month,
    (closed_epoch - i.created_epoch) / 86400.0 AS closed_working_days,
    i.first_response_epoch - i.created_epoch AS response_seconds,
    (i.first_response_epoch - i.created_epoch) / 86400.0 AS response_working_days,
    i.first_response_settled AS response_settled, i.first_responder AS responder
  FROM issue i
  JOIN contribution_standing s ON s.kind = 'issue' AND s.item = i.id`,
  `CREATE VIEW contributor_month AS
  SELECT s.repository, s.month, s.person, s.kind, s.person_group, COUNT(*) AS contributions
  FROM contribution_standing s
  GROUP BY s.repository, s.month, s.person, s.kind, s.person_group`,
]

/** Loads the raw rows of a database of ours into DuckDB, in memory. */
export async function openDuckDb(folder: string, path: string): Promise<Other> {
  // The one place where the module is taken to be what its documentation says.
  const { DuckDBInstance } = createRequire(resolve(folder, 'package.json'))('@duckdb/node-api') as Duck
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const scratch = mkdtempSync(join(tmpdir(), 'parvis-duckdb-'))
  const database = new Database(path, { readonly: true })
  try {
    for (const [table, columns] of Object.entries(RAW)) {
      const file = join(scratch, `${table}.csv`)
      const statement = database.prepare(`SELECT ${columns} FROM ${table}`)
      await writeCsv(file, statement)
      const types = statement
        .columns()
        .map(({ name, type }) => `'${name}': '${type === 'INTEGER' ? 'BIGINT' : 'VARCHAR'}'`)
      await connection.run(
        `CREATE TABLE ${table} AS SELECT * FROM read_csv('${file}', header = true, columns = {${types.join(', ')}})`,
      )
    }
    const views = database.prepare(
      `SELECT sql FROM sqlite_schema WHERE name IN ('contribution', 'contribution_standing')`,
    )
    for (const sql of [...views.pluck().all().map(String), ...VIEWS]) await connection.run(sql)
  } finally {
    database.close()
    rmSync(scratch, { recursive: true, force: true })
  }
  const version = String((await connection.runAndReadAll('SELECT version()')).getRows()[0]?.[0])
  return {
    version,
    async ask(sql, params) {
      try {
        const start = performance.now()
        const text = sql.replaceAll(/(?<!:):([a-z_]+)/g, '$$$1')
        // It refuses values that the question does not name.
        const named = Object.fromEntries(Object.entries(params).filter(([name]) => text.includes(`$${name}`)))
        const read = await connection.runAndReadAll(text, named)
        return { ms: performance.now() - start, rows: read.getRows().length }
      } catch {
        // A table that was not loaded, or a word that it does not know: there is nothing to compare with.
        return undefined
      }
    },
  }
}

async function writeCsv(file: string, statement: Database.Statement): Promise<void> {
  const stream = createWriteStream(file)
  stream.write(
    `${statement
      .columns()
      .map(({ name }) => name)
      .join(',')}\n`,
  )
  for (const row of statement.raw().iterate() as IterableIterator<unknown[]>) {
    if (!stream.write(`${row.map((value) => value ?? '').join(',')}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

/**
 * What it takes to normalise and write what was collected, beside a bare insert of the same rows into the same tables
 * under the same pragmas: `npx node tests/bench/writing.ts [repositories changeRequests issues commits]`. Both begin with
 * an empty database, take turns, and do nothing but that: the host is gone by then. Files are left out, for they are
 * compressed on their way in. Seconds are those of the processor,
 * which a busy disk does not lengthen. Exits 1 below 0.7 of the rows in a second.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Batch, Collector } from '#collectors/collector.ts'
import { collectors } from '#collectors/registry.ts'
import { openStore } from '#data/store.ts'
import { collectOrganisation, SECRET } from '../collectors/github-scene.ts'
import { spawnGitHub } from '../github/spawn.ts'
import { runAgain } from './run-again.ts'

const ROUNDS = 5
const LEAST_RATIO = 0.7
const ROWS_OF_TRANSACTION = 500
const LEFT_OUT = 'github/contents'
const LOGIN = 'maison-bleue'

const [repositories = 200, changeRequests = 10_000, issues = 5_000, commits = 100_000] = process.argv
  .slice(2)
  .map(Number)
const folder = await mkdtemp(join(tmpdir(), 'parvis-writing-'))

interface Captured {
  readonly collector: Collector
  readonly batches: readonly Batch<unknown>[]
}

/** Every batch of a collection, as it left the network. */
async function capture(path: string): Promise<readonly Captured[]> {
  const github = await spawnGitHub({
    world: { generate: { repositories, changeRequests, issues, commits, people: 300 } },
    isFrozen: true,
    limits: { graphql: 100_000, rest: 100_000, anonymous: 1_000 },
  })
  const store = await openStore({ path, mode: 'write', secret: SECRET })
  const captured: Captured[] = []
  const chosen = collectors.filter(({ scope, id }) => scope === 'organisation' && id !== LEFT_OUT)
  const watched = chosen.map((collector): Collector => {
    const batches: Batch<unknown>[] = []
    captured.push({ collector, batches })
    return {
      ...collector,
      async *fetch(scope, context) {
        for await (const batch of collector.fetch(scope, context)) {
          batches.push(batch)
          yield batch
        }
      },
    }
  })
  await collectOrganisation({ url: github.url, login: LOGIN, store, collectors: watched })
  store.close()
  await github.stop()
  return captured
}

/** Seconds to normalise and write all of it. */
async function ours(captured: readonly Captured[], path: string): Promise<number> {
  const store = await openStore({ path, mode: 'write', secret: SECRET })
  const before = process.cpuUsage()
  for (const one of captured) await runAgain(one, store, LOGIN)
  const seconds = secondsSince(before)
  store.close()
  return seconds
}

interface Rows {
  readonly insert: string
  readonly rows: readonly unknown[][]
}

/** What a database holds, table by table, those first that others refer to. */
function rowsOf(path: string): readonly Rows[] {
  const database = new Database(path, { readonly: true })
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid`)
    .pluck()
    .all() as string[]
  const all = tables.map((table): Rows => {
    // Generated columns are hidden ones: they are worked out by both.
    const columns = database.prepare(`SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0`).pluck().all(table)
    const rows = database
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all() as unknown[][]
    const values = columns.map(() => '?').join(', ')
    return { insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`, rows }
  })
  database.close()
  return all
}

/** Seconds to put the same rows in, with nothing around it. */
function bare(all: readonly Rows[], path: string): number {
  const database = new Database(path)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'cache_size = -32768'])
    database.pragma(pragma)
  database.pragma('wal_autocheckpoint = 8000')
  const before = process.cpuUsage()
  for (const { insert, rows } of all) {
    const statement = database.prepare(insert)
    const some = database.transaction((from: number) => {
      for (const row of rows.slice(from, from + ROWS_OF_TRANSACTION)) statement.run(row)
    })
    for (let from = 0; from < rows.length; from += ROWS_OF_TRANSACTION) some.immediate(from)
  }
  const seconds = secondsSince(before)
  database.close()
  return seconds
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

try {
  const empty = join(folder, 'empty.sqlite')
  const first = await openStore({ path: empty, mode: 'write', secret: SECRET })
  first.close()
  const made = rowsOf(empty).map(({ rows }) => rows.length)
  const captured = await capture(join(folder, 'live.sqlite'))
  const seconds = { ours: [] as number[], bare: [] as number[] }
  let count = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = join(folder, `ours-${round}.sqlite`)
    seconds.ours.push(await ours(captured, written))
    // What a new database holds by itself is there already.
    const all = rowsOf(written).filter((_rows, index) => made[index] === 0)
    count = all.reduce((sum, { rows }) => sum + rows.length, 0)
    const plain = join(folder, `bare-${round}.sqlite`)
    await copyFile(empty, plain)
    seconds.bare.push(bare(all, plain))
  }
  const ratio = median(seconds.bare) / median(seconds.ours)
  const told = (values: readonly number[]) =>
    `${median(values).toFixed(2)} s (${values.map((one) => one.toFixed(2)).join(', ')}), ${Math.round(count / median(values))} rows/s`
  console.log(`${count} rows, ${ROUNDS} rounds in turn`)
  console.log(`  normalised and written: ${told(seconds.ours)}`)
  console.log(`  put in by bare inserts: ${told(seconds.bare)}`)
  console.log(`  ratio ${ratio.toFixed(2)} (wanted: ${LEAST_RATIO} at least)`)
  if (ratio < LEAST_RATIO) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

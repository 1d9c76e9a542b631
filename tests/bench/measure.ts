/**
 * What figures cost over a large organisation, written straight into the tables: 2,000 repositories, 100,000 change
 * requests, 50,000 issues and 1,000,000 commits of fifteen years unless told otherwise.
 *
 *     npm run bench -- measure [REPOSITORIES CHANGE-REQUESTS COMMITS] [--times-ten] [--duckdb FOLDER]
 *
 * Prints the cost of a refresh of all and after the writes of a day, then each figure of the registry for 36 months and
 * for the whole history, median of three. `--duckdb` names a folder in which `npm install @duckdb/node-api` was run:
 * answers over 50 ms are then asked there too, over the raw rows. Exits 1 when a figure misses its time.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answerMetric, metricParams, sqlBehind } from '#data/metrics/answer.ts'
import type { StoreMetric } from '#data/queries/metrics/metric.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { openStore, type Store } from '#data/store.ts'
import { batch, changeRequest, commit, person, SERVER } from '../data/world.ts'
import { type Other, openDuckDb } from './measure-duckdb.ts'
import { PLAIN } from './measure-plain.ts'
import { type Size, TODAY, writeWorld } from './measure-world.ts'

const ROUNDS = 3
const LAST_MONTH = 202610
const SPANS = [
  { name: '36 months', from: 202311, target: 300 },
  { name: 'whole history', from: 201111, target: 1000 },
] as const
const REPOSITORIES_OF_DAY = 60
/** People who are new, so that no program among the first is taken for a person now. */
const WRITERS_FROM = 100_000
/** Answers that are slower are asked of the other engine as well. */
const WORTH_COMPARING = 50

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'times-ten': { type: 'boolean' }, duckdb: { type: 'string' } },
})
const [repositories = 2000, changeRequests = 100_000, commits = 1_000_000] = positionals.map(Number)
const scale = values['times-ten'] === true ? 10 : 1
const size: Size = { repositories, changeRequests: changeRequests * scale, commits: commits * scale }
const scratch = mkdtempSync(join(tmpdir(), 'parvis-measure-'))

try {
  const path = join(scratch, 'world.sqlite')
  await writeWorld(path, size)
  const told = Object.values(size).map((count) => count.toLocaleString('en'))
  console.log(`${told[0]} repositories, ${told[1]} change requests, ${told[2]} commits`)
  const store = await openStore({ path, mode: 'write', secret: 'a key of the bench' })
  await refreshes(store)
  console.log(`database ${Math.round(statSync(path).size / 1e6)} MB`)
  const other = values.duckdb === undefined ? undefined : await openDuckDb(values.duckdb, path)
  if (other !== undefined) console.log(`beside DuckDB ${other.version} over the raw rows: ours / theirs`)
  await figures(store, other)
  store.close()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function refreshes(store: Store): Promise<void> {
  const all = await timed(() => store.refreshRollups())
  console.log(`refresh of all: ${seconds(all)}, ${all.value} repositories`)
  const run = await store.sink.startRun('bench', 'bench', TODAY)
  await store.write(run, TODAY, batch(dayOfWork()))
  const day = await timed(() => store.refreshRollups())
  console.log(`refresh after a day (400 commits and 60 change requests): ${seconds(day)}, ${day.value} repositories`)
  const again = await timed(() => store.refreshRollups())
  console.log(`refresh of nothing: ${seconds(again)}`)
}

/** What comes in on one day, in some repositories large and small. */
function dayOfWork() {
  const of = (index: number) =>
    1 + Math.floor(repositories * ((index % REPOSITORIES_OF_DAY) / REPOSITORIES_OF_DAY) ** 3)
  const at = '2026-10-31T10:00:00Z'
  const author = (index: number) => person(WRITERS_FROM + (index % 40), { server: SERVER })
  return [
    ...Array.from({ length: 400 }, (_, index) =>
      commit(`day-${index}`, { of: of(index), author: author(index), committer: author(index), committedAt: at }),
    ),
    ...Array.from({ length: 60 }, (_, index) =>
      changeRequest(5_000_000 + index, { of: of(index), author: author(index), createdAt: at, updatedAt: at }),
    ),
  ]
}

async function figures(store: Store, other: Other | undefined): Promise<void> {
  for (const metric of METRICS) {
    // What the inventory answers reads manifests: it has a bench of its own.
    if (metric.from === 'store') await figure(store, metric, other)
  }
}

async function figure(store: Store, metric: StoreMetric, other: Other | undefined): Promise<void> {
  const cells: string[] = []
  for (const { name, from, target } of SPANS) {
    const asked = { from, to: LAST_MONTH, audience: 'internal' } as const
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push((await timed(() => answerMetric(store, metric, asked))).ms)
    }
    const ms = median(times)
    if (ms > target) process.exitCode = 1
    const comparison = other === undefined ? '' : await compared(store, metric, { from, other })
    cells.push(
      `${name} ${Math.round(ms).toString().padStart(5)} ms${ms > target ? ` over ${target}!` : ''}${comparison}`,
    )
  }
  console.log(`${metric.id.padEnd(32)} ${cells.join('   ')}`)
}

/** The same question, by month, put to both. */
async function compared(
  store: Store,
  metric: StoreMetric,
  { from, other }: { readonly from: number; readonly other: Other },
): Promise<string> {
  const asked = { from, to: LAST_MONTH, audience: 'internal' } as const
  const params = { ...(await metricParams(store, asked)), grain: 'month' }
  const given = Object.fromEntries(Object.entries(params).filter(([name]) => name in metric.query.params))
  const own: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) own.push((await timed(() => store.ask(metric.query, given))).ms)
  const ours = median(own)
  if (ours <= WORTH_COMPARING) return ''
  const sql = PLAIN[metric.id] ?? sqlBehind(metric, params).sql
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = await other.ask(sql, given)
    if (answer === undefined) return ' (not comparable)'
    theirs.push(answer.ms)
  }
  return ` (${Math.round(ours)} / ${Math.round(median(theirs))} = ${(ours / median(theirs)).toFixed(2)})`
}

async function timed<Value>(body: () => Promise<Value>) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await body()
  const { user, system } = process.cpuUsage(cpu)
  return { value, ms: performance.now() - start, cpuMs: (user + system) / 1000 }
}

function seconds({ ms, cpuMs }: { readonly ms: number; readonly cpuMs: number }): string {
  return `${(ms / 1000).toFixed(2)} s, of the processor ${(cpuMs / 1000).toFixed(2)} s`
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}

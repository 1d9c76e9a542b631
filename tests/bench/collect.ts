/**
 * Collects a large organisation from the GitHub that runs here, without and with faults of every kind on a tenth of the
 * answers, twice each with an hour in between, and compares what the database then says with what the world holds, and
 * what the first run cost with the least that it can: `npx node tests/bench/collect.ts [repositories changeRequests issues
 * commits]`. Exits 1 when they differ, or when a run without faults costs more than it may.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore } from '#data/store.ts'
import { TENTH } from '../collectors/github-faults.ts'
import { differences, type Told, told, toldByWorld } from '../collectors/github-told.ts'
import type { AuditEntry, AuditLog } from '../github/audit.ts'
import type { FaultPlan } from '../github/faults.ts'
import { spawnGitHub } from '../github/spawn.ts'
import { makeWorld } from '../github/world-spec.ts'
import { type Minimum, minimumOf } from './minimum.ts'
import { spentByPeers } from './peers.ts'

const SHOWN = 8
const MOST_TIMES_MINIMUM = 1.1
/** Of a run with nothing new, for each 200 repositories. */
const MOST_AGAIN = 6
const MOST_MEGABYTES = 300

interface Expected {
  readonly told: Told
  readonly minimum: Minimum
  readonly peers: ReturnType<typeof spentByPeers>
}

interface Collected {
  readonly runs: readonly RunSummary[]
  readonly seconds: number
  /** Processor time of the collecting process alone; the rest is the host's, which runs here as well. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly sleptSeconds: number
}

const [repositories = 200, changeRequests = 10_000, issues = 5_000, commits = 100_000] = process.argv
  .slice(2)
  .map(Number)
const spec = { generate: { repositories, changeRequests, issues, commits, people: 300 } }

async function collectOnce(url: string, path: string): Promise<Collected> {
  const script = fileURLToPath(new URL('./collect-once.ts', import.meta.url))
  const child = spawn(process.execPath, [script, url, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(child.stdout)) as Collected
}

async function measure(title: string, faults: FaultPlan, { told: world, minimum, peers }: Expected): Promise<boolean> {
  const limits = { graphql: 100_000, rest: 100_000, anonymous: 1_000 }
  const github = await spawnGitHub({ world: spec, faults, isFrozen: true, limits })
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const path = join(folder, 'collected.sqlite')
  let isEqual = true
  let isCheap = true
  try {
    // An organisation at rest: what moved in the minutes before a run is read once more by the next.
    await github.clock({ advanceSeconds: 3_600 })
    for (const pass of ['first run', 'second run']) {
      const collected = await collectOnce(github.url, path)
      const log = await github.audit()
      show(`${title}, ${pass}`, collected, log)
      if (faults.rules.length === 0) isCheap &&= judge(pass, { log, minimum, collected, peers })
      await github.reset()
      await github.clock({ advanceSeconds: 3_600 })
      const store = await openStore({ path, mode: 'read' })
      const found = differences(world, await told(store))
      console.log(`  content ${await store.contentHash()}`)
      store.close()
      console.log(found.length === 0 ? '  equal to the world' : `  ${found.length} lines differ (- world, + database)`)
      for (const line of found.slice(0, SHOWN)) console.log(`    ${line}`)
      isEqual &&= found.length === 0
    }
  } finally {
    await github.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return isEqual && isCheap
}

/** Says what a run without faults cost beside what it may. */
function judge(
  pass: string,
  run: Omit<Expected, 'told'> & { readonly log: AuditLog; readonly collected: Collected },
): boolean {
  const { requests, points } = run.log.totals
  const isFlat = run.collected.peakMegabytes < MOST_MEGABYTES
  console.log(`  peak memory ${isFlat ? 'below' : 'ABOVE'} ${MOST_MEGABYTES} MB`)
  const which = pass === 'first run' ? 'first' : 'again'
  for (const { name, learns, [which]: theirs } of run.peers)
    console.log(`    ${name} (${learns}): ${theirs} requests, ${(theirs / requests).toFixed(1)} times ours`)
  if (pass !== 'first run') {
    const most = MOST_AGAIN * Math.max(1, Math.ceil(repositories / 200))
    console.log(`  ${requests} requests of ${most} that a run with nothing new may take`)
    return isFlat && requests <= most
  }
  for (const { what, requests: least, points: leastPoints } of run.minimum.parts)
    console.log(`    least for ${what}: ${least} requests, ${leastPoints} points`)
  const times = { requests: requests / run.minimum.requests, points: points / run.minimum.points }
  console.log(
    `  least ${run.minimum.requests} requests, ${run.minimum.points} points; ` +
      `taken ${times.requests.toFixed(3)} and ${times.points.toFixed(3)} times that`,
  )
  return isFlat && Math.max(times.requests, times.points) <= MOST_TIMES_MINIMUM
}

function show(title: string, collected: Collected, log: AuditLog): void {
  const { runs, seconds, cpuSeconds, peakMegabytes, sleptSeconds } = collected
  const { requests, graphql, points, whileLimited, byOperation } = log.totals
  const struck = log.requests.filter(isStruck)
  const share = ((100 * struck.length) / Math.max(1, requests)).toFixed(1)
  console.log(
    `\n${title}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of its own), peak ${peakMegabytes.toFixed(0)} MB`,
  )
  console.log(`  ${requests} requests (${graphql} GraphQL, ${points} points), ${whileLimited} while told to wait`)
  console.log(
    `  ${struck.length} faults (${share} %) ${JSON.stringify(faultsByKind(struck))}, ${sleptSeconds.toFixed(0)} s to wait`,
  )
  for (const { collector, status, requests: sent, points: spent, read, written, problems } of runs) {
    const figures = `${sent} requests, ${spent} points, ${read} read, ${written} written`
    console.log(`  ${collector.padEnd(24)} ${status.padEnd(9)} ${figures}`)
    for (const problem of problems.slice(0, SHOWN))
      console.log(`    ${problem.subject}: ${problem.kind}: ${problem.message}`)
  }
  console.log(`  ${JSON.stringify(byOperation)}`)
}

/** Leaves out a fault that found nothing to strike in its answer. */
function isStruck({ fault, errors }: AuditEntry): boolean {
  return fault === 'null-nodes' || fault === 'partial' ? errors.length > 0 : fault !== null
}

function faultsByKind(struck: readonly AuditEntry[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { fault, status } of struck) {
    const kind = fault === 'secondary' ? `secondary ${status}` : (fault ?? '')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

console.log(`${repositories} repositories, ${changeRequests} change requests, ${issues} issues, ${commits} commits`)
const world = await makeWorld(spec)
const expected = {
  told: toldByWorld(world, 'maison-bleue'),
  minimum: minimumOf(world, 'maison-bleue'),
  peers: spentByPeers(world, 'maison-bleue'),
}
const isEqual = [
  await measure('without faults', { rules: [] }, expected),
  await measure('with faults', TENTH, expected),
]
if (isEqual.includes(false)) process.exitCode = 1

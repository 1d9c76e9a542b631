/**
 * Collects a large organisation from the GitHub that runs here, without and with faults of every kind on a tenth of the
 * answers, twice each, and compares what the database then says with what the world holds:
 * `npx node tests/bench/collect.ts [repositories changeRequests issues commits]`. Exits 1 when they differ.
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

const SHOWN = 8

interface Collected {
  readonly runs: readonly RunSummary[]
  readonly seconds: number
  /** Processor time of the collecting process alone; the rest is the host's, which runs here as well. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly sleptSeconds: number
}

const [repositories = 200, changeRequests = 10_000, issues = 5_000, commits = 20_000] = process.argv
  .slice(2)
  .map(Number)
const spec = { generate: { repositories, changeRequests, issues, commits, people: 300 } }

async function collectOnce(url: string, path: string): Promise<Collected> {
  const script = fileURLToPath(new URL('./collect-once.ts', import.meta.url))
  const child = spawn(process.execPath, [script, url, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(child.stdout)) as Collected
}

async function measure(title: string, faults: FaultPlan, world: Told): Promise<boolean> {
  const limits = { graphql: 100_000, rest: 100_000, anonymous: 1_000 }
  const github = await spawnGitHub({ world: spec, faults, isFrozen: true, limits })
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const path = join(folder, 'collected.sqlite')
  let isEqual = true
  try {
    for (const pass of ['first run', 'second run']) {
      const collected = await collectOnce(github.url, path)
      show(`${title}, ${pass}`, collected, await github.audit())
      await github.reset()
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
  return isEqual
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
const world = toldByWorld(await makeWorld(spec), 'maison-bleue')
const isEqual = [await measure('without faults', { rules: [] }, world), await measure('with faults', TENTH, world)]
if (isEqual.includes(false)) process.exitCode = 1

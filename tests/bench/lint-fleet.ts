/**
 * Lints many checkouts in one run with the packed program, by the packs of an unconfigured folder:
 *
 *     npm run bench -- lint-fleet [--runs 5] [--generate REPOSITORIES] [FOLDER...]
 *
 * A folder is a checkout, or holds checkouts. `--generate 600` writes as many plugins of its own invention, a hundred
 * Java files in each on average. Medians of: walking all files and reading them in one process, start-up left out; a first run,
 * nothing kept; a second, over what did not change. Memory is the peak of the process with its threads.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkoutsIn } from './checkouts.ts'
import { writePlugins } from './many-plugins.ts'
import { packInto } from './packed.ts'

interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
}

const TYPES_EACH = 100

/** Tells of itself on the fourth channel. Written beside the package, never loaded by it. */
const TELL_COST = `
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const wallMs = process.env.FLOOR_MS === undefined ? performance.now() : Number(process.env.FLOOR_MS)
  require('node:fs').writeSync(3, JSON.stringify({ wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 }))
})
`

/** What nobody can do without: to see every file, and to read it. */
const FLOOR = `
const fs = require('node:fs')
const from = performance.now()
const reads = process.argv[1] === 'read'
const walk = (folder) => {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name
    if (entry.isDirectory()) entry.name === '.git' || walk(path)
    else if (entry.isFile()) reads ? fs.readFileSync(path) : fs.lstatSync(path)
  }
}
for (const folder of process.argv.slice(2)) walk(folder)
process.env.FLOOR_MS = performance.now() - from
`

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' }, generate: { type: 'string' } },
  allowPositionals: true,
})
const scratch = mkdtempSync(join(tmpdir(), 'parvis-fleet-'))
try {
  compare()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compare(): void {
  const checkouts = [...positionals.flatMap((folder) => checkoutsIn(resolve(folder))), ...generated()]
  if (checkouts.length === 0) {
    console.error('there is no checkout to lint: name folders, or --generate 600')
    process.exitCode = 2
    return
  }
  writeFileSync(join(scratch, 'tell-cost.cjs'), TELL_COST)
  const lint = [packInto(scratch), 'lint', ...checkouts, '--format', 'json']
  const costs: Record<string, Cost[]> = { walk: [], 'walk and read': [], 'first run': [], 'second run': [] }
  const cache = join(scratch, 'cache')
  const runs = Number(values.runs ?? 5)
  for (let round = 0; round < runs; round++) {
    costs.walk?.push(run(['-e', FLOOR, 'walk', ...checkouts]))
    costs['walk and read']?.push(run(['-e', FLOOR, 'read', ...checkouts]))
    rmSync(cache, { recursive: true, force: true })
    costs['first run']?.push(run(lint))
    costs['second run']?.push(run(lint))
  }
  print(costs, checkouts.length)
}

function print(costs: Readonly<Record<string, readonly Cost[]>>, checkouts: number): void {
  const median = (name: string, of: (cost: Cost) => number) => {
    const sorted = (costs[name] ?? []).map(of).sort((one, other) => one - other)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  const wall = (name: string) => median(name, ({ wallMs }) => wallMs)
  const ratio = (name: string, floor: string) => Math.round((wall(name) / wall(floor)) * 10) / 10
  const rows = Object.keys(costs).map((name) => {
    const figures = {
      'wall ms': Math.round(wall(name)),
      'CPU ms': Math.round(median(name, ({ cpuMs }) => cpuMs)),
      'peak MB': Math.round(median(name, ({ peakMb }) => peakMb)),
      'to walk': ratio(name, 'walk'),
      'to walk and read': ratio(name, 'walk and read'),
    }
    return [name, figures] as const
  })
  const machine = `Node ${process.versions.node}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`
  console.log(`${checkouts} checkouts, medians of ${costs.walk?.length ?? 0} rounds, ${machine}`)
  console.table(Object.fromEntries(rows))
  const peakMb = Math.round(median('first run', (cost) => cost.peakMb))
  const aims = [
    ['first run to walk and read', ratio('first run', 'walk and read'), 'at most 5, better 3.5'],
    ['second run to walk', ratio('second run', 'walk'), 'at most 1.5'],
    ...(values.generate === undefined
      ? []
      : [
          ['first run, seconds', Math.round(wall('first run') / 1000), 'below 30 for 600 repositories'],
          ['first run, peak MB', peakMb, 'below 400 for 600 repositories'],
        ]),
  ]
  for (const [what, measured, aim] of aims) console.log(`${what}: ${measured} (target: ${aim})`)
}

function run(args: readonly string[]): Cost {
  const ran = spawnSync(process.execPath, ['--require', join(scratch, 'tell-cost.cjs'), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ NODE_COMPILE_CACHE: join(scratch, 'compile-cache'), HOME: '', XDG_CACHE_HOME: join(scratch, 'cache') },
    },
    maxBuffer: 1e9,
    // An answer about 600 repositories is large, and nobody reads it here.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  if (ran.status === null || ran.status > 2) throw new Error(`ended with ${ran.status}: ${ran.stderr}`)
  return JSON.parse(ran.output[3] ?? '') as Cost
}

function generated(): readonly string[] {
  if (values.generate === undefined) return []
  const repositories = Number(values.generate)
  const folder = join(scratch, 'fleet')
  mkdirSync(folder)
  return writePlugins(folder, { repositories, types: repositories * TYPES_EACH })
}

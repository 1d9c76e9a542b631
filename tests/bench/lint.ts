/**
 * Lints repositories by both packs with the packed program and prints what a whole run takes, start-up included:
 *
 *     node tests/bench/lint.ts [--runs 15] [CHECKOUT...]
 *
 * Without a checkout it makes a plugin of its own invention, about 800 files. Every round also measures two floors, so
 * that figures of a busy or slow machine can be told from ours: `node -e 0`, and a process that asks git for the files
 * and reads each. Medians; CPU is user and system time, git's included where the system tells it (Linux); memory is the
 * peak of the one process. The first round fills the caches and is left out.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { largePlugin } from './large-plugin.ts'
import { packInto } from './packed.ts'

interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
}

interface Contender {
  readonly args: readonly string[]
  /** Folder in which facts are kept between the runs; none are without it. */
  readonly cache?: string
}

const { values, positionals } = parseArgs({ options: { runs: { type: 'string' } }, allowPositionals: true })
const runs = Number(values.runs ?? 15)

/** Told by the process itself when it ends; of its children Linux alone tells, in hundredths of a second. */
const TELL_COST = `
process.on('exit', () => {
  const fs = require('node:fs')
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  let childrenMs = 0
  try {
    const fields = fs.readFileSync('/proc/self/stat', 'utf8').replace(/^.*\\) /s, '').split(' ')
    childrenMs = (Number(fields[13]) + Number(fields[14])) * 10
  } catch {}
  fs.writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000 + childrenMs, peakMb: maxRSS / 1024 }))
})
`

const READ_ALL = `
const { execFileSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
for (const file of files.split('\\0')) if (file !== '') try { readFileSync(file) } catch {}
`

const scratch = mkdtempSync(join(tmpdir(), 'parvis-bench-'))
try {
  writeFileSync(join(scratch, 'tell-cost.cjs'), TELL_COST)
  const parvis = packInto(scratch)
  const checkouts = positionals.length > 0 ? positionals.map((path) => resolve(path)) : [makePlugin()]
  for (const checkout of checkouts) measure(checkout, parvis)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function measure(checkout: string, parvis: string): void {
  const lint = [parvis, 'lint', '.', '--as', 'lutece-platform/lutece-tech-plugin-clock']
  const contenders: Readonly<Record<string, Contender>> = {
    'node -e 0': { args: ['-e', '0'] },
    'list and read': { args: ['-e', READ_ALL] },
    'parvis lint, nothing kept': { args: lint },
    'parvis lint, facts kept': { args: lint, cache: join(scratch, 'cache') },
  }
  const costs = new Map<string, Cost[]>()
  for (let round = 0; round <= runs; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const cost = run(contender, checkout)
      if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cost])
    }
  }
  const medians = new Map([...costs].map(([name, all]) => [name, medianCost(all)]))
  const ratio = (cost: Cost, floor: string) =>
    Math.round((cost.cpuMs / (medians.get(floor)?.cpuMs ?? Number.NaN)) * 10) / 10
  const rows = [...medians].map(([name, cost]) => {
    const figures = {
      'wall ms': Math.round(cost.wallMs),
      'CPU ms': Math.round(cost.cpuMs),
      'peak MB': Math.round(cost.peakMb),
      'CPU to node': ratio(cost, 'node -e 0'),
      'CPU to reading': ratio(cost, 'list and read'),
    }
    return [name, figures] as const
  })
  const files = git(checkout, 'ls-files', '-z').split('\0').length - 1
  const machine = `Node ${process.versions.node}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`
  console.log(`\n${nameOf(checkout)}: ${files} files, medians of ${runs} runs, ${machine}`)
  console.table(Object.fromEntries(rows))
}

function run({ args, cache = '' }: Contender, cwd: string): Cost {
  const startedAt = performance.now()
  const ran = spawnSync(process.execPath, ['--require', join(scratch, 'tell-cost.cjs'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(scratch, 'compile-cache'), HOME: '', XDG_CACHE_HOME: cache },
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wallMs = performance.now() - startedAt
  // 1 says that rules were broken, which is no trouble here.
  if (ran.status !== 0 && ran.status !== 1)
    throw new Error(`${args[0]} in ${cwd} ended with ${ran.status}: ${ran.stderr}`)
  return { wallMs, ...(JSON.parse(ran.output[3] ?? '') as Omit<Cost, 'wallMs'>) }
}

function medianCost(costs: readonly Cost[]): Cost {
  const median = (of: (cost: Cost) => number) => costs.map(of).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return {
    wallMs: median((cost) => cost.wallMs),
    cpuMs: median((cost) => cost.cpuMs),
    peakMb: median((cost) => cost.peakMb),
  }
}

function makePlugin(): string {
  const folder = join(scratch, 'clock')
  for (const [path, content] of Object.entries(largePlugin())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  const author = ['-c', 'user.name=Clock Keeper', '-c', 'user.email=keeper@example.org', '-c', 'commit.gpgsign=false']
  git(folder, ...author, 'commit', '--quiet', '--message', 'Wind up the clock')
  return folder
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
}

function nameOf(checkout: string): string {
  const name = basename(checkout)
  return name === 'repo' ? basename(dirname(checkout)) : name
}

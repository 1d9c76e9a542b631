/**
 * What a site of many components costs: the real build from an invented export, beside a bare Astro build that emits
 * the very same pages by one `set:html`. Runs take turns, each in a process of its own; medians are printed.
 *
 *     npm run bench -- site [--components 1500] [--runs 3] [--keep FOLDER]
 *
 * Seconds of the clock and of the processor (a shared machine lengthens the first only), peak memory with children,
 * whether two builds of the same data are the same bytes, size and largest files. Exits 1 when one of the targets of
 * `TARGETS` is missed; seconds of the clock are printed and judged by the processor, for the machine may be busy.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeExportFixture } from '../site/export-fixture.ts'
import { RULES } from '../site/site-fixture.ts'

const TARGETS = { ratio: 1.5, seconds: 40, megabytes: 700 } as const
const LOOK_EVERY_MS = 100

interface Cost {
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
}

const { values } = parseArgs({
  options: { components: { type: 'string' }, runs: { type: 'string' }, keep: { type: 'string' } },
})
const components = Number(values.components ?? 1500)
const runs = Number(values.runs ?? 3)
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'parvis-bench-')) : resolve(values.keep)

try {
  mkdirSync(folder, { recursive: true })
  await measure()
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const database = join(folder, 'export.sqlite')
  rmSync(database, { force: true })
  writeExportFixture(database, { components, rules: RULES })
  const [ours, bare]: readonly [Cost[], Cost[]] = [[], []]
  const prints = new Set<string>()
  for (let round = 0; round < runs; round++) {
    const site = join(folder, 'site')
    ours.push(await once(['parvis', database, site]))
    prints.add(fingerprint(site))
    bare.push(await once(['bare', site, join(folder, 'bare')]))
    console.log(`round ${round + 1}: ours ${told(ours.at(-1))}; bare ${told(bare.at(-1))}`)
  }
  report({ ours: median(ours), bare: median(bare), isSame: prints.size === 1 })
}

function report({ ours, bare, isSame }: { ours: Cost; bare: Cost; isSame: boolean }): void {
  const files = filesOf(join(folder, 'site'))
  const pages = files.filter(({ name }) => name.endsWith('.html'))
  const ratio = ours.cpu / bare.cpu
  console.log(`${components} components, two languages: ${pages.length} pages of ${megabytes(pages)} MB`)
  console.log(`ours ${told(ours)}`)
  console.log(`bare ${told(bare)}`)
  console.log(`ratio ${ratio.toFixed(2)} by the processor, ${(ours.wall / bare.wall).toFixed(2)} by the clock`)
  console.log(`the same bytes ${runs} times: ${isSame ? 'yes' : 'NO'}`)
  console.log(`${files.length} files, ${megabytes(files)} MB; the largest:`)
  for (const { name, bytes } of files.toSorted((a, b) => b.bytes - a.bytes).slice(0, 6)) {
    console.log(`  ${(bytes / 1e6).toFixed(2)} MB  ${name}`)
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}; targets ${JSON.stringify(TARGETS)}`)
  const isMet = ratio <= TARGETS.ratio && ours.cpu <= TARGETS.seconds && ours.megabytes <= TARGETS.megabytes && isSame
  process.exitCode = isMet ? 0 : 1
}

/** Clock and processor in seconds, and the most memory that the process and its children held at once. */
async function once(args: readonly string[]): Promise<Cost> {
  const script = fileURLToPath(new URL('site-once.ts', import.meta.url))
  const began = performance.now()
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  let peak = 0
  let ticks = 0
  const look = setInterval(() => {
    const tree = treeOf(child.pid ?? 0)
    peak = Math.max(
      peak,
      tree.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
    )
    ticks = Math.max(
      ticks,
      tree.reduce((sum, one) => sum + one.ticks, 0),
    )
  }, LOOK_EVERY_MS)
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(look)
  if (code !== 0) throw new Error(`the build of ${args[0]} ended with ${code}`)
  return { wall: (performance.now() - began) / 1000, cpu: ticks / 100, megabytes: peak / 1024 }
}

interface Process {
  readonly kilobytes: number
  /** Hundredths of a second, those of children that have ended included. */
  readonly ticks: number
}

/** A process and all that it started, as Linux tells. */
function treeOf(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    const resident = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(stat[field]), 0)
    return [{ kilobytes: Number(resident ?? 0), ticks }, ...children.flatMap((child) => treeOf(Number(child)))]
  } catch {
    return []
  }
}

function median(costs: readonly Cost[]): Cost {
  const middle = (pick: (cost: Cost) => number) =>
    costs.map(pick).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu), megabytes: middle((one) => one.megabytes) }
}

function told(cost: Cost | undefined): string {
  return cost === undefined
    ? ''
    : `${cost.wall.toFixed(1)} s of the clock, ${cost.cpu.toFixed(1)} s of the processor, ${cost.megabytes.toFixed(0)} MB`
}

function filesOf(site: string): readonly { readonly name: string; readonly bytes: number }[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => ({ name, status: statSync(join(site, name)) }))
    .filter(({ status }) => status.isFile())
    .map(({ name, status }) => ({ name, bytes: status.size }))
}

function megabytes(files: readonly { readonly bytes: number }[]): string {
  return (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)
}

function fingerprint(site: string): string {
  const hash = createHash('sha256')
  for (const { name } of filesOf(site)) hash.update(name).update(readFileSync(join(site, name)))
  return hash.digest('hex')
}

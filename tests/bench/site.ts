/**
 * What a site of many components costs: the real build from an invented export, beside a bare Astro build that leaves
 * the very same files behind, its pages by one `set:html`. Runs take turns, each in a process of its own.
 *
 *     npm run bench -- site [--components 1500] [--rounds 3] [--keep FOLDER]
 *     npm run bench -- site --again FOLDER
 *
 * Prints medians as a table: seconds of the processor and of the clock (a shared machine lengthens the second, and the
 * first a little), the most memory with children, loaders and drawings by themselves, sizes, and whether every build
 * left the same bytes, each in another folder and time zone. Exits 1 when a budget of the build is missed. `--again`
 * prints the table of a kept run.
 */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { writeExportFixture } from '../site/export-fixture.ts'
import { RULES } from '../site/site-fixture.ts'
import { writeBareProject } from './site-bare.ts'
import { type Cost, costOf, median } from './site-process.ts'
import { isMet, type Report, type Size, tableOf, told } from './site-report.ts'

/** Zones on both sides of the date line: a day that were the machine's own would differ. */
const ZONES = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'] as const

const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '1500' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    again: { type: 'string' },
  },
})

if (values.again === undefined) {
  const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'parvis-bench-')) : resolve(values.keep)
  try {
    mkdirSync(folder, { recursive: true })
    const report = await measure(folder, { components: Number(values.components), rounds: Number(values.rounds) })
    writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`)
    print(report)
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
} else {
  print(JSON.parse(readFileSync(join(values.again, 'report.json'), 'utf8')) as Report)
}

function print(report: Report): void {
  console.log(`${report.components} components, two languages; medians of ${report.rounds} rounds`)
  console.log(tableOf(report))
  console.log(`load before each round: ${report.loads.map((load) => load.toFixed(1)).join(', ')}`)
  process.exitCode = isMet(report) ? 0 : 1
}

interface Order {
  readonly components: number
  readonly rounds: number
}

async function measure(folder: string, { components, rounds }: Order): Promise<Report> {
  const [database, internal] = [join(folder, 'export.sqlite'), join(folder, 'internal.sqlite')]
  for (const path of [database, internal]) rmSync(path, { force: true })
  writeExportFixture(database, { components, rules: RULES })
  writeExportFixture(internal, { components, rules: RULES, profile: 'internal' })
  const costs = { ours: [] as Cost[], bare: [] as Cost[], barePages: [] as Cost[], loaders: [] as Cost[] }
  const loads: number[] = []
  const prints: ReadonlyMap<string, string>[] = []
  const site = join(folder, 'site')
  for (let round = 0; round < rounds; round++) {
    loads.push(loadavg()[0] ?? 0)
    const out = round === 0 ? site : join(folder, `site-${round + 1}`)
    costs.ours.push(await costOf(['parvis', database, out], { TZ: ZONES[round % ZONES.length] ?? 'UTC' }))
    prints.push(fingerprints(out))
    for (const [name, what] of [
      ['bare', 'all'],
      ['barePages', 'pages'],
    ] as const) {
      writeBareProject(join(folder, 'project'), site, what)
      costs[name].push(await costOf(['bare', join(folder, 'project'), join(folder, 'bare')]))
    }
    costs.loaders.push(await costOf(['loaders', internal]))
    if (out !== site) rmSync(out, { recursive: true })
    console.log(
      Object.entries(costs)
        .map(([name, all]) => `${name} ${told(all.at(-1) ?? median([]))}`)
        .join('; '),
    )
  }
  const { ours, bare, barePages, loaders } = costs
  return {
    ...{ components, rounds, loads, drawings: await drawings(database) },
    ...{ ours: median(ours), bare: median(bare), barePages: median(barePages), loaders: median(loaders) },
    pages: sizeOf(site, (name) => name.endsWith('.html')),
    data: sizeOf(site, (name) => name.startsWith('data/')),
    assets: sizeOf(site, (name) => name.startsWith('assets/')),
    changed: changedIn(prints),
  }
}

/** What `site-once.ts drawings` says of itself. */
async function drawings(database: string): Promise<Report['drawings']> {
  const script = fileURLToPath(new URL('site-once.ts', import.meta.url))
  const child = spawn(process.execPath, [script, 'drawings', database], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = JSON.parse(await text(child.stdout)) as { readonly drawings: number; readonly seconds: number }
  return { count: said.drawings, seconds: said.seconds }
}

function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(site, name)).isFile())
    .sort()
}

function sizeOf(site: string, isMeant: (name: string) => boolean): Size {
  const files = filesOf(site)
    .filter(isMeant)
    .map((name) => {
      const content = readFileSync(join(site, name))
      const compressed = name.endsWith('.gz') ? content : gzipSync(content)
      return { name, megabytes: content.byteLength / 1e6, compressed: compressed.byteLength / 1e6 }
    })
  const [largest = { name: '', megabytes: 0 }] = files.toSorted((a, b) => b.megabytes - a.megabytes)
  return {
    files: files.length,
    megabytes: files.reduce((sum, file) => sum + file.megabytes, 0),
    compressed: files.reduce((sum, file) => sum + file.compressed, 0),
    largest: { name: largest.name, megabytes: largest.megabytes },
  }
}

function fingerprints(site: string): ReadonlyMap<string, string> {
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(site, name)))
      .digest('hex')
  return new Map(filesOf(site).map((name) => [name, digest(name)]))
}

/** Files that are not in every round with the bytes of the first. */
function changedIn([first = new Map(), ...others]: readonly ReadonlyMap<string, string>[]): readonly string[] {
  return others.flatMap((other) => {
    const names = new Set([...first.keys(), ...other.keys()])
    return [...names].filter((name) => first.get(name) !== other.get(name))
  })
}

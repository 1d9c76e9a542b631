/**
 * Prints what `parvis ggi status` takes over an organisation of its own invention, start-up included:
 *
 *     node tests/bench/ggi.ts [--repositories 2000] [--runs 7]
 *
 * Each repository has sixty files, fifteen merged change requests and fifteen commits of the year, and outcomes of
 * twenty rules. The median of the runs counts; the first fills the caches of the disk and is left out.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Record } from '#data/model/records.ts'
import { changeRequest, commit, oid, openForWriting, organisation, repository, SERVER, save } from '../data/world.ts'

const { values } = parseArgs({ options: { repositories: { type: 'string' }, runs: { type: 'string' } } })
const repositories = Number(values.repositories ?? 2000)
const runs = Number(values.runs ?? 7)
const FILES = 60
const ITEMS = 15
const RULES = 20

const parvis = fileURLToPath(new URL('../../cli/parvis.js', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'parvis-bench-'))
try {
  writeFileSync(join(scratch, 'parvis.yaml'), 'database: p.sqlite\norganisations: [{ name: ville-inventee }]\n')
  await build(join(scratch, 'p.sqlite'))
  const times = Array.from({ length: runs + 1 }, measure).slice(1)
  const sorted = times.toSorted((a, b) => a - b)
  console.log(
    `status over ${repositories} repositories: ${Math.round(sorted[Math.floor(runs / 2)] ?? 0)} ms (median of ${runs})`,
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function measure(): number {
  const start = performance.now()
  const ran = spawnSync(process.execPath, [parvis, 'ggi', 'status', '--format', 'json'], { cwd: scratch })
  if (ran.status !== 0) throw new Error(String(ran.stderr))
  return performance.now() - start
}

async function build(path: string): Promise<void> {
  const store = await openForWriting(path)
  await save(store, [organisation()])
  for (let from = 1; from <= repositories; from += 100) {
    const numbers = Array.from({ length: Math.min(100, repositories - from + 1) }, (_, index) => from + index)
    const watermark = new Date().toISOString().replace(/\.\d+Z/u, 'Z')
    const seen = (stream: string) => numbers.map((n) => ({ subject: `${SERVER}/${n}`, stream, watermark }))
    await save(store, numbers.flatMap(recordsOf), { finished: [...seen('tree'), ...seen('change-requests')] })
  }
  const at = new Date().toISOString()
  const subjects = Array.from({ length: repositories }, (_, index) => ({
    ...{ subject: `ville-inventee/greffon-${index + 1}`, repository: `ville-inventee/greffon-${index + 1}` },
    ...{ kind: 'plugin' as const, line: null, coverage: 'complete' as const, component: null },
    outcomes: Array.from({ length: RULES }, (_unused, rule) => {
      const code = `OSS-${String(rule + 1).padStart(2, '0')}`
      const outcome = (index + rule) % 9 === 0 ? ('fail' as const) : ('pass' as const)
      return {
        rule: `rule/${code.toLowerCase()}`,
        code,
        pack: 'open-source',
        outcome,
        severity: 'info' as const,
        findings: [],
      }
    }),
  }))
  const packs = [{ id: 'open-source', digest: 'invented' }]
  await store.saveLint({ asOf: at.slice(0, 10), packs, subjects }, { at: `${at.slice(0, 19)}Z` })
  store.close()
}

function recordsOf(number: number): readonly Record[] {
  const daysAgo = (days: number) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`
  const paths = ['LICENSE', 'README.md', 'pom.xml', ...Array.from({ length: FILES - 3 }, (_, i) => `src/File${i}.java`)]
  const content = Buffer.from(`pom ${number}`)
  const items = Array.from({ length: ITEMS }, (_, index) => index)
  return [
    repository(number),
    {
      ...{ type: 'tree', repository: { server: SERVER, hostId: String(number) }, treeOid: oid(`tree ${number}`) },
      entries: paths.sort().map((path) => ({
        ...{ path, mode: '100644', size: 100 },
        oid: path === 'pom.xml' ? oid(`pom ${number}`) : oid(path),
      })),
    },
    { type: 'blob', oid: oid(`pom ${number}`), content },
    ...items.map((index) => {
      const mergedAt = daysAgo(10 + index * 20)
      const reviewed = index % 4 === 0 ? {} : { firstReviewAt: daysAgo(11 + index * 20) }
      const about = {
        of: number,
        hostId: `${number}-${index}`,
        state: 'merged',
        reviewCount: index % 4,
        ...reviewed,
      } as const
      return changeRequest(index + 1, { ...about, createdAt: daysAgo(12 + index * 20), mergedAt, closedAt: mergedAt })
    }),
    ...items.map((index) => commit(`${number}/${index}`, { of: number, committedAt: daysAgo(10 + index * 20) })),
  ]
}

import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgePaths } from '#cli/lint/judge-fleet.ts'
import type { PathJudging } from '#cli/lint/judge-path.ts'
import { keptOutcome, outcomeKey } from '#cli/lint/kept-outcomes.ts'
import { openCheckout } from '#collectors/workdir/source.ts'
import { builtinPack } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { git, repositoryOf, scratchFolder, write } from '../collectors/git-scratch.ts'
import { runParvis } from './run-parvis.ts'

const PACKS = [builtinPack('open-source')]

function judging(cwd: string, packs: readonly RulePack[] = PACKS): PathJudging {
  return { packs, asOf: '2026-11-15', stage: undefined, cwd, env: {}, as: undefined, keepsFacts: false }
}

/** Repositories beside each other, no two alike. */
function fleet(count: number): { readonly cwd: string; readonly paths: readonly string[] } {
  const cwd = scratchFolder()
  const paths = Array.from({ length: count }, (_, index) => `gear-${index}`)
  for (const [index, path] of paths.entries()) {
    write(join(cwd, path), {
      'README.md': `# Gear ${index}\n`,
      ...(index % 2 === 0 && { LICENSE: 'All rights reserved.' }),
    })
  }
  return { cwd, paths }
}

describe('many paths in one run', () => {
  it('are answered in the order of the question, each as if it were judged alone', async () => {
    const { cwd, paths } = fleet(9)
    const together = await judgePaths(paths, judging(cwd))
    const alone = await Promise.all(paths.map(async (path) => (await judgePaths([path], judging(cwd)))[0]))
    expect(together.map(({ subject }) => subject)).toEqual(paths)
    expect(together).toEqual(alone)
  })

  it('are refused when one of them is not there', async () => {
    const { cwd, paths } = fleet(5)
    const { code, err } = await runParvis(['lint', ...paths, './gear-9', '--pack', 'open-source'], { cwd })
    expect(code).toBe(2)
    expect(err).toContain('gear-9')
  })

  it('are not stopped by one whose store is damaged, of which nothing is known then', async () => {
    const { cwd, paths } = fleet(5)
    git(join(cwd, 'gear-3'), 'init', '-q')
    write(join(cwd, 'gear-3'), { '.git/index': 'spoilt' })
    const reports = await judgePaths(paths, judging(cwd))
    expect(reports.map(({ coverage, outcomes }) => coverage === 'unknown' && outcomes.length === 0)).toEqual(
      paths.map((path) => path === 'gear-3'),
    )
  })

  it('answer errors, and end, when what judges them breaks down', async () => {
    const { cwd, paths } = fleet(6)
    const broken = PACKS.map((pack): RulePack => ({ ...pack, classifier: { id: 'not-there', options: {} } }))
    const reports = await judgePaths(paths, judging(cwd, broken))
    expect(reports.map(({ subject }) => subject)).toEqual(paths)
    for (const { outcomes } of reports) {
      expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['error']))
      expect(outcomes[0]?.findings[0]).toMatchObject({ messageId: 'engine/crashed' })
    }
  })

  it('end early when the user interrupts', async () => {
    const { cwd, paths } = fleet(6)
    const reports = await judgePaths(paths, { ...judging(cwd), signal: AbortSignal.abort() })
    expect(reports).toEqual([])
  })
})

describe('what was found in a checkout before', () => {
  async function keyOf(folder: string, changed: Partial<PathJudging> = {}) {
    const source = await openCheckout(folder)
    return outcomeKey(source, { ...judging(folder), ...changed })
  }

  it('stands for the very same state, rules and day alone', async () => {
    const folder = repositoryOf({ 'pom.xml': '<project/>', 'README.md': '# Gear\n' })
    const keys = [await keyOf(folder)]
    expect(await keyOf(folder)).toBe(keys[0])
    keys.push(await keyOf(folder, { asOf: '2026-11-16' }), await keyOf(folder, { stage: 'release' }))
    keys.push(await keyOf(folder, { packs: [builtinPack('lutece')] }))
    git(folder, 'tag', 'gear-1.0.0')
    keys.push(await keyOf(folder))
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second')
    keys.push(await keyOf(folder))
    git(folder, 'remote', 'add', 'origin', 'https://forge.example/city/gear.git')
    keys.push(await keyOf(folder))
    write(folder, { 'new.txt': '' })
    keys.push(await keyOf(folder))
    write(folder, { 'pom.xml': '<PROJECT/>' })
    utimesSync(join(folder, 'pom.xml'), new Date(0), new Date(0))
    keys.push(await keyOf(folder))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is kept when it would be found again, and read by its key alone', async () => {
    const { cwd, paths } = fleet(1)
    const [report] = await judgePaths(paths, judging(cwd))
    if (report === undefined) throw new Error('one path, one report')
    const kept = keptOutcome(join(cwd, 'cache/deep/gear.json'))
    expect(kept.exists()).toBe(false)
    kept.write('a', report)
    expect(kept.exists()).toBe(true)
    expect(kept.read('a')).toEqual(report)
    expect(kept.read('b')).toBeUndefined()
    expect(kept.recall(() => '')).toBeUndefined()
    kept.write('a', report, { places: ['/gear', '/wheel\n'], state: 's' })
    expect(kept.recall((places) => (places.join() === '/gear,/wheel\n' ? 's' : 't'))).toEqual(report)
    expect(kept.recall(() => 't')).toBeUndefined()
    expect(kept.read('a')).toEqual(report)
    write(cwd, { 'cache/deep/gear.json': 'a\ns\n["/gear"]\n{"cut' })
    expect(kept.read('a')).toBeUndefined()
    expect(kept.recall(() => 's')).toBeUndefined()
  })

  it.each([
    ['a file that could not be read', { outcome: 'unknown', args: { problem: 'unavailable' } }],
    ['a rule that crashed', { outcome: 'error', args: {} }],
  ] as const)('is not kept with %s', async (_, { outcome, args }) => {
    const { cwd, paths } = fleet(1)
    const [report] = await judgePaths(paths, judging(cwd))
    const [first] = report?.outcomes ?? []
    const finding = report?.outcomes.flatMap(({ findings }) => findings)[0]
    if (report === undefined || first === undefined || finding === undefined) throw new Error('a rule fails here')
    const kept = keptOutcome(join(cwd, 'gear.json'))
    kept.write('a', { ...report, outcomes: [{ ...first, outcome, findings: [{ ...finding, outcome, args }] }] })
    expect(kept.exists()).toBe(false)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { progressOf } from '#cli/collect/progress.ts'
import type { Io } from '#cli/io.ts'
import { main } from '#cli/main.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A terminal that remembers every piece written to it, and what its last line shows. */
function terminal(given: Partial<Io> = {}) {
  const written: string[] = []
  let now = Date.parse('2026-11-15T06:00:00Z')
  const io: Io = {
    out: () => undefined,
    err: (text) => void written.push(text),
    env: {},
    cwd: '.',
    isTerminal: true,
    columns: 90,
    hasColor: false,
    now: () => new Date(now),
    ...given,
  }
  const line = () => written.join('').split('\n').at(-1)?.split('\r\u001b[2K').at(-1) ?? ''
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { io, written, line, pass }
}

const cost = { requests: 12, points: 12 }
const at = (done: number) => ({ done, of: 600, read: done * 4, cost })
const summary: RunSummary = {
  ...{ collector: 'github/issues', scope: 'github.test/@town', status: 'complete', problems: [] },
  ...{ requests: 40, points: 40, read: 2400, written: 2300, unchanged: 100 },
  ...{ from: '2026-11-15T06:00:00Z', to: '2026-11-15T06:02:00Z' },
}

describe('the bar in a terminal', () => {
  it('says how many repositories are done, what was asked, the points left and the time to go', () => {
    const { io, line, pass } = terminal()
    const progress = progressOf({ io, options: {}, language: 'en' })
    progress.start('github/issues  town')
    pass(60_000)
    progress.update(at(120), 4321)
    expect(line()).toMatch(/^████░{16} github\/issues {2}town · 120\/600 repositories · 12 requests · 4321 p…$/)
    expect(line().length).toBeLessThanOrEqual(90)
    const wide = terminal({ columns: 200 })
    const other = progressOf({ io: wide.io, options: {}, language: 'fr' })
    other.start('github/issues  town')
    wide.pass(60_000)
    other.update(at(120), 4321)
    expect(wide.line()).toContain('120/600 dépôts · 12 requêtes · 4321 points restants · encore 4 min')
  })

  it('is drawn a few times a second at most, and is gone at the end', () => {
    const { io, written, line, pass } = terminal()
    const progress = progressOf({ io, options: {}, language: 'en' })
    progress.start('github/issues  town')
    for (let done = 1; done <= 600; done += 1) {
      pass(5)
      progress.update(at(done))
    }
    progress.finish(summary)
    expect(written.length).toBeGreaterThan(10)
    expect(written.length).toBeLessThanOrEqual(1 + 3000 / 100)
    progress.end()
    expect(line()).toBe('')
    expect(written.join('')).not.toContain('\n')
  })

  it('says what it waits for until it goes on', () => {
    const { io, line, pass } = terminal({ columns: 200 })
    const progress = progressOf({ io, options: {}, language: 'en' })
    progress.start('github/issues  town')
    pass(1000)
    progress.update(at(3))
    progress.say('primary limit: waiting until 07:00')
    expect(line()).toContain('primary limit: waiting until 07:00')
    progress.update(at(4))
    expect(line()).not.toContain('waiting')
  })

  it('has colours only where they are wanted', () => {
    for (const [hasColor, color, isColoured] of [
      [true, true, true],
      [true, false, false],
      [false, true, false],
    ] as const) {
      const { io, written } = terminal({ hasColor })
      progressOf({ io, options: { color }, language: 'en' }).start('x')
      expect(written.join('').includes('\u001b[36m')).toBe(isColoured)
    }
  })
})

describe('elsewhere', () => {
  it('a log gets a line for the beginning, each quarter and the end of a run', () => {
    const { io, written } = terminal({ isTerminal: false })
    const progress = progressOf({ io, options: {}, language: 'en' })
    progress.start('github/issues  town')
    for (let done = 1; done <= 600; done += 1) progress.update(at(done))
    progress.finish(summary)
    progress.end()
    expect(written).toEqual([
      'github/issues  town  begins\n',
      'github/issues  town  150/600 repositories · 12 requests\n',
      'github/issues  town  300/600 repositories · 12 requests\n',
      'github/issues  town  450/600 repositories · 12 requests\n',
      'github/issues  town  complete · 40 requests · 2300 rows written\n',
    ])
  })

  it('a terminal that cannot move its cursor gets lines as well', () => {
    const { io, written } = terminal({ env: { TERM: 'dumb' } })
    progressOf({ io, options: {}, language: 'en' }).start('x')
    expect(written).toEqual(['x  begins\n'])
  })

  it('nothing is said when told so', () => {
    const { io, written } = terminal()
    const progress = progressOf({ io, options: { quiet: true }, language: 'en' })
    progress.start('x')
    progress.update(at(1))
    progress.say('waiting')
    progress.end()
    expect(written).toEqual([])
  })
})

describe('parvis collect in a terminal', () => {
  let github: SpawnedGitHub
  beforeAll(async () => {
    github = await spawnGitHub({ world: { generate: { repositories: 3, oddCases: false } } })
  })
  afterAll(() => github.stop())

  it('leaves the bar to the error stream, an empty line behind it, and JSON alone to the output', async () => {
    let out = ''
    const env = {
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_TOKEN: 'admin-token',
      PARVIS_SECRET: 'sixteen characters',
    }
    const cwd = temporaryFolder({ 'parvis.yaml': 'organisations:\n  - name: maison-bleue\n' })
    const remember = (text: string) => {
      out += text
    }
    const { io, written, line } = terminal({ cwd, env, out: remember })
    expect(await main(['collect', '--format', 'json'], io)).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, missing: [], database: { bytes: expect.any(Number) } })
    expect(written.join('')).toMatch(/github\/commits/)
    expect(line()).toBe('')
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = 'organisations:\n  - name: maison-bleue\n'
const NOW = '2026-11-15T06:00:00Z'

let github: SpawnedGitHub
beforeAll(async () => {
  github = await spawnGitHub({
    world: {
      generate: {
        seed: 4,
        now: NOW,
        repositories: 60,
        changeRequests: 900,
        issues: 600,
        commits: 4000,
        oddCases: false,
      },
    },
    isFrozen: true,
  })
})
afterAll(() => github.stop())
beforeEach(() => github.reset())

interface Row {
  readonly collector: string
  readonly requests: number
  readonly points: number
}

interface PlanAnswer {
  readonly plan: readonly Row[]
  readonly minutes: number
  readonly quota: readonly { readonly needed: number; readonly waitsUntil?: string }[]
  readonly spent: { readonly requests: number; readonly points: number }
}

function call(args: readonly string[], cwd: string) {
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: 'admin-token',
    PARVIS_SECRET: 'sixteen characters',
  }
  return runParvis(['collect', '--format', 'json', '--quiet', ...args], { cwd, env, now: NOW })
}

async function plan(cwd: string, args: readonly string[] = []): Promise<PlanAnswer> {
  return JSON.parse((await call(['--plan', ...args], cwd)).out) as PlanAnswer
}

async function spend(cwd: string, args: readonly string[] = []): Promise<readonly Row[]> {
  return (JSON.parse((await call(args, cwd)).out) as { runs: readonly Row[] }).runs
}

function sum(rows: readonly Row[], what: 'requests' | 'points'): number {
  return rows.reduce((total, row) => total + row[what], 0)
}

/** Whether two figures are within a tenth of each other. */
function isNear(planned: number, spent: number): boolean {
  return Math.abs(planned - spent) <= spent * 0.1
}

describe('parvis collect --plan', () => {
  it('foretells a first run within a tenth, and an unchanged second one exactly', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const whole = await plan(cwd)
    const first = await spend(cwd)
    expect(whole.plan.map(({ collector }) => collector)).toEqual(first.map(({ collector }) => collector))
    for (const what of ['requests', 'points'] as const)
      expect({ what, planned: sum(whole.plan, what), spent: sum(first, what) }).toSatisfy(
        ({ planned, spent }: { planned: number; spent: number }) => isNear(planned, spent),
      )
    await github.clock({ advanceSeconds: 3600 })
    const again = await plan(cwd)
    const second = await spend(cwd)
    expect(sum(again.plan, 'requests')).toBeLessThanOrEqual(6)
    for (const what of ['requests', 'points'] as const) expect(sum(again.plan, what)).toBe(sum(second, what))
  })

  it('asks for totals only, writes nothing, and says what it spent', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const { spent } = await plan(cwd)
    const { requests, totals } = await github.audit()
    expect(new Set(requests.map(({ operation, path }) => operation ?? path))).toEqual(
      new Set(['RepositoryList', 'Members', 'CommitTotals', '/rate_limit']),
    )
    expect(spent).toEqual({ requests: totals.requests, points: totals.points })
    expect(spent.requests).toBeLessThanOrEqual(5)
    expect(existsSync(join(cwd, '.parvis'))).toBe(false)
  })

  it('follows the published schema, and says in words what is assumed', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    expect(complaints(await plan(cwd), schemaOf('collect'))).toEqual([])
    const told = await call(['--plan', '--format', 'text'], cwd)
    expect(told).toMatchObject({ code: 0, out: expect.stringMatching(/github\/commits[\s\S]*In all: \d+ requests/) })
    expect(told.out).toMatch(/points left are enough[\s\S]*Assumed: /)
    const french = await call(['--plan', '--format', 'text', '--lang', 'fr'], cwd)
    expect(french.out).toMatch(/collecteur[\s\S]*points restants suffisent[\s\S]*Hypothèses/)
  })

  it('of some collectors, and of one repository, counts those only', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const some = await plan(cwd, ['--only', 'github/issues'])
    expect(some.plan.map(({ collector }) => collector)).toEqual(['github/issues'])
    const told = await call(['maison-bleue/nowhere', '--plan'], cwd)
    expect(told).toMatchObject({ code: 2, err: expect.stringContaining('no repository "maison-bleue/nowhere"') })
  })

  it('says until when a quota that does not suffice would keep it waiting', async () => {
    const small = await spawnGitHub({
      world: { generate: { repositories: 20, changeRequests: 2000, oddCases: false } },
      limits: { graphql: 12, windowSeconds: 3600 },
      isFrozen: true,
    })
    try {
      const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
      const env = { GITHUB_API_URL: small.url, GITHUB_GRAPHQL_URL: `${small.url}/graphql`, GITHUB_TOKEN: 'admin-token' }
      const ran = await runParvis(['collect', '--plan', '--quiet'], { cwd, env })
      expect(ran.out).toMatch(/points to spend, \d+ left\. It would have to wait until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/)
    } finally {
      await small.stop()
    }
  })
})

describe('--since', () => {
  it.each([
    ['yesterday', 'is not a date'],
    ['2025-02-30', 'is not a date'],
    ['2031-01-01', 'is still to come'],
  ])('%s is refused before anything is asked', async (date, why) => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    for (const args of [
      ['--since', date],
      ['--plan', '--since', date],
    ]) {
      const ran = await call(args, cwd)
      expect(ran).toMatchObject({
        code: 2,
        err: expect.stringMatching(new RegExp(`"?${date}"? ${why}[\\s\\S]*2024-01-31`)),
      })
    }
    expect((await github.audit()).totals.requests).toBe(0)
  })

  it('makes a plan smaller', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const whole = await plan(cwd)
    const part = await plan(cwd, ['--since', '2026-11-01'])
    expect(sum(part.plan, 'requests')).toBeLessThan(sum(whole.plan, 'requests'))
  })
})

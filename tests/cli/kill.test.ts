import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineQuery } from '#data/queries/query.ts'
import { openStore } from '#data/store.ts'
import { rollupsAndAnew } from '../data/rollup-rows.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { runParvis } from './run-parvis.ts'
import { type Ended, spawnParvis } from './spawn-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const PRELOAD = new URL('./kill-at.mjs', import.meta.url).href
const CONFIG = 'organisations:\n  - name: maison-bleue\n'
const INSTANTS = 50
const AT_ONCE = 2
// A hundred collections: half a minute on a machine at rest, several on a busy one.
const PATIENCE_MS = 300_000

let github: RunningGitHub
beforeAll(async () => {
  const world = generateWorld({
    seed: 21,
    repositories: 3,
    changeRequests: 44,
    issues: 18,
    commits: 66,
    oddCases: false,
  })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 1e6, rest: 1e6, anonymous: 1e6 } })
})
afterAll(() => github.stop())

function environment(more: Readonly<Record<string, string>> = {}) {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: 'admin-token',
    PARVIS_SECRET: 'sixteen characters',
    ...more,
  }
}

const LEFT = defineQuery({
  id: 'test/left',
  title: 'test',
  params: {},
  row: { open: 'integer', cursors: 'integer', interrupted: 'integer' },
  sql: `SELECT
      (SELECT COUNT(*) FROM run WHERE status = 'running') AS open,
      (SELECT COUNT(*) FROM cursor WHERE stream IN ('change-requests', 'issues', 'commits') AND position <> '') AS cursors,
      (SELECT COUNT(*) FROM run_problem WHERE kind = 'interrupted') AS interrupted`,
})

async function stateOf(cwd: string) {
  const store = await openStore({ path: join(cwd, '.parvis/parvis.sqlite'), mode: 'read' })
  try {
    const [left] = await store.ask(LEFT, {})
    const { kept, anew } = await rollupsAndAnew(store, { copy: join(cwd, 'anew.sqlite') })
    return {
      ...{ hash: await store.contentHash(), areFiguresExact: isDeepStrictEqual(kept, anew) },
      ...{ open: left?.open, cursors: left?.cursors, interrupted: left?.interrupted },
    }
  } finally {
    store.close()
  }
}

/** Runs that stand open in the file as a process left it; none before there is a table of runs. */
async function openRuns(cwd: string): Promise<number> {
  const database = new Database(join(cwd, '.parvis/parvis.sqlite'))
  try {
    const isMade = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'run'`).get() !== undefined
    return isMade ? Number(database.prepare(`SELECT COUNT(*) FROM run WHERE status = 'running'`).pluck().get()) : 0
  } finally {
    database.close()
  }
}

function collectIn(cwd: string, more: Readonly<Record<string, string>>): Promise<Ended> {
  return spawnParvis(['collect', '--quiet'], { cwd, env: environment(more), node: ['--import', PRELOAD] })
}

/** Kills one collection at its n-th step and takes it up again. */
async function killedAndResumed(step: number) {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
  const killed = await collectIn(cwd, { KILL_AT: String(step) })
  const cut = await openRuns(cwd)
  const resumed = await runParvis(['collect', '--quiet'], { cwd, env: environment(), now: new Date().toISOString() })
  return { step, cut, end: killed.end, code: resumed.code, ...(await stateOf(cwd)) }
}

describe('a collection that is killed', () => {
  it(
    `at any of ${INSTANTS} instants loses nothing saved, doubles nothing, and closes its run when taken up`,
    async () => {
      const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
      const file = join(cwd, 'steps')
      expect((await collectIn(cwd, { STEPS_FILE: file })).end).toBe(0)
      const whole = await stateOf(cwd)
      const steps = Number(readFileSync(file, 'utf8'))
      expect(steps).toBeGreaterThan(INSTANTS * 10)
      const instants = Array.from({ length: INSTANTS }, (_, index) => Math.ceil(((index + 0.5) * steps) / INSTANTS))
      const ends: Awaited<ReturnType<typeof killedAndResumed>>[] = []
      const lane = async () => {
        for (let step = instants.shift(); step !== undefined; step = instants.shift())
          ends.push(await killedAndResumed(step))
      }
      await Promise.all(Array.from({ length: AT_ONCE }, lane))
      expect(ends).toHaveLength(INSTANTS)
      for (const end of ends)
        expect(end).toMatchObject({
          ...{ end: 'SIGKILL', code: 0, hash: whole.hash, areFiguresExact: true, open: 0, cursors: whole.cursors },
        })
      // Every run row that was open when the process died says afterwards that it was cut short, and no other does. None
      // is open between two runs, while what figures are answered from is worked out.
      for (const { step, cut, interrupted } of ends) expect({ step, interrupted }).toEqual({ step, interrupted: cut })
      expect(ends.filter(({ cut }) => cut === 1).length).toBeGreaterThan(INSTANTS / 2)
    },
    PATIENCE_MS,
  )

  it('again and again, never getting far, ends up knowing the same', async () => {
    const whole = temporaryFolder({ 'parvis.yaml': CONFIG })
    await runParvis(['collect', '--quiet'], { cwd: whole, env: environment() })
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const ends: unknown[] = []
    for (let kill = 0; kill < 5; kill += 1) ends.push((await collectIn(cwd, { KILL_AT: '120' })).end)
    expect(new Set(ends)).toEqual(new Set(['SIGKILL']))
    expect((await runParvis(['collect', '--quiet'], { cwd, env: environment() })).code).toBe(0)
    expect((await stateOf(cwd)).hash).toBe((await stateOf(whole)).hash)
  })
})

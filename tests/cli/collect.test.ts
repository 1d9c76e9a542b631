import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import { coverageByRepository } from '#data/queries/coverage-by-repository.ts'
import { openStore } from '#data/store.ts'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WORLD = {
  generate: {
    seed: 'front-door',
    now: '2026-11-15T06:00:00Z',
    organisations: 1,
    repositories: 12,
    changeRequests: 80,
    issues: 40,
    commits: 200,
    people: 20,
    oddCases: true,
  },
} as const
const CONFIG = 'organisations:\n  - name: maison-bleue\n'

let github: SpawnedGitHub
beforeAll(async () => {
  github = await spawnGitHub({ world: WORLD })
})
afterAll(() => github.stop())

function environment(more: Readonly<Record<string, string>> = {}) {
  const graphql = `${github.url}/graphql`
  return {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: graphql,
    GITHUB_TOKEN: 'admin-token',
    PARVIS_SECRET: 'sixteen characters',
    ...more,
  }
}

interface Answer {
  readonly schemaVersion: number
  readonly runs: readonly RunSummary[]
}

describe('parvis collect', () => {
  it('fills the database, says what it cost, and the second time asks for what changed only', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const first = await runParvis(['collect', '--format', 'json', '--quiet'], { cwd, env: environment() })
    const second = await runParvis(['collect', '--format', 'json', '--quiet'], { cwd, env: environment() })
    const [before, after] = [first, second].map((ran) => JSON.parse(ran.out) as Answer)
    expect(before?.schemaVersion).toBe(1)
    expect(total(before, 'written')).toBeGreaterThan(300)
    expect(total(after, 'written')).toBe(0)
    expect(total(after, 'requests')).toBeLessThan(total(before, 'requests') / 2)
    expect(complaints(before, schemaOf('collect'))).toEqual([])
    expect(before?.runs.every(({ busySeconds = 0, waits }) => busySeconds >= 0 && waits?.length === 0)).toBe(true)
  })

  it('keeps token and clear mail addresses out of database, recording and output', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const ran = await runParvis(['collect', '--record', join(cwd, 'tape'), '--verbose'], { cwd, env: environment() })
    const files = [
      join(cwd, '.parvis/parvis.sqlite'),
      ...readdirSync(join(cwd, 'tape')).map((name) => join(cwd, 'tape', name)),
    ]
    const written = files.map((file) => readFileSync(file, 'latin1'))
    for (const text of [...written, ran.out, ran.err]) {
      expect(text).not.toContain('admin-token')
      expect(text).not.toMatch(/contributor-\d+@/)
    }
  })

  it('replays a recording without a network into the same content', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    await runParvis(['collect', '--record', join(cwd, 'tape'), '--quiet'], { cwd, env: environment() })
    const env = { ...environment(), GITHUB_TOKEN: '' }
    const ran = await runParvis(['collect', '--replay', join(cwd, 'tape'), '--db', 'replayed.sqlite', '--quiet'], {
      cwd,
      env,
    })
    expect(ran.out).not.toMatch(/failed|skipped/)
    expect(await contentHash(join(cwd, 'replayed.sqlite'))).toBe(await contentHash(join(cwd, '.parvis/parvis.sqlite')))
  })

  it('of an unknown organisation fails with its reason and exits 2; nothing is lost', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': 'organisations:\n  - name: maison-bleu\n' })
    const ran = await runParvis(['collect'], { cwd, env: environment() })
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/github\/repositories .*failed[\s\S]*not-found .*maison-bleu/)
  })

  it('without a token is skipped, naming the variable, and exits 2', async () => {
    const cwd = temporaryFolder({
      'parvis.yaml': 'organisations:\n  - name: maison-bleue\n    tokenFrom: CITY_TOKEN\n',
    })
    const ran = await runParvis(['collect'], { cwd, env: environment() })
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/skipped[\s\S]*CITY_TOKEN is not set/)
  })

  it('of one repository asks for that one only, with the price of one', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    await github.reset()
    const ran = await runParvis(['collect', 'maison-bleue/annuaire-001', '--format', 'json', '--quiet'], {
      cwd,
      env: environment(),
    })
    expect(ran.code).toBe(0)
    const { requests } = await github.audit()
    expect(requests.some(({ operation }) => operation === 'RepositoryList')).toBe(false)
    const store = await openStore({ path: join(cwd, '.parvis/parvis.sqlite'), mode: 'read' })
    const rows = await store.ask(coverageByRepository, {})
    store.close()
    expect(new Set(rows.map(({ repository }) => repository))).toEqual(new Set(['maison-bleue/annuaire-001']))
    expect(rows.find(({ stream }) => stream === 'change-requests')).toMatchObject({ status: 'complete', missing: 0 })
  })

  it('of a scope that is neither an owner nor a repository is refused', async () => {
    const ran = await runParvis(['collect', 'a/b/c'], { cwd: temporaryFolder(), env: environment() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('neither OWNER nor OWNER/NAME') })
  })

  it('of a scope that is not configured offers the nearest name', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const ran = await runParvis(['collect', 'maison-blue'], { cwd, env: environment() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "maison-bleue"?') })
  })

  it('of nothing shows what to write', async () => {
    const ran = await runParvis(['collect'], { cwd: temporaryFolder(), env: environment() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('organisations:') })
  })

  it('while another process collects says who holds the database', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const path = join(cwd, '.parvis/parvis.sqlite')
    const lease = { command: 'parvis collect', pid: 4242, host: 'elsewhere', isRunning: () => true }
    const held = await openStore({
      path,
      mode: 'write',
      lease,
      secret: 'sixteen characters',
      clock: () => '2026-11-15T06:00:00Z',
    })
    try {
      const ran = await runParvis(['collect'], { cwd, env: environment() })
      expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/4242[\s\S]*elsewhere|elsewhere[\s\S]*4242/) })
    } finally {
      held.close()
    }
  })

  it('then lint judges the collected repositories by name', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    await runParvis(['collect', '--quiet'], { cwd, env: environment() })
    const fleet = await runParvis(['lint', 'maison-bleue', '--format', 'json'], { cwd, env: environment() })
    const { subjects } = JSON.parse(fleet.out) as { subjects: readonly { subject: string }[] }
    expect(subjects.length).toBeGreaterThan(10)
    const unknown = await runParvis(['lint', 'maison-bleue/nowhere'], { cwd, env: environment() })
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('shows no "maison-bleue/nowhere"') })
  })
})

function total(answer: Answer | undefined, count: 'written' | 'requests'): number {
  return (answer?.runs ?? []).reduce((sum, run) => sum + run[count], 0)
}

async function contentHash(path: string): Promise<string> {
  const store = await openStore({ path, mode: 'read' })
  try {
    return await store.contentHash()
  } finally {
    store.close()
  }
}

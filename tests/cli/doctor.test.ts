import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = 'organisations:\n  - name: maison-bleue\nlanguage: en\n'

let github: SpawnedGitHub
beforeAll(async () => {
  github = await spawnGitHub({
    world: { generate: { seed: 7, repositories: 3, changeRequests: 5, issues: 5, commits: 30, oddCases: false } },
  })
})
afterAll(() => github.stop())
beforeEach(async () => {
  await github.faults({ rules: [] })
  await github.reset()
})

function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const host = { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql`, GITHUB_TOKEN: 'admin-token' }
  return runParvis(args, { cwd, env: { ...host, ...env } })
}

async function collected() {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
  await run(cwd, ['collect', '--quiet'])
  return { cwd, database: join(cwd, '.parvis', 'parvis.sqlite'), doctor: (env = {}) => run(cwd, ['doctor'], env) }
}

describe('parvis doctor', () => {
  it('finds nothing where all is well, and writes nothing', async () => {
    const { database, doctor } = await collected()
    const before = statSync(database).mtimeMs
    const ran = await doctor()
    expect(ran.out.split('\n').filter((line) => line !== '' && !line.startsWith('fine '))).toEqual([])
    expect(ran.out).toMatch(/^fine +quota +maison-bleue: \d+ of 5000 points/mu)
    expect(ran.code).toBe(0)
    expect(statSync(database).mtimeMs).toBe(before)
  })

  it('names the remedy of each thing that is missing before anything began', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const ran = await run(cwd, ['doctor'], { GITHUB_TOKEN: '' })
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/^look at it +database +there is none at .+\n +→ To fill it: parvis collect$/mu)
    expect(ran.out).toMatch(/^broken +token +maison-bleue: no token: GITHUB_TOKEN is not set.+\n +→ Set the variable/mu)
  })

  it.each([
    ['a token that the host refuses', { GITHUB_TOKEN: 'no-such-token' }, /^broken +token +maison-bleue: /mu],
    ['a host that is not there', { GITHUB_API_URL: 'http://127.0.0.1:9' }, /^not known +token +maison-bleue: /mu],
  ])('tells %s', async (_, env, line) => {
    const { doctor } = await collected()
    const ran = await doctor(env)
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(line)
  })

  it('tells a configuration that cannot be read by its place, and looks no further', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': 'organisation: []\n' })
    const ran = await run(cwd, ['doctor', '--lang', 'en'])
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/^broken +configuration .+\n +→ .*parvis\.yaml:1:1: .+"organisations"/mu)
  })

  it('tells a key that is gone while pseudonyms are kept', async () => {
    const { cwd, doctor } = await collected()
    rmSync(join(cwd, '.parvis', 'secret'))
    const ran = await doctor()
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/^broken +key of pseudonyms +gone, .+\n +→ Put .+secret or PARVIS_SECRET back/mu)
  })

  it('tells a database that is none', async () => {
    const { database, doctor } = await collected()
    writeFileSync(database, 'no database at all, and long enough to be read as a page'.repeat(100))
    const ran = await doctor()
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/^broken +database /mu)
  })

  it('tells what was read too long ago', async () => {
    const { cwd } = await collected()
    const ran = await runParvis(['doctor'], { cwd, now: '2026-12-24T06:00:00Z' })
    expect(ran.out).toMatch(/^look at it +freshness +\d+ of \d+ readings are older than a week/mu)
  })
})

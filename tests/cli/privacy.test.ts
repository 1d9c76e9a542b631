import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { defineQuery } from '#data/queries/query.ts'
import { openStore } from '#data/store.ts'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WHO = 'contributor-003'
const NUMBER = '9000003'
const SECRET = 'sixteen characters'
const WORLD = {
  generate: {
    seed: 'forget',
    now: '2026-11-15T06:00:00Z',
    organisations: 1,
    repositories: 6,
    changeRequests: 80,
    issues: 40,
    commits: 120,
    people: 9,
  },
} as const

let github: SpawnedGitHub
beforeAll(async () => {
  github = await spawnGitHub({ world: WORLD })
})
afterAll(() => github.stop())

/** A city that was collected, with a register that names the person. */
async function collected() {
  const cwd = temporaryFolder({
    'parvis.yaml': 'organisations:\n  - name: maison-bleue\nregisters:\n  affiliations: affiliations.yaml\n',
    'affiliations.yaml': `- login: ${WHO}\n  affiliation: contractor\n`,
  })
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: 'admin-token',
    PARVIS_SECRET: SECRET,
  }
  const parvis = (...args: string[]) => runParvis(args, { cwd, env })
  expect(await parvis('collect', '--quiet')).toMatchObject({ code: 0 })
  return { cwd, parvis, database: join(cwd, '.parvis/parvis.sqlite') }
}

async function ask(database: string, sql: string): Promise<readonly string[]> {
  const store = await openStore({ path: database, mode: 'read' })
  const query = defineQuery({ id: 'test/value', title: 'test', params: {}, row: { value: 'text' }, sql })
  const rows = await store.ask(query, {})
  store.close()
  return rows.map(({ value }) => value)
}

function holds(database: string, words: string): boolean {
  return ['', '-wal'].some(
    (end) => existsSync(`${database}${end}`) && readFileSync(`${database}${end}`).includes(words),
  )
}

describe('parvis privacy show', () => {
  it('says how much is stored of one person, by login, by account and by address alike, and of nobody else', async () => {
    const { parvis } = await collected()
    const typed = [WHO, `@${WHO}`, `${NUMBER}+${WHO}`, `${NUMBER}+${WHO}@users.noreply.github.com`]
    const answers = await Promise.all(typed.map((one) => parvis('privacy', 'show', one, '--format', 'json')))
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    for (const { out } of answers) expect(complaints(JSON.parse(out), schemaOf('privacy'))).toEqual([])
    const [first] = answers
    expect(new Set(answers.map(({ out }) => out))).toEqual(new Set([first?.out]))
    const sheet = JSON.parse(first?.out ?? '') as { identities: unknown[]; uses: { table: string; count: number }[] }
    // The address of a co-author names the host of the account, not the one that runs here: one person all the same.
    expect(sheet.identities.length).toBeLessThanOrEqual(2)
    expect(sheet.uses.map(({ table }) => table)).toEqual(expect.arrayContaining(['change_request', 'affiliation']))
    expect(new Set(first?.out.match(/contributor-\d+/g))).toEqual(new Set([WHO]))
    const french = await parvis('privacy', 'show', WHO, '--lang', 'fr')
    expect(french.out).toContain('par sa seule empreinte')
  })

  it('says so, with exit code 1, when nothing is', async () => {
    const { parvis } = await collected()
    expect(await parvis('privacy', 'show', 'nobody-here')).toMatchObject({
      code: 1,
      out: 'Nothing is known of this identity.\n',
    })
  })

  it('refuses what is no identity, a missing database and a missing key, each with its remedy', async () => {
    const { parvis, cwd, database } = await collected()
    expect(await parvis('privacy', 'show', 'not an identity')).toMatchObject({ code: 2 })
    expect((await parvis('privacy', 'show', WHO, '--db', 'none.sqlite')).err).toContain('parvis collect')
    const keyless = await runParvis(['privacy', 'show', WHO], { cwd })
    expect(keyless).toMatchObject({ code: 2 })
    expect(keyless.err).toContain('PARVIS_SECRET')
    const other = await runParvis(['privacy', 'forget', WHO], { cwd, env: { PARVIS_SECRET: 'another sixteen chars' } })
    expect(other).toMatchObject({ code: 2 })
    expect(holds(database, WHO)).toBe(true)
  })
})

describe('parvis privacy forget', () => {
  it('erases the person from every byte, keeps the work, and the next collections do not bring them back', async () => {
    const { parvis, database } = await collected()
    const counts = `SELECT (SELECT COUNT(*) FROM change_request) || ' ' || (SELECT COUNT(*) FROM repository_commit) AS value`
    const before = await ask(database, counts)
    const { hash } = pseudonymiser(SECRET)(`${NUMBER}+${WHO}@users.noreply.github.com`)
    expect([holds(database, WHO), holds(database, hash)]).toEqual([true, true])
    const done = await parvis('privacy', 'forget', WHO)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toContain('a hash keeps it out')
    for (const beyond of ['git history', 'built earlier', 'downloaded', 'parvis backup', '--record', 'registers']) {
      expect(done.out).toContain(beyond)
    }
    expect([holds(database, WHO), holds(database, hash)]).toEqual([false, false])
    expect(await ask(database, counts)).toEqual(before)
    for (const again of [[], ['--full']]) {
      expect(await parvis('collect', '--quiet', ...again)).toMatchObject({ code: 0 })
      expect([holds(database, WHO), holds(database, hash)]).toEqual([false, false])
    }
    expect(await parvis('privacy', 'show', WHO)).toMatchObject({ code: 1 })
    expect(
      await ask(database, `SELECT CAST(COUNT(*) AS TEXT) AS value FROM person WHERE host_id = '${NUMBER}'`),
    ).toEqual(['0'])
    // Nothing that is about one person stands on the row that all of the erased share.
    const shared = (table: string) =>
      `SELECT CAST(COUNT(*) AS TEXT) AS value FROM ${table} t JOIN person p ON p.id = t.person WHERE p.is_anonymous = 1`
    expect(await ask(database, shared('affiliation'))).toEqual(['0'])
    expect(await ask(database, shared('membership'))).toEqual(['0'])
  })

  it('keeps out an address of which nothing is known yet', async () => {
    const { parvis } = await collected()
    const done = await parvis('privacy', 'forget', 'future@mail.example', '--format', 'json')
    expect(JSON.parse(done.out)).toEqual({ schemaVersion: 1, wasKnown: false, hashes: 1 })
    const shown = await parvis('privacy', 'show', 'future@mail.example')
    expect(shown.out).toContain('was forgotten')
  })
})

import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defineQuery } from '#data/queries/query.ts'
import { openStore } from '#data/store.ts'
import { type SpawnedGitHub, spawnGitHub } from '../github/spawn.ts'
import { type Ended, spawnParvis } from './spawn-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WORLD = {
  generate: { seed: 'trouble', repositories: 4, organisations: 3, changeRequests: 60, issues: 20, commits: 60 },
} as const
const CONFIG = 'organisations:\n  - name: maison-bleue\n'
const PAGE_BYTES = 4096
const TOKEN = 'ghp_a-token-that-is-nowhere-to-be-seen'
const DISK = new URL('./small-disk.mjs', import.meta.url).href

let github: SpawnedGitHub
beforeAll(async () => {
  const rights = { login: 'contributor-001', memberOf: 'all', isAdmin: true } as const
  github = await spawnGitHub({
    world: {
      ...WORLD,
      edits: [
        { edit: 'wall', organisation: 'atelier-nord', wall: 'saml' },
        { edit: 'wall', organisation: 'quai-ouvert', wall: 'ip-allow-list' },
      ],
    },
    tokens: [{ token: TOKEN, ...rights }],
    limits: { anonymous: 100_000 },
  })
})
afterAll(() => github.stop())
beforeEach(async () => {
  await github.faults({ rules: [] })
  await github.reset()
})

interface Given {
  readonly cwd?: string
  readonly config?: string
  readonly env?: Readonly<Record<string, string>>
  readonly node?: readonly string[]
  readonly user?: number
}

async function collectWith(args: readonly string[], given: Given = {}): Promise<Ended & { readonly cwd: string }> {
  const cwd = given.cwd ?? temporaryFolder({ 'parvis.yaml': given.config ?? CONFIG })
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: TOKEN,
    PARVIS_SECRET: 'sixteen characters',
    ...given.env,
  }
  const { node = [], user } = given
  const ended = await spawnParvis(['collect', ...args], { cwd, env, node, ...(user === undefined ? {} : { user }) })
  // Whatever happens: no stack, no token.
  for (const text of [ended.out, ended.err]) {
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
    expect(text).not.toContain(env.GITHUB_TOKEN)
  }
  return { cwd, ...ended }
}

const SAVED = defineQuery({
  id: 'test/saved',
  title: 'test',
  params: {},
  row: { repositories: 'integer', change_requests: 'integer', open_runs: 'integer' },
  sql: `SELECT (SELECT COUNT(*) FROM repository) AS repositories, (SELECT COUNT(*) FROM change_request) AS change_requests,
    (SELECT COUNT(*) FROM run WHERE status = 'running') AS open_runs`,
})

async function saved(cwd: string) {
  const store = await openStore({ path: join(cwd, '.parvis/parvis.sqlite'), mode: 'read' })
  try {
    return (await store.ask(SAVED, {}))[0]
  } finally {
    store.close()
  }
}

describe('a token that', () => {
  it('was never one, or has expired, is said to be refused, with its variable, and is tried once', async () => {
    const ran = await collectWith([], { env: { GITHUB_TOKEN: 'ghp_mistyped-and-still-nobodys-business' } })
    expect(ran.end).toBe(2)
    expect(ran.out).toMatch(/github\/repositories .*failed[\s\S]*unauthorized .*[\s\S]*make (?:a new|another)/)
    expect(ran.out).toContain('GITHUB_TOKEN')
    expect((await github.audit()).totals.graphql).toBe(1)
  })

  it('is revoked in mid-run ends the run as partial; what came before stays and is not asked again', async () => {
    await github.faults({ rules: [{ fault: { kind: 'unauthorized' }, between: [6, 100_000] }] })
    const cut = await collectWith([])
    expect(cut.end).toBe(2)
    expect(cut.out).toMatch(/partial|failed/)
    const kept = await saved(cut.cwd)
    expect(kept).toMatchObject({ open_runs: 0 })
    expect(kept?.repositories).toBeGreaterThan(3)
    await github.faults({ rules: [] })
    const resumed = await collectWith([], { cwd: cut.cwd })
    expect(resumed.end).toBe(0)
    expect((await saved(cut.cwd))?.change_requests).toBeGreaterThan(50)
  })
})

describe('a name that', () => {
  it('no organisation has is said to be wrong', async () => {
    const ran = await collectWith([], { config: 'organisations:\n  - name: maison-bleu\n' })
    expect(ran.end).toBe(2)
    expect(ran.out).toMatch(/not-found .*"maison-bleu"[\s\S]*check the spelling/)
  })

  it('belongs to a person is said to be an account of a person', async () => {
    const ran = await collectWith([], { config: 'organisations:\n  - name: contributor-003\n' })
    expect(ran.end).toBe(2)
    expect(ran.out).toMatch(/"contributor-003" .*is the account of a person, not an organisation/)
  })

  it('is one letter away from a configured one is put right', async () => {
    const ran = await collectWith(['maison-bleu'])
    expect(ran).toMatchObject({ end: 2, err: expect.stringContaining('Did you mean "maison-bleue"?') })
  })

  it('is a repository’s with a mistake in it gets the nearest known one', async () => {
    const { cwd } = await collectWith(['--only', 'github/repositories'])
    const ran = await collectWith(['maison-bleue/agenda-01x'], { cwd })
    expect(ran.end).toBe(2)
    expect(ran.out + ran.err).toMatch(/"maison-bleue\/agenda-01x".*Did you mean "maison-bleue\/\w+/)
  })
})

describe('an organisation behind', () => {
  it('single sign-on says so, and what to do', async () => {
    const ran = await collectWith([], { config: 'organisations:\n  - name: atelier-nord\n' })
    expect(ran.end).toBe(2)
    expect(ran.out).toMatch(/forbidden .*(?:SAML|sign-on)[\s\S]*(?:admit|authori[sz]e)/i)
    expect(ran.out).toContain('atelier-nord')
  })

  it('a list of addresses says so, and what to do', async () => {
    const ran = await collectWith([], { config: 'organisations:\n  - name: quai-ouvert\n' })
    expect(ran.end).toBe(2)
    expect(ran.out).toMatch(/forbidden .*(?:IP|address)[\s\S]*admit/i)
  })
})

it('a host that is not there is named, with its remedy', async () => {
  const shut = `http://127.0.0.1:${await shutPort()}`
  const env = { GITHUB_API_URL: shut, GITHUB_GRAPHQL_URL: `${shut}/graphql` }
  const ran = await collectWith([], { env })
  expect(ran.end).toBe(2)
  expect(ran.out).toMatch(/network .*reached[\s\S]*HTTPS_PROXY/)
})

describe('a database that', () => {
  it('may be read but not written says whose it is to change that', async () => {
    const { cwd } = await collectWith([])
    const path = join(cwd, '.parvis/parvis.sqlite')
    // Root may write anything: the process runs as nobody then.
    const isRoot = process.getuid?.() === 0
    const folders = [cwd, join(cwd, '.parvis')]
    for (const folder of folders) chmodSync(folder, 0o555)
    chmodSync(path, 0o444)
    const ran = await collectWith([], { cwd, ...(isRoot ? { user: 65_534 } : {}) })
    for (const folder of folders) chmodSync(folder, 0o755)
    expect(ran.end).toBe(2)
    expect(ran.err).toMatch(/parvis\.sqlite cannot be (?:written|used)[\s\S]*(?:read-only|write)/)
    expect((await saved(cwd))?.repositories).toBeGreaterThan(3)
  })

  it('lies in a folder that cannot be made is named', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG, file: '' })
    const ran = await collectWith(['--db', 'file/parvis.sqlite'], { cwd })
    expect(ran).toMatchObject({ end: 2, err: expect.stringMatching(/file\/parvis\.sqlite cannot be written/) })
  })

  it('finds no more room keeps what it has, says so, and is filled up later', async () => {
    const { cwd } = await collectWith(['--only', 'github/repositories'])
    const pages = statSync(join(cwd, '.parvis/parvis.sqlite')).size / PAGE_BYTES
    const cut = await collectWith([], { cwd, node: ['--import', DISK], env: { MOST_PAGES: String(pages + 4) } })
    expect(cut.end).toBe(2)
    expect(cut.out + cut.err).toMatch(/no room left for .*parvis\.sqlite[\s\S]*Make room/)
    expect((await saved(cut.cwd))?.repositories).toBeGreaterThan(3)
    const resumed = await collectWith([], { cwd: cut.cwd })
    expect(resumed.end).toBe(0)
    expect(await saved(cut.cwd)).toMatchObject({ open_runs: 0 })
  })

  it('is none is left as it is', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG, 'notes.txt': `${'not a database at all. '.repeat(400)}` })
    const ran = await collectWith(['--db', 'notes.txt'], { cwd })
    expect(ran).toMatchObject({ end: 2, err: expect.stringMatching(/notes\.txt is not a database/) })
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toMatch(/^not a database/)
  })

  it('is damaged says how to get a whole one', async () => {
    const { cwd } = await collectWith([])
    const path = join(cwd, '.parvis/parvis.sqlite')
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 4096, bytes.length)
    writeFileSync(path, bytes)
    const ran = await collectWith([], { cwd })
    expect(ran.end).toBe(2)
    expect(ran.out + ran.err).toMatch(/parvis\.sqlite is damaged[\s\S]*parvis backup/)
  })
})

describe('Ctrl-C', () => {
  const asking = /asking again|waiting|until/

  it('closes the run as partial, says what is saved, and exits 130', async () => {
    await github.faults({ rules: [{ fault: { kind: 'secondary', retryAfter: 600 }, between: [8, 100_000] }] })
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    const ran = await spawnParvis(['collect'], {
      cwd,
      env: environment(),
      onSaid: (child, said) => {
        if (asking.test(said) && !said.includes('stopping')) child.kill('SIGINT')
      },
    })
    expect(ran.end).toBe(130)
    expect(ran.out).toMatch(/partial[\s\S]*interrupted[\s\S]*goes on where it stopped/)
    expect(await saved(cwd)).toMatchObject({ open_runs: 0 })
  })

  it('once more stops at once, whatever is under way; the next run closes what was left open', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
    let signals = 0
    const ran = await spawnParvis(['collect'], {
      cwd,
      env: environment(),
      // A host that never answers, and a wait that no signal ends.
      node: ['--import', new URL('./deaf-network.mjs', import.meta.url).href],
      onSaid: (child, said) => {
        const due = said.includes('stopping') ? 2 : said.includes('begins') ? 1 : 0
        for (; signals < due; signals += 1) child.kill('SIGINT')
      },
    })
    expect({ signals, end: ran.end }).toEqual({ signals: 2, end: 130 })
    expect(ran.out).toBe('')
    expect(await saved(cwd)).toMatchObject({ open_runs: 1 })
    expect((await collectWith([], { cwd })).end).toBe(0)
    expect(await saved(cwd)).toMatchObject({ open_runs: 0 })
  })
})

function environment(): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: TOKEN,
    PARVIS_SECRET: 'sixteen characters',
  }
}

/** A port at which nobody answers: one that was just given back. */
function shutPort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

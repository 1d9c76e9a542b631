import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Collector, Scope } from '#collectors/collector.ts'
import { githubTransport } from '#collectors/github/client.ts'
import { outbound } from '#collectors/github/outbound.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { optIns } from '#collectors/registers/opt-ins.ts'
import { runCollector } from '#collectors/run.ts'
import { coverage } from '#data/queries/coverage.ts'
import { gaps } from '#data/queries/gaps.ts'
import { outboundByProject } from '#data/queries/outbound-by-project.ts'
import { defineQuery } from '#data/queries/query.ts'
import { openStore, type Store } from '#data/store.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import {
  addAccount,
  addChangeRequest,
  addIssue,
  addOrganisation,
  buildRepository,
  emptyWorld,
} from '../github/world/build.ts'
import type { Account, Repository } from '../github/world/model.ts'
import { scratchFolder, write } from './git-scratch.ts'
import { patientClock, SECRET } from './github-scene.ts'

const SERVER = 'github.test'
const TODAY = '2026-11-01T08:00:00Z'

let github: RunningGitHub
let willing: Account
let prolific: Account
let unasked: Account
let library: Repository
beforeAll(async () => {
  const world = emptyWorld(TODAY)
  willing = addAccount(world, { login: 'contributor-001' })
  prolific = addAccount(world, { login: 'contributor-002' })
  unasked = addAccount(world, { login: 'contributor-003' })
  const repository = (login: string, name: string, given = {}) => {
    const owner = world.organisations.find((one) => one.login === login) ?? addOrganisation(world, { login })
    return buildRepository(world, { owner: owner.databaseId, name, createdAt: '2020-01-01T00:00:00Z', ...given })
  }
  library = repository('elsewhere', 'library')
  const tool = repository('elsewhere', 'tool')
  const [hidden, town, branch] = [
    repository('elsewhere', 'secret-plans', { visibility: 'PRIVATE' }),
    repository('town', 'platform'),
    repository('town-branch', 'module'),
  ]
  const author = willing.databaseId
  addChangeRequest(world, library, {
    author,
    createdAt: '2025-03-31T23:30:00Z',
    state: 'MERGED',
    mergedAt: '2025-06-01T00:00:00Z',
  })
  addChangeRequest(world, library, {
    author,
    createdAt: '2025-03-02T10:00:00Z',
    state: 'CLOSED',
    closedAt: '2025-03-03T10:00:00Z',
  })
  addIssue(world, library, { author, createdAt: '2025-04-01T00:10:00Z' })
  addChangeRequest(world, tool, { author, createdAt: '2026-10-31T10:00:00Z' })
  // Older than what was agreed to, not public, ours, somebody else's.
  addChangeRequest(world, tool, { author, createdAt: '2024-12-31T10:00:00Z' })
  for (const other of [hidden, town, branch])
    addChangeRequest(world, other, { author, createdAt: '2026-02-01T10:00:00Z' })
  addIssue(world, tool, { author: unasked.databaseId, createdAt: '2026-02-01T10:00:00Z' })
  const start = Date.parse('2026-01-01T00:00:00Z')
  for (let count = 0; count < 1203; count += 1)
    addIssue(world, tool, {
      author: prolific.databaseId,
      createdAt: `${new Date(start + count * 21_600_000).toISOString().slice(0, 19)}Z`,
    })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 1e6, rest: 1e6, anonymous: 1e6 } })
})
afterAll(() => github.stop())

const CONSENT = `- login: contributor-001\n  consented: 2026-01-15\n  from: 2025-01-01\n`

/** A database beside a register of opt-ins. */
async function scene() {
  const folder = scratchFolder()
  const store = await openStore({ path: join(folder, 'parvis.sqlite'), mode: 'write', secret: SECRET })
  onTestFinished(() => store.close())
  const run = async (collector: Collector, scope: Scope, { at = TODAY, full = false } = {}) => {
    const signal = new AbortController().signal
    const credentials = [{ name: 'TOKEN', token: 'member-token' }]
    const transport = githubTransport({ apiUrl: github.url, credentials, signal, clock: patientClock() })
    const context = {
      transport,
      pseudonymise: pseudonymiser(SECRET),
      signal,
      full,
      now: () => at,
      log: () => undefined,
    }
    return runCollector({ collector, scope, sink: store.sink, known: store.known, context })
  }
  return {
    store,
    async agree(text: string, at?: string) {
      write(folder, { 'opt-ins.yaml': text })
      const scope = {
        kind: 'register',
        register: 'opt-ins',
        file: join(folder, 'opt-ins.yaml'),
        server: SERVER,
      } as const
      return run(optIns, scope, at === undefined ? {} : { at })
    },
    collect: (options: { at?: string; full?: boolean } = {}) =>
      run(outbound, { kind: 'people', server: SERVER, organisations: ['town', 'Town-Branch'] }, options),
  }
}

const PERSONS = defineQuery({
  id: 'test/persons',
  title: 'test',
  params: {},
  row: { login: 'text', host_id: 'text?' },
  sql: 'SELECT login, host_id FROM person WHERE login IS NOT NULL ORDER BY login',
})

const counted = (store: Store) => store.ask(outboundByProject, {})

const OF_WILLING = [
  { project: 'elsewhere/library', month: 202503, change_requests: 2, merged: 1, issues: 0 },
  { project: 'elsewhere/library', month: 202504, change_requests: 0, merged: 0, issues: 1 },
  { project: 'elsewhere/tool', month: 202610, change_requests: 1, merged: 0, issues: 0 },
]

describe('contributions to projects of others', () => {
  it('are counted by project and month, of those who agreed, from the day that they said', async () => {
    const { store, agree, collect } = await scene()
    expect(await agree(CONSENT)).toMatchObject({ status: 'complete' })
    expect(await collect()).toMatchObject({ status: 'complete', requests: 2, points: 2, problems: [] })
    expect(await counted(store)).toEqual(OF_WILLING)
    expect(await store.ask(PERSONS, {})).toEqual([{ login: willing.login, host_id: String(willing.databaseId) }])
    expect(await store.ask(coverage, {})).toContainEqual(
      expect.objectContaining({ stream: 'outbound', status: 'complete' }),
    )
  })

  it('cost nothing for a week, and the same is written once', async () => {
    const { store, agree, collect } = await scene()
    await agree(CONSENT)
    await collect()
    const hash = await store.contentHash()
    expect(await collect({ at: '2026-11-07T08:00:00Z' })).toMatchObject({ requests: 0, written: 0 })
    expect(await collect({ at: '2026-11-09T08:00:00Z' })).toMatchObject({ requests: 2, written: 0 })
    expect(await collect({ full: true })).toMatchObject({ requests: 2, written: 0 })
    expect(await store.contentHash()).toBe(hash)
  })

  it('are asked about at once of whoever agrees later, and again with other days', async () => {
    const { store, agree, collect } = await scene()
    await agree(CONSENT)
    await collect()
    await agree(CONSENT.replace('2025-01-01', '2025-04-01'))
    expect(await collect()).toMatchObject({ requests: 2 })
    expect(await counted(store)).toEqual(OF_WILLING.slice(1))
  })

  it('are all counted of somebody who opened more than a search hands out', async () => {
    const { store, agree, collect } = await scene()
    await agree(`- login: ${prolific.login}\n  consented: 2026-01-01\n`)
    expect(await collect()).toMatchObject({ status: 'complete' })
    const rows = await counted(store)
    expect(rows.reduce((sum, { issues }) => sum + issues, 0)).toBe(
      github.world.repositories
        .flatMap(({ issues }) => issues)
        .filter(({ author, createdAt }) => author === prolific.databaseId && createdAt <= '2026-11-01T23:59:59Z')
        .length,
    )
    expect(rows.find(({ month }) => month === 202602)).toMatchObject({ issues: 28 * 4 })
  })

  it('of an account that the host does not know are missing, and nobody is named', async () => {
    const { store, agree, collect } = await scene()
    await agree(`${CONSENT}- login: contributor-999\n  consented: 2026-01-15\n`)
    const run = await collect()
    expect(run).toMatchObject({ status: 'partial' })
    expect(JSON.stringify([run, await store.ask(gaps, {})])).not.toContain('contributor-')
    expect(await store.ask(gaps, {})).toMatchObject([
      { kind: 'outbound', reason: 'not-found', message: expect.stringContaining('1 of 2 accounts') },
    ])
    expect(await counted(store)).toEqual(OF_WILLING)
  })
})

describe('a consent', () => {
  it.each([
    ['was withdrawn', `${CONSENT}  withdrawn: 2026-11-01\n`],
    ['is in the register no longer', '[]\n'],
  ])('that %s takes with it all that was counted, and the account', async (_how, text) => {
    const { store, agree, collect } = await scene()
    await agree(CONSENT)
    await collect()
    const empty = await (await scene()).store.contentHash()
    await agree(text)
    expect(await counted(store)).toEqual([])
    expect(await store.ask(PERSONS, {})).toEqual([])
    expect(await store.contentHash()).toBe(empty)
    expect(await collect()).toMatchObject({ requests: 0 })
  })

  it('that ends on a day to come still holds', async () => {
    const { store, agree, collect } = await scene()
    await agree(`${CONSENT}  withdrawn: 2026-11-02\n`)
    await collect()
    expect(await counted(store)).toEqual(OF_WILLING)
    await agree(`${CONSENT}  withdrawn: 2026-11-02\n`, '2026-11-02T06:00:00Z')
    expect(await counted(store)).toEqual([])
  })

  it('does not outlive the person’s wish to be forgotten, whatever the register says', async () => {
    const { store, agree, collect } = await scene()
    await agree(CONSENT)
    await collect()
    await store.erasePerson([{ server: SERVER, login: willing.login, kind: 'person' }], { at: TODAY })
    expect(await counted(store)).toEqual([])
    await agree(CONSENT)
    expect(await collect()).toMatchObject({ requests: 0 })
    expect(await counted(store)).toEqual([])
  })

  it('is shown to the person with how much was counted', async () => {
    const { store, agree, collect } = await scene()
    await agree(CONSENT)
    await collect()
    const { uses } = await store.personSheet({ server: SERVER, login: willing.login, kind: 'person' })
    expect(uses).toEqual([
      { table: 'opt_in', column: 'person', count: 1, firstAt: '2026-01-15T00:00:00Z', lastAt: '2026-01-15T00:00:00Z' },
      { table: 'outbound_contribution', column: 'person', count: 3, firstAt: '2025-03', lastAt: '2026-10' },
    ])
  })

  it.each([
    ['without a day', '- login: contributor-001\n', /"consented" is missing/],
    ['of no login', '- login: a b\n  consented: 2026-01-01\n', /is no login/],
    ['withdrawn before', `${CONSENT}  withdrawn: 2025-11-02\n`, /withdrawn .* before/],
    ['said twice', `${CONSENT}${CONSENT}`, /.+/],
  ])('%s is refused, and nothing of the file is taken', async (_what, text, message) => {
    const { store, agree } = await scene()
    await agree(CONSENT)
    expect(await agree(text)).toMatchObject({
      status: 'failed',
      problems: [{ message: expect.stringMatching(message) }],
    })
    expect(await store.ask(PERSONS, {})).toHaveLength(1)
  })
})

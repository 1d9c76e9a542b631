import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { githubTransport, serverOf } from '#collectors/github/client.ts'
import { tarballOf } from '#collectors/github/queries/contents.ts'
import { MEMBERS } from '#collectors/github/queries/members.ts'
import type { RestCall, Transport } from '#collectors/transport.ts'
import type { KnownRepository } from '#data/model/collection.ts'
import type { SourceFailure } from '#data/model/failures.ts'
import type { Fault, FaultPlan } from '../github/faults.ts'
import type { GitHubOptions } from '../github/options.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { patientClock } from './github-scene.ts'

const TOKEN = 'member-token'
let github: RunningGitHub
const world = generateWorld({ repositories: 2, changeRequests: 2, issues: 2, commits: 4, people: 4 })

afterEach(() => github.stop())

interface Setting {
  readonly faults?: FaultPlan
  readonly limits?: GitHubOptions['limits']
  readonly path?: string
  readonly token?: string
  readonly signal?: AbortSignal
  readonly attemptTimeoutMs?: number
}

/** A client of a GitHub whose clock moves on as far as the client sleeps. */
async function connect(setting: Setting = {}): Promise<{ transport: Transport; slept: () => number; log: string[] }> {
  const { faults, limits } = setting
  github = await startGitHub({ world, isFrozen: true, ...(faults ? { faults } : {}), ...(limits ? { limits } : {}) })
  const clock = patientClock(async (ms) => void (await github.clock({ advanceSeconds: ms / 1000 })))
  const log: string[] = []
  const transport = githubTransport({
    apiUrl: `${github.url}${setting.path ?? ''}`,
    credentials: [{ name: 'CITY_TOKEN', token: setting.token ?? TOKEN }],
    signal: setting.signal ?? new AbortController().signal,
    clock,
    log: (message) => log.push(message),
    patience: { attemptTimeoutMs: setting.attemptTimeoutMs ?? 5_000 },
  })
  return { transport, slept: clock.slept, log }
}

/** The members of the organisation, by the fewest words. */
function members(transport: Transport) {
  const { name, version, query } = MEMBERS
  const key = { operation: name, version, subject: 'github.test/@maison-bleue', stream: 'members', position: '' }
  const variables = { org: 'maison-bleue', pageSize: 100, cursor: null }
  return transport.graphql({ ...key, query, variables })
}

const strike = (fault: Fault, times = 1): FaultPlan => ({ rules: [{ fault, times }] })
const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it answered'),
    (error: unknown) => error as SourceFailure,
  )

describe.each([
  ['github.com', ''],
  ['an Enterprise Server', '/api/v3'],
])('in the layout of %s', (_title, path) => {
  it.each<[string, Fault]>([
    ['the older form of the primary limit', { kind: 'rate-limited', resetAfter: 60 }],
    ['the newer form of the primary limit', { kind: 'rate-limit', resetAfter: 60 }],
    ['a secondary limit as 403', { kind: 'secondary', status: 403, retryAfter: 60 }],
    ['a secondary limit as 429', { kind: 'secondary', status: 429, retryAfter: 60 }],
    ['a secondary limit as 200', { kind: 'secondary', status: 200, retryAfter: 60 }],
    ['a secondary limit without a time', { kind: 'secondary', status: 403, retryAfter: null }],
  ])('%s is waited for, once', async (_form, fault) => {
    const { transport, slept } = await connect({ path, faults: strike(fault), limits: { windowSeconds: 600 } })
    const answer = await members(transport)
    expect(answer.errors).toEqual([])
    const { totals } = await github.audit()
    expect(totals).toMatchObject({ requests: 2, whileLimited: 0 })
    expect(slept()).toBeGreaterThanOrEqual(59_000)
    expect(transport.spent()).toEqual({ requests: 2, points: 1 })
  })

  it.each<Fault['kind']>([
    'bad-gateway',
    'gateway-timeout',
    'html',
    'reset',
    'truncated',
    'truncated-json',
    'something-went-wrong',
  ])('%s is asked again with growing pauses', async (kind) => {
    const { transport, slept } = await connect({ path, faults: strike({ kind } as Fault, 2) })
    expect((await members(transport)).errors).toEqual([])
    expect(slept()).toBe(3_000)
    expect((await github.audit()).totals.requests).toBe(3)
  })
})

describe('what the client underneath would do otherwise', () => {
  it('a question is not held back for a second behind another', async () => {
    const { transport, slept } = await connect()
    await Promise.all(Array.from({ length: 6 }, () => members(transport)))
    expect(slept()).toBe(0)
    expect((await github.audit()).totals.requests).toBe(6)
  })

  it('a wait is told with its reason, its length and its end', async () => {
    const fault = { kind: 'secondary', status: 429, retryAfter: 60 } as const
    const { transport } = await connect({ faults: strike(fault) })
    expect(transport.strain?.()).toEqual({ busySeconds: 0, waits: [] })
    await members(transport)
    const { busySeconds = 0, waits = [] } = transport.strain?.() ?? {}
    expect(busySeconds).toBeGreaterThan(0)
    const until = expect.stringMatching(/^\d{4}-.*Z$/)
    expect(waits).toEqual([{ reason: 'secondary', times: 1, seconds: expect.closeTo(61, 0), until }])
  })

  it('no other question leaves while one was told to wait', async () => {
    const fault = { kind: 'secondary', status: 429, retryAfter: 60 } as const
    const { transport } = await connect({ faults: strike(fault) })
    await members(transport)
    await Promise.all(Array.from({ length: 4 }, () => members(transport)))
    const { totals } = await github.audit()
    expect(totals).toMatchObject({ requests: 6, whileLimited: 0 })
  })

  it('a host that gives up again and again on a question finds it too big after four times, not after sixteen', async () => {
    const { transport } = await connect({ faults: strike({ kind: 'gateway-timeout' }, 99) })
    expect(await failure(members(transport))).toMatchObject({ kind: 'timeout' })
    expect((await github.audit()).totals.requests).toBe(4)
  })

  it('an attempt that takes too long is given up, and the next one has time of its own', async () => {
    const { transport, log } = await connect({
      attemptTimeoutMs: 200,
      faults: strike({ kind: 'slow', milliseconds: 800 }),
    })
    expect((await members(transport)).errors).toEqual([])
    expect(log).toEqual(['no answer in time: asking again in 1 s'])
  })

  it('data beside errors are data', async () => {
    const fault = { kind: 'partial', fields: ['User.login'], type: 'FORBIDDEN', share: 0.5 } as const
    const { transport } = await connect({ faults: strike(fault) })
    const { data, errors } = await members(transport)
    expect(errors.length).toBeGreaterThan(0)
    expect(JSON.stringify(data)).toContain('contributor-')
    expect(transport.spent()).toEqual({ requests: 1, points: 1 })
  })
})

describe('patience ends', () => {
  it('with the instant of the reset when a limit lasts longer than we wait', async () => {
    const { transport } = await connect({ limits: { graphql: 1 } })
    await members(transport)
    const refused = await failure(members(transport))
    expect(refused).toMatchObject({ kind: 'rate-limit' })
    expect((refused.retryAt ?? 0) - Date.now()).toBeGreaterThan(50 * 60_000)
    // The last answer said that nothing is left: the next question was never sent.
    expect((await github.audit()).totals.requests).toBe(1)
  })

  it('after six attempts', async () => {
    const { transport } = await connect({ faults: strike({ kind: 'reset' }, 99) })
    expect(await failure(members(transport))).toMatchObject({ kind: 'network' })
    expect(transport.spent().requests).toBe(6)
  })

  it('at once for a token that is refused, which no message shows', async () => {
    const { transport, log } = await connect({ token: 'a-token-that-nobody-knows' })
    const refused = await failure(members(transport))
    expect(refused).toMatchObject({ kind: 'unauthorized' })
    expect(JSON.stringify([refused.message, refused.stack, log, Object.values(refused)])).not.toContain('nobody-knows')
  })

  it('at once when the run is interrupted', async () => {
    const controller = new AbortController()
    const { transport } = await connect({ signal: controller.signal })
    controller.abort()
    expect(await failure(members(transport))).toMatchObject({ kind: 'interrupted' })
    expect(transport.spent().requests).toBe(0)
  })
})

describe('an answer', () => {
  const listing: RestCall<readonly { name: string }[]> = {
    operation: 'list',
    version: 1,
    subject: 'github.test/@maison-bleue',
    stream: 'list',
    position: '1',
    route: 'GET /orgs/{org}/repos',
    parameters: { org: 'maison-bleue', per_page: 100 },
  }

  it('that says a limit where files were asked for is waited for', async () => {
    const fault = { kind: 'secondary', status: 200, retryAfter: 60 } as const
    const { transport, slept } = await connect({ faults: { rules: [{ fault, path: '_codeload', times: 1 }] } })
    const repository = world.repositories[0]
    const asked = {
      ...{ server: 'github.test', hostId: '1', owner: 'maison-bleue', name: repository?.name ?? '' },
    } as KnownRepository
    const { data } = await transport.archive(tarballOf(asked, repository?.branches[0]?.oid ?? ''))
    expect(data.map(({ path }) => path)).toContain('README.md')
    expect(slept()).toBeGreaterThanOrEqual(60_000)
    expect((await github.audit()).totals.whileLimited).toBe(0)
  })

  it('carries the clock of the server', async () => {
    const { transport } = await connect()
    expect((await members(transport)).servedAt).toBe(world.now)
  })

  it('to an anonymous question shows what a stranger sees', async () => {
    const { transport } = await connect()
    const seen = (await transport.rest(listing)).data.map(({ name }) => name)
    const shown = (await transport.rest({ ...listing, anonymous: true })).data.map(({ name }) => name)
    expect(seen).toContain('odd-private')
    expect(shown).not.toContain('odd-private')
    expect((await github.audit()).requests.map(({ who }) => who)).toEqual(['contributor-002', 'anonymous'])
  })

  it('is scrubbed before anybody sees it', async () => {
    const { transport } = await connect()
    const { data } = await transport.rest<number>({ ...listing, scrub: (raw) => (raw as unknown[]).length })
    expect(data).toBeGreaterThan(2)
  })

  it('with files gives each its git id, and no bytes of what is no text', async () => {
    const { transport } = await connect({ faults: strike({ kind: 'truncated' }) })
    const nested = world.repositories.find(({ name }) => name === 'odd-nested')
    const head = nested?.branches[0]?.oid ?? ''
    const repository = {
      owner: 'maison-bleue',
      name: 'odd-nested',
      server: 'github.test',
      hostId: '1',
    } as KnownRepository
    const { data } = await transport.archive(tarballOf(repository, head))
    const paths = Object.fromEntries(data.map((file) => [file.path, file]))
    expect(paths['logo.png']?.content).toBeNull()
    expect(Buffer.from(paths['docs/readme.md']?.content ?? []).toString()).toBe('# Docs\n')
    expect(paths['run.sh']?.mode).toBe('100755')
    expect(paths.current).toMatchObject({ mode: '120000', content: null })
  })
})

describe('the name of a server', () => {
  beforeAll(async () => void (await connect()))
  it.each([
    ['https://api.github.com', 'github.com'],
    ['https://git.town.example/api/v3', 'git.town.example'],
    ['https://api.town.ghe.com', 'town.ghe.com'],
  ])('%s is %s', (url, name) => {
    expect(serverOf(url)).toBe(name)
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '#collectors/clock.ts'
import { type GithubOptions, githubTransport } from '#collectors/github/client.ts'
import { MEMBERS } from '#collectors/github/queries/members.ts'
import type { Transport } from '#collectors/transport.ts'
import type { SourceFailure } from '#data/model/failures.ts'
import type { GitHubOptions } from '../github/options.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'

const LOGIN = 'maison-bleue'
const TOKENS = [
  { token: 'first-secret', login: 'contributor-001', memberOf: 'all' },
  { token: 'second-secret', login: 'contributor-002', memberOf: 'all' },
] as const
const CREDENTIALS = [
  { name: 'FIRST', token: 'first-secret' },
  { name: 'SECOND', token: 'second-secret' },
]
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const APP = { id: 4711, publicKey: PEM, installations: [{ id: 99, organisation: LOGIN }] }
const world = generateWorld({ repositories: 2, changeRequests: 2, issues: 2, commits: 4, people: 4 })

let github: RunningGitHub
afterEach(() => github.stop())

interface Connected {
  readonly transport: Transport
  readonly log: readonly string[]
  /** Moves the clocks of both sides. */
  readonly pass: (seconds: number) => Promise<void>
}

/** A client on the clock of its host: both move as far as the client sleeps. */
async function connect(
  options: Partial<GitHubOptions>,
  credentials: GithubOptions['credentials'] & object,
): Promise<Connected> {
  github = await startGitHub({ world, isFrozen: true, ...options })
  let now = Date.parse(world.now)
  const pass = async (seconds: number) => {
    now += seconds * 1000
    await github.clock({ advanceSeconds: seconds })
  }
  const clock: Clock = { now: () => now, sleep: (milliseconds) => pass(milliseconds / 1000) }
  const log: string[] = []
  const signal = new AbortController().signal
  const transport = githubTransport({
    apiUrl: github.url,
    credentials,
    signal,
    clock,
    log: (message) => log.push(message),
  })
  return { transport, log, pass }
}

function members(transport: Transport) {
  const { name, version, query } = MEMBERS
  const key = { operation: name, version, subject: `github.test/@${LOGIN}`, stream: 'members', position: '' }
  return transport.graphql({ ...key, query, variables: { org: LOGIN, pageSize: 100, cursor: null } })
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it answered'),
    (error: unknown) => error as SourceFailure,
  )

const asked = async () => (await github.audit()).requests.map(({ who, path }) => `${who} ${path}`)

describe('several tokens', () => {
  it('share the questions, and are waited for when none has quota left', async () => {
    const { transport, log } = await connect(
      { tokens: TOKENS, limits: { graphql: 3, windowSeconds: 600 } },
      CREDENTIALS,
    )
    for (let question = 0; question < 7; question += 1) expect((await members(transport)).errors).toEqual([])
    const { requests, totals } = await github.audit()
    expect(totals.whileLimited).toBe(0)
    expect(
      requests
        .slice(0, 6)
        .map(({ who }) => who)
        .toSorted(),
    ).toEqual([...Array(3).fill('contributor-001'), ...Array(3).fill('contributor-002')])
    expect(log).toEqual([
      expect.stringMatching(/^the hour's quota of (FIRST|SECOND) is used up: waiting until 08:10:0\dZ$/),
    ])
  })

  it('of which one is revoked in the middle go on with the other', async () => {
    const { transport, log } = await connect({ tokens: TOKENS }, CREDENTIALS)
    await members(transport)
    await github.faults({ rules: [{ fault: { kind: 'unauthorized' }, times: 1 }] })
    for (let question = 0; question < 3; question += 1) expect((await members(transport)).errors).toEqual([])
    expect(log).toEqual([expect.stringMatching(/^the token of (FIRST|SECOND) is refused .*going on without it$/)])
    expect(new Set((await github.audit()).requests.slice(2).map(({ who }) => who)).size).toBe(1)
  })

  it('that are all refused end the run by their names, never by themselves', async () => {
    const { transport, log } = await connect({ tokens: [] }, CREDENTIALS)
    const refused = await failure(members(transport))
    expect(refused).toMatchObject({ kind: 'unauthorized', message: expect.stringMatching(/token of (FIRST|SECOND)/) })
    const told = JSON.stringify([refused.message, refused.stack, Object.values(refused), log])
    expect(told).not.toMatch(/first-secret|second-secret/)
  })
})

describe('a GitHub App', () => {
  const given = { app: APP.id, privateKey, organisation: LOGIN }

  it('finds the installation of the organisation by itself, and makes one token for an hour', async () => {
    const { transport, pass } = await connect({ apps: [APP] }, [given])
    await members(transport)
    await pass(1_800)
    expect((await members(transport)).errors).toEqual([])
    expect(await asked()).toEqual([
      `app-4711 /orgs/${LOGIN}/installation`,
      'app-4711 /app/installations/99/access_tokens',
      'app-4711[bot] /graphql',
      'app-4711[bot] /graphql',
    ])
  })

  it('is taken at its word when it names the installation', async () => {
    const { transport } = await connect({ apps: [APP] }, [{ ...given, installation: 99 }])
    await members(transport)
    expect(await asked()).toEqual(['app-4711 /app/installations/99/access_tokens', 'app-4711[bot] /graphql'])
  })

  it('gets another token before the first one ends, so that no question is refused', async () => {
    const { transport, pass } = await connect({ apps: [APP] }, [given])
    for (let hour = 0; hour < 3; hour += 1) {
      expect((await members(transport)).errors).toEqual([])
      await pass(3_400)
    }
    const { requests } = await github.audit()
    expect(requests.filter(({ path }) => path.endsWith('/access_tokens'))).toHaveLength(3)
    expect(requests.filter(({ status }) => status === 401)).toEqual([])
  })

  it('gets another token when one is refused, once for all questions under way', async () => {
    const { transport } = await connect({ apps: [APP] }, [given])
    await members(transport)
    await github.revoke()
    const answers = await Promise.all([members(transport), members(transport)])
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    const made = (await github.audit()).requests.filter(({ path }) => path.endsWith('/access_tokens'))
    expect(made).toHaveLength(2)
  })

  it('whose new token is refused as well gives up, by its name', async () => {
    const { transport } = await connect({ apps: [APP] }, [given])
    await github.faults({ rules: [{ fault: { kind: 'unauthorized' }, path: 'graphql' }] })
    const refused = await failure(members(transport))
    expect(refused).toMatchObject({ kind: 'unauthorized', message: expect.stringContaining('app 4711') })
    expect((await asked()).filter((line) => line.endsWith('/graphql'))).toHaveLength(2)
  })

  it.each([
    [
      'with another key',
      { privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey },
      /key of app 4711/,
    ],
    [
      'that the organisation did not install',
      { organisation: 'atelier-nord' },
      /not installed on the organisation "atelier-nord"/,
    ],
    ['with an installation that is not its own', { installation: 7 }, /not installed as 7/],
  ])('%s is refused with the remedy, and nothing of the key', async (_which, more, message) => {
    const { transport, log } = await connect({ apps: [APP] }, [{ ...given, ...more }])
    const refused = await failure(members(transport))
    expect(refused).toMatchObject({ kind: 'unauthorized', message: expect.stringMatching(message) })
    expect(JSON.stringify([refused.message, refused.stack, log])).not.toMatch(/PRIVATE KEY|eyJ/)
  })

  it('on a machine whose clock is wrong is told to look at it', async () => {
    const { transport } = await connect({ apps: [APP] }, [given])
    await github.clock({ advanceSeconds: -3_600 })
    expect(await failure(members(transport))).toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining("this machine's clock"),
    })
  })
})

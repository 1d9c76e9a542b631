import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, present } from './client.ts'
import type { Fault } from './faults.ts'
import { queries } from './queries.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'

let github: RunningGitHub
beforeAll(async () => {
  github = await startGitHub({ world: generateWorld(), isFrozen: true })
})
afterAll(() => github.stop())

const repository = () => present(github.world.repositories[0])
const pulls = () => ask(github, queries.pullsFinal, { id: repository().id, pageSize: 49, dir: 'ASC', withFiles: true })

/** The next request fails so, the one after it does not. */
async function next(fault: Fault) {
  await github.reset()
  await github.faults({ rules: [{ fault, times: 1 }] })
}

describe('a fault strikes one attempt', () => {
  it.each([
    [{ kind: 'bad-gateway' }, 502, /couldn't respond/],
    [{ kind: 'gateway-timeout' }, 504, /couldn't respond/],
    [{ kind: 'html' }, 502, /^<html>/],
    [{ kind: 'unauthorized' }, 401, /Bad credentials/],
    [{ kind: 'rate-limited' }, 200, /"type":"RATE_LIMITED"/],
    [{ kind: 'rate-limit' }, 200, /"type":"RATE_LIMIT"/],
    [{ kind: 'secondary', status: 429, retryAfter: null }, 429, /secondary rate limit/],
    [{ kind: 'something-went-wrong' }, 200, /Something went wrong while executing your query/],
  ] as const)('%o answers %i, and the next one is good', async (fault, status, text) => {
    await next(fault)
    const struck = await pulls()
    expect(struck.status).toBe(status)
    expect(struck.text).toMatch(text)
    expect((await pulls()).errors).toEqual([])
    expect((await github.audit()).requests.map((r) => r.fault)).toEqual([fault.kind, null])
  })

  it('that of the primary limit says so in the headers', async () => {
    await next({ kind: 'rate-limited', resetAfter: 120 })
    const { headers } = await pulls()
    expect(headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(headers.get('x-ratelimit-reset')) - Date.parse(github.world.now) / 1000).toBe(120)
  })

  it.each(['reset', 'truncated'] as const)('%s breaks the connection', async (kind) => {
    await next({ kind })
    await expect(pulls()).rejects.toThrow()
    expect((await pulls()).errors).toEqual([])
  })

  it('may cut the JSON short under a length that is right', async () => {
    await next({ kind: 'truncated-json' })
    await expect(pulls()).rejects.toThrow(SyntaxError)
  })

  it('may hide some nodes: null and NOT_FOUND', async () => {
    await next({ kind: 'null-nodes', share: 0.5 })
    const ids = github.world.repositories.map((r) => r.id)
    const struck = await ask<{ nodes: unknown[] }>(github, queries.probe, { ids })
    const gone = struck.data.nodes.filter((n) => n === null).length
    expect(gone).toBeGreaterThan(0)
    expect(gone).toBeLessThan(ids.length)
    expect(struck.errors).toHaveLength(gone)
    expect(struck.errors.every((e) => e.type === 'NOT_FOUND')).toBe(true)
  })

  it('may answer only in part: null fields, each with an error and its path', async () => {
    await next({ kind: 'partial', share: 0.3 })
    const { status, errors, data } = await pulls()
    expect(status).toBe(200)
    expect(data).toHaveProperty('node.pullRequests')
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.every((e) => e.type === 'RESOURCE_LIMITS_EXCEEDED' && (e.path ?? []).length > 0)).toBe(true)
  })
})

describe('a plan', () => {
  it('may name an operation, an attempt and a path', async () => {
    await github.reset()
    await github.faults({
      rules: [{ fault: { kind: 'bad-gateway' }, operation: 'PullsFinal', path: '^/graphql', attempts: [1, 2] }],
    })
    expect((await ask(github, '{ viewer { login } }')).status).toBe(200)
    expect([(await pulls()).status, (await pulls()).status, (await pulls()).status]).toEqual([502, 502, 200])
  })

  it('strikes a seeded share of requests, the same ones each time', async () => {
    const run = async (seed: number) => {
      await github.reset()
      await github.faults({ seed, rules: [{ fault: { kind: 'bad-gateway' }, rate: 0.1 }] })
      for (let i = 0; i < 200; i++) await ask(github, '{ viewer { login } }')
      const { requests } = await github.audit()
      return requests.filter((r) => r.fault !== null).map((r) => r.number)
    }
    const struck = await run(1)
    expect(struck.length).toBeGreaterThan(8)
    expect(struck.length).toBeLessThan(40)
    expect(await run(1)).toEqual(struck)
    expect(await run(2)).not.toEqual(struck)
  })
})

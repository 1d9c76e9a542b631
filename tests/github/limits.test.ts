import { afterEach, describe, expect, it } from 'vitest'
import { ask, get } from './client.ts'
import type { GitHubOptions } from './options.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'

let github: RunningGitHub
afterEach(() => github.stop())

const start = async (options: Omit<GitHubOptions, 'world'>) => {
  github = await startGitHub({ world: generateWorld({ oddCases: false }), isFrozen: true, ...options })
}
const query = '{ viewer { login } rateLimit { remaining resetAt } }'

describe('the primary limit', () => {
  it('lets the last point through as good data, then answers 200 and RATE_LIMITED until the window ends', async () => {
    await start({ limits: { graphql: 2 } })
    await ask(github, query)
    const last = await ask(github, query)
    expect(last.errors).toEqual([])
    expect(last.headers.get('x-ratelimit-remaining')).toBe('0')

    const refused = await ask(github, query)
    expect(refused.status).toBe(200)
    expect(refused.data).toBeUndefined()
    expect(refused.errors[0]).toMatchObject({ type: 'RATE_LIMITED' })

    await github.clock({ advanceSeconds: 3601 })
    expect((await ask(github, query)).errors).toEqual([])
  })

  it('may be told in the newer form', async () => {
    await start({ limits: { graphql: 0, form: 'RATE_LIMIT' } })
    expect((await ask(github, query)).errors[0]).toMatchObject({ type: 'RATE_LIMIT', code: 'graphql_rate_limit' })
  })

  it('is another one for REST, and a small one without a token', async () => {
    await start({ limits: { graphql: 0, anonymous: 1 } })
    expect((await get(github, '/orgs/maison-bleue')).status).toBe(200)
    expect((await get(github, '/orgs/maison-bleue')).status).toBe(403)
    expect((await get(github, '/orgs/maison-bleue', { token: 'admin-token' })).status).toBe(200)
    expect((await get(github, '/rate_limit')).data).toMatchObject({ resources: { core: { remaining: 0 } } })
  })

  it('is off on an Enterprise Server: no headers, rateLimit null, /rate_limit 404', async () => {
    await start({ limits: { isEnabled: false } })
    const { data, headers } = await ask(github, query, {}, { path: '/api/graphql' })
    expect(data).toMatchObject({ rateLimit: null })
    expect(headers.get('x-ratelimit-limit')).toBeNull()
    expect((await get(github, '/api/v3/rate_limit')).status).toBe(404)
  })
})

describe('the audit', () => {
  it('tells which requests were sent while the caller should have waited', async () => {
    await start({ faults: { rules: [{ fault: { kind: 'secondary', retryAfter: 30 }, requests: [1] }] } })
    const limited = await ask(github, query)
    expect(limited.status).toBe(403)
    expect(limited.headers.get('retry-after')).toBe('30')
    await ask(github, query)
    await github.clock({ advanceSeconds: 30 })
    await ask(github, query)
    const { requests, totals } = await github.audit()
    expect(requests.map((r) => r.isWhileLimited)).toEqual([false, true, false])
    expect(totals).toMatchObject({ requests: 3, faults: 1, points: 2, whileLimited: 1 })
  })

  it('holds REST not against a caller who has spent only its GraphQL points', async () => {
    await start({ limits: { graphql: 0 } })
    await ask(github, query)
    await ask(github, query)
    await get(github, '/orgs/maison-bleue', { token: 'admin-token' })
    expect((await github.audit()).requests.map((r) => r.isWhileLimited)).toEqual([false, true, false])
  })
})

describe('the secondary limit', () => {
  it.each([
    { status: 403, retryAfter: 60 },
    { status: 429, retryAfter: null },
    { status: 200, retryAfter: 10 },
  ] as const)('answers $status with Retry-After $retryAfter to too many requests in a minute', async (secondary) => {
    await start({ limits: { requestsPerMinute: 1, secondary } })
    await ask(github, query)
    const { status, headers, text } = await ask(github, query)
    expect(status).toBe(secondary.status)
    expect(headers.get('retry-after')).toBe(secondary.retryAfter === null ? null : String(secondary.retryAfter))
    expect(text).toContain('secondary rate limit')
    await github.clock({ advanceSeconds: 61 })
    expect((await ask(github, query)).errors).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverageByRepository } from '#data/queries/coverage-by-repository.ts'
import type { RowOf } from '#data/queries/query.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { type CollectOptions, collectOrganisation, withStore } from './github-scene.ts'

const LATE = '2026-06-01T00:00:00Z'
const EARLIER = '2025-06-01T00:00:00Z'
const STREAMS = ['change-requests', 'issues', 'commits']

let github: RunningGitHub
beforeAll(async () => {
  const world = generateWorld({
    seed: 5,
    repositories: 5,
    changeRequests: 200,
    issues: 120,
    commits: 300,
    oddCases: false,
  })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 1e6, rest: 1e6, anonymous: 1e6 } })
})
afterAll(() => github.stop())

const OLDEST = defineQuery({
  id: 'test/oldest',
  title: 'test',
  params: {},
  row: { issues: 'text?', commits: 'text?', stored: 'integer' },
  sql: `SELECT (SELECT MIN(updated_at) FROM issue) AS issues, (SELECT MIN(committed_at) FROM repository_commit) AS commits,
    (SELECT COUNT(*) FROM change_request) AS stored`,
})

async function collect(store: Store, more: Partial<CollectOptions> = {}) {
  await github.clock({ advanceSeconds: 3600 })
  return collectOrganisation({ url: github.url, login: 'maison-bleue', store, ...more })
}

async function streams(store: Store): Promise<readonly RowOf<typeof coverageByRepository>[]> {
  return (await store.ask(coverageByRepository, {})).filter(({ stream }) => STREAMS.includes(stream))
}

describe('a first collection since a day', () => {
  it('asks for nothing older, and nothing of it passes for whole', async () => {
    await withStore(async (store) => {
      await collect(store, { since: LATE })
      const [oldest] = await store.ask(OLDEST, {})
      expect((oldest?.issues ?? LATE) >= LATE && (oldest?.commits ?? LATE) >= LATE).toBe(true)
      for (const row of await streams(store))
        if (row.asked !== 0) expect(row).toMatchObject({ status: 'partial', from_at: LATE })
    })
  })

  it('is gone on with by later runs for a handful of requests, still from that day on', async () => {
    await withStore(async (store) => {
      await collect(store, { since: LATE })
      const before = await store.contentHash()
      const runs = await collect(store)
      expect(runs.reduce((sum, { requests }) => sum + requests, 0)).toBeLessThanOrEqual(6)
      expect(await store.contentHash()).toBe(before)
      expect((await streams(store)).some(({ from_at }) => from_at === LATE)).toBe(true)
    })
  })

  it('is extended by an earlier day, and made whole by --full', async () => {
    const whole = await withStore(async (store) => {
      await collect(store)
      return store.contentHash()
    })
    await withStore(async (store) => {
      await collect(store, { since: LATE })
      const [few] = await store.ask(OLDEST, {})
      await collect(store, { since: EARLIER })
      const [more] = await store.ask(OLDEST, {})
      expect(more?.stored).toBeGreaterThan(few?.stored ?? 0)
      for (const row of await streams(store)) if (row.from_at !== null) expect(row.from_at).toBe(EARLIER)
      await collect(store, { full: true })
      for (const row of await streams(store)) expect(row).toMatchObject({ status: 'complete', from_at: null })
      expect(await store.contentHash()).toBe(whole)
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../github/faults.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { TENTH } from './github-faults.ts'
import { collectOrganisation, patientClock, withStore } from './github-scene.ts'

/** Whatever goes wrong on the way, by itself or with all the rest, the database says the same in the end. */

const LOGIN = 'maison-bleue'

let github: RunningGitHub
let clean: Awaited<ReturnType<typeof collected>>
beforeAll(async () => {
  const world = generateWorld({ seed: 12, repositories: 4, changeRequests: 90, issues: 40, commits: 120, people: 12 })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 50_000, rest: 50_000, anonymous: 5_000 } })
  clean = await collected([])
})
afterAll(() => github.stop())

/** Collects into a new database while these faults strike. */
async function collected(rules: typeof TENTH.rules) {
  await github.faults({ seed: 3, rules })
  await github.reset()
  return withStore(async (store) => {
    const clock = patientClock(async (ms) => void (await github.clock({ advanceSeconds: ms / 1000 })))
    const summaries = await collectOrganisation({ url: github.url, login: LOGIN, store, client: { clock } })
    const { totals } = await github.audit()
    return { hash: await store.contentHash(), totals, problems: summaries.flatMap(({ problems }) => problems) }
  })
}

/** A tenth of all answers; with 200 only GraphQL tells of a limit. */
const share = (fault: Fault) => {
  const isOfGraphql = fault.kind === 'secondary' && fault.status === 200
  return { fault, rate: 0.1, ...(isOfGraphql ? { path: 'graphql' } : {}) }
}
/** One of each kind that the host here can make, but for a token that is refused: that ends a run. */
const KINDS: readonly Fault[] = [
  ...TENTH.rules.map(({ fault }) => fault),
  { kind: 'secondary', status: 429, retryAfter: null },
  { kind: 'null-nodes', share: 1 },
]

describe('a collection of which every tenth answer goes wrong', () => {
  it.each(KINDS)('knows the same: %o', async (fault) => {
    const { hash, totals, problems } = await collected([share(fault)])
    expect(problems).toEqual(clean.problems)
    expect(totals.faults).toBeGreaterThan(0)
    expect(totals.whileLimited).toBe(0)
    expect(hash).toBe(clean.hash)
  })

  it('knows the same when the first answer to every question goes wrong', async () => {
    const fault = { kind: 'reset' } as const
    const { hash, problems } = await collected([{ fault, attempts: [1, 1] }])
    expect(problems).toEqual(clean.problems)
    expect(hash).toBe(clean.hash)
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GithubOptions, githubTransport } from '#collectors/github/client.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore, type Store } from '#data/store.ts'
import { rollupsAndAnew } from '../data/rollup-rows.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { addIssue } from '../github/world/build.ts'
import { generateWorld } from '../github/world/generate.ts'
import type { World } from '../github/world/model.ts'
import { presentHash } from './github-present.ts'
import { collectOrganisation, patientClock, SECRET, withStore } from './github-scene.ts'
import { own, STEPS } from './github-steps.ts'
import { differences, told, toldByWorld } from './github-told.ts'

/** One database follows a world that moves on; after each step it must say what a collection that begins then says. */

const LOGIN = 'maison-bleue'

let github: RunningGitHub
let folder: string
let following: Store
beforeAll(async () => {
  const world = generateWorld({
    seed: 'a moving world',
    organisations: 2,
    repositories: 8,
    changeRequests: 260,
    issues: 140,
    commits: 240,
    people: 20,
    oddCases: false,
  })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 100_000, rest: 100_000, anonymous: 10_000 } })
  folder = await mkdtemp(join(tmpdir(), 'parvis-changes-'))
  following = await openStore({ path: join(folder, 'following.sqlite'), mode: 'write', secret: SECRET })
})
afterAll(async () => {
  following.close()
  await github.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Collects on the clock of the host. */
async function collect(store: Store, transport?: Transport): Promise<readonly RunSummary[]> {
  const now = Date.parse(await github.clock())
  return collectOrganisation({
    url: github.url,
    login: LOGIN,
    store,
    client: { clock: { ...patientClock(), now: () => now } },
    ...(transport === undefined ? {} : { transport: () => transport }),
  })
}

function problems(summaries: readonly RunSummary[]) {
  return summaries.flatMap((run) => run.problems.map(({ kind, message }) => `${run.collector}: ${kind}: ${message}`))
}

const now = async () => (await github.clock()).replace(/\.\d+Z$/, 'Z')

/**
 * That the database that followed says what the world holds, and all that a database of today says; and that its
 * rollups, of which each step made few stale, are what they are when all are worked out from nothing.
 */
async function expectSameAsFull(): Promise<void> {
  const followed = await told(following)
  expect(differences(toldByWorld(github.world, LOGIN), followed)).toEqual([])
  await withStore(async (fresh, path) => {
    expect(problems(await collect(fresh))).toEqual([])
    expect(differences(await told(fresh), followed)).toEqual([])
    await fresh.backup(`${path}.copy`)
    await following.backup(join(folder, 'copy.sqlite'))
    expect(await presentHash(join(folder, 'copy.sqlite'))).toBe(await presentHash(`${path}.copy`))
  })
  const { kept, anew } = await rollupsAndAnew(following, { copy: join(folder, 'anew.sqlite') })
  expect(kept.rollup_due).toEqual([])
  expect(kept).toEqual(anew)
}

describe('a database that follows its organisation', () => {
  it('begins by knowing all of it', async () => {
    expect(problems(await collect(following))).toEqual([])
    await expectSameAsFull()
  })

  it.each(STEPS)('knows the same as one of today after this: $name', async ({ change, after = 0 }) => {
    if (after > 0) await github.clock({ advanceSeconds: after })
    const instant = await now()
    github.change((world) => change(world, instant))
    expect(problems(await collect(following))).toEqual([])
    await expectSameAsFull()
  })

  it('has nothing to write when nothing happened', async () => {
    const summaries = await collect(following)
    expect(summaries.map(({ collector, written }) => [collector, written])).toEqual(
      summaries.map(({ collector }) => [collector, 0]),
    )
  })
})

describe('a world that moves while it is collected', () => {
  /** The live way, with a change of the world before each of its questions. */
  function restless(change: (world: World, question: number, instant: string) => void): Transport {
    const options: GithubOptions = {
      apiUrl: github.url,
      credentials: [{ name: 'TOKEN', token: 'member-token' }],
      signal: new AbortController().signal,
      clock: patientClock(),
    }
    const live = githubTransport(options)
    let question = 0
    const moved = async () => {
      question += 1
      await github.clock({ advanceSeconds: 1 })
      const instant = await now()
      github.change((world) => change(world, question, instant))
      return live
    }
    return {
      graphql: async (call) => (await moved()).graphql(call),
      rest: async (call) => (await moved()).rest(call),
      archive: async (call) => (await moved()).archive(call),
      spent: () => live.spent(),
    }
  }

  const change = (world: World, question: number, instant: string) => {
    const repository = own(world, 0)
    const touch = <Item extends { updatedAt: string; labels: string[] }>(items: readonly Item[]) => {
      const item = items[(question * 7) % items.length]
      if (item !== undefined) Object.assign(item, { labels: [`touched-${question}`], updatedAt: instant })
    }
    touch(repository.changeRequests)
    touch(repository.issues)
    if (question % 3 === 0) repository.changeRequests.splice((question * 5) % repository.changeRequests.length, 1)
    if (question % 3 === 1) addIssue(world, repository, { author: null, createdAt: instant })
    if (question % 4 === 2) repository.issues.splice((question * 3) % repository.issues.length, 1)
  }

  it.each([false, true])('is known when it comes to rest (from the beginning: %s)', async (isFirst) => {
    if (isFirst) {
      following.close()
      following = await openStore({ path: join(folder, 'second.sqlite'), mode: 'write', secret: SECRET })
    }
    await github.clock({ advanceSeconds: 86_400 })
    await collect(following, restless(change))
    await github.clock({ advanceSeconds: 600 })
    expect(problems(await collect(following))).toEqual([])
    await expectSameAsFull()
  })
})

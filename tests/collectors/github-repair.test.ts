import { afterEach, describe, expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import type { Store } from '#data/store.ts'
import type { Fault } from '../github/faults.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { collectOrganisation, withStore } from './github-scene.ts'
import { column, differences, told, toldByWorld } from './github-told.ts'

const LOGIN = 'maison-bleue'
const DOWN = 'SERVICE_UNAVAILABLE'

let github: RunningGitHub
afterEach(() => github.stop())

async function start(commits = 90): Promise<void> {
  const world = generateWorld({ seed: 9, repositories: 4, changeRequests: 90, issues: 40, commits })
  github = await startGitHub({ world, limits: { graphql: 50_000, rest: 50_000, anonymous: 1_000 } })
}

function collect(store: Store, more: Partial<Parameters<typeof collectOrganisation>[0]> = {}) {
  return collectOrganisation({ url: github.url, login: LOGIN, token: 'admin-token', store, ...more })
}

function kinds(summaries: readonly RunSummary[]) {
  return new Set(summaries.flatMap((run) => run.problems.map(({ kind }) => kind)))
}

const missed = async (store: Store) => differences(toldByWorld(github.world, LOGIN), await told(store))

/** Fields of rows, of lists inside rows, and of the rows of those. */
const FIELDS = [
  ...['PullRequest.author', 'PullRequest.files', 'PullRequest.labels', 'PullRequestChangedFile.path', 'Label.name'],
  ...[
    'Issue.author',
    'Issue.comments',
    'IssueComment.createdAt',
    'Commit.author',
    'Commit.authoredDate',
    'GitActor.user',
  ],
  ...['Repository.languages', 'Repository.pushedAt', 'Repository.defaultBranchRef', 'Ref.target', 'Topic.name'],
  ...['Repository.licenseInfo', 'Release.createdAt', 'Repository.refs', 'Language.name', 'Repository.releases'],
  ...['Release.tagName', 'Repository.watchers', 'Ref.rules', 'RepositoryRule.type', 'Repository.codeOfConduct'],
]
const LASTING: readonly Fault[] = [
  { kind: 'null-nodes', share: 0.5 },
  { kind: 'null-nodes', share: 1 },
  { kind: 'partial', type: DOWN, share: 0.05, fields: FIELDS },
  { kind: 'partial', type: DOWN, share: 0.7, fields: FIELDS },
  { kind: 'partial', type: 'NEVER_HEARD_OF', share: 0.2, fields: FIELDS },
]

describe('a host of which parts are down for the whole of a run', () => {
  it.each(LASTING)('leaves gaps, and the next run fills them: %o', async (fault) => {
    await start()
    await withStore(async (store) => {
      await github.faults({ rules: [{ fault, path: 'graphql' }] })
      expect(kinds(await collect(store))).not.toContain('gone')
      await github.faults({ rules: [] })
      const second = await collect(store)
      expect(kinds(second)).toEqual(new Set())
      expect(new Set(second.map(({ status }) => status))).toEqual(new Set(['complete']))
      expect(await missed(store)).toEqual([])
      expect(await column(store, `SELECT subject || ' ' || kind AS value FROM gap`)).toEqual([])
    })
  })

  it.each(LASTING)('makes nobody forget what was known: %o', async (fault) => {
    await start()
    await withStore(async (store) => {
      await collect(store)
      const hash = await store.contentHash()
      await github.faults({ rules: [{ fault, path: 'graphql' }] })
      await collect(store, { full: true })
      expect(await missed(store)).toEqual([])
      expect(await store.contentHash()).toBe(hash)
    })
  })

  it('hides no row that moved meanwhile: the next run reads it', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store)
      await github.clock({ advanceSeconds: 86_400 })
      const now = (await github.clock()).replace(/\.\d+Z$/, 'Z')
      const one = github.world.repositories[0]
      const item = {
        repository: `${LOGIN}/${one?.name}`,
        set: { state: 'CLOSED' as const, closedAt: now, updatedAt: now },
      }
      await github.edit([
        { edit: 'update-item', ...item, kind: 'change-request', number: one?.changeRequests[1]?.number ?? 0 },
        { edit: 'update-item', ...item, kind: 'issue', number: one?.issues[1]?.number ?? 0 },
      ])
      const fields = ['PullRequest.labels', 'Issue.labels']
      await github.faults({ rules: [{ fault: { kind: 'partial', type: DOWN, share: 1, fields } }] })
      const faulty = await collect(store)
      expect(faulty.map(({ status }) => status).filter((status) => status === 'partial')).toHaveLength(2)
      await github.faults({ rules: [] })
      await collect(store)
      expect(await missed(store)).toEqual([])
    })
  })
})

describe('asking again', () => {
  const asked = async (operation: string) =>
    (await github.audit()).requests.filter((request) => request.operation === operation)

  it('is about the ids that were missed alone', async () => {
    await start()
    await withStore(async (store) => {
      // A list that was acted upon tells nothing new the second time.
      await collect(store, { only: ['github/repositories', 'github/change-requests'] })
      await github.reset()
      await github.faults({
        rules: [{ fault: { kind: 'null-nodes', share: 0.4 }, operation: 'ChangeRequestProbe', times: 1 }],
      })
      expect(kinds(await collect(store, { only: ['github/change-requests'] }))).toEqual(new Set())
      const [first, second, ...more] = (await asked('ChangeRequestProbe')).map(
        ({ variables }) => (variables as { ids: readonly string[] }).ids.length,
      )
      expect(more).toEqual([])
      expect(second).toBeGreaterThan(0)
      expect(second).toBeLessThan(first ?? 0)
    })
  })

  it('ends, and stops being tried where it is of no use', async () => {
    await start(2_000)
    const fault = { kind: 'partial', type: DOWN, share: 1, fields: ['Commit.committedDate'] } as const
    await withStore(async (store) => {
      await collect(store, { only: ['github/repositories'] })
      await github.reset()
      await github.faults({ rules: [{ fault, operation: 'Commits' }] })
      const [run] = await collect(store, { only: ['github/commits'] })
      expect(run).toMatchObject({ status: 'partial', written: 0 })
      // The first call is made four times, every other one once.
      const calls = (await asked('Commits')).map(({ attempt }) => attempt)
      expect(calls.slice(0, 4)).toEqual([1, 2, 3, 4])
      expect(calls.length).toBeGreaterThan(8)
      expect(new Set(calls.slice(4))).toEqual(new Set([1]))
    })
  })

  it('is not done where the answer is no', async () => {
    await start()
    const fault = { kind: 'partial', type: 'FORBIDDEN', share: 1, fields: ['Repository.languages'] } as const
    await github.faults({ rules: [{ fault }] })
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'] })
      expect(kinds(run === undefined ? [] : [run])).toEqual(new Set(['forbidden']))
      expect(await asked('RepositoryDetails')).toHaveLength(1)
    })
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import type { Store } from '#data/store.ts'
import type { GitHubOptions } from '../github/options.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { TENTH } from './github-faults.ts'
import { collectOrganisation, outcomes, patientClock, withStore } from './github-scene.ts'
import { column, differences, told, toldByWorld } from './github-told.ts'

const LOGIN = 'maison-bleue'
const COMPLETE = {
  'github/repositories': 'complete',
  'github/governance': 'complete',
  'github/members': 'complete',
  'github/change-requests': 'complete',
  'github/issues': 'complete',
  'github/commits': 'complete',
  'github/contents': 'complete',
}

let github: RunningGitHub
afterEach(() => github.stop())

async function start(options: Partial<GitHubOptions> = {}): Promise<void> {
  const world = generateWorld({ seed: 3, changeRequests: 260, issues: 90, commits: 220 })
  github = await startGitHub({ world, limits: { graphql: 50_000, rest: 50_000 }, ...options })
}

function collect(store: Store, more: Partial<Parameters<typeof collectOrganisation>[0]> = {}) {
  return collectOrganisation({ url: github.url, login: LOGIN, store, ...more })
}

/** Of one odd repository, the rules are for its administrators alone. */
const WITHHELD = /^github\/governance: forbidden: field:rulesets/

function problems(summaries: readonly RunSummary[]) {
  return summaries
    .flatMap((run) => run.problems.map(({ kind, message }) => `${run.collector}: ${kind}: ${message}`))
    .filter((problem) => !WITHHELD.test(problem))
}

/** What the world holds. */
const expected = () => toldByWorld(github.world, LOGIN)

describe('a collection', () => {
  it('knows all that the world holds, and costs next to nothing the second time', async () => {
    await start()
    await withStore(async (store) => {
      const first = await collect(store)
      expect(problems(first)).toEqual([])
      expect(outcomes(first)).toEqual(COMPLETE)
      expect(differences(expected(), await told(store))).toEqual([])
      const hash = await store.contentHash()
      await github.reset()
      const second = await collect(store)
      expect(outcomes(second)).toEqual(COMPLETE)
      expect(second.map(({ written }) => written)).toEqual([0, 0, 0, 0, 0, 0, 0])
      expect(await store.contentHash()).toBe(hash)
      expect((await github.audit()).totals.requests).toBeLessThanOrEqual(12)
    })
  })

  it('is the same when a tenth of the answers go wrong, in every way', async () => {
    await start({ isFrozen: true, limits: { graphql: 50_000, rest: 50_000, anonymous: 1_000 } })
    const hash = await withStore(async (store) => {
      await collect(store)
      return store.contentHash()
    })
    await github.reset()
    await github.faults(TENTH)
    await withStore(async (store) => {
      const clock = patientClock(
        async (milliseconds) => void (await github.clock({ advanceSeconds: milliseconds / 1000 })),
      )
      const summaries = await collect(store, { client: { clock } })
      expect(problems(summaries)).toEqual([])
      const { totals } = await github.audit()
      expect(totals.faults / totals.requests).toBeGreaterThan(0.07)
      expect(totals.whileLimited).toBe(0)
      expect(differences(expected(), await told(store))).toEqual([])
      expect(await store.contentHash()).toBe(hash)
    })
  })

  it('of a world that moved reads what moved, and finds what is gone', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store)
      await github.clock({ advanceSeconds: 86_400 })
      const now = (await github.clock()).replace(/\.\d+Z$/, 'Z')
      const name = (index: number) => `${LOGIN}/${github.world.repositories[index]?.name}`
      const number = github.world.repositories[0]?.changeRequests[2]?.number ?? 0
      await github.edit([
        {
          edit: 'update-item',
          repository: name(0),
          kind: 'change-request',
          number,
          set: { state: 'CLOSED', closedAt: now, updatedAt: now },
        },
        {
          edit: 'delete-item',
          repository: `${LOGIN}/odd-ties`,
          kind: 'issue',
          number: github.world.repositories.find((r) => r.name === 'odd-ties')?.issues[0]?.number ?? 0,
        },
        { edit: 'add-issue', repository: name(1), item: { author: null, createdAt: now, updatedAt: now } },
        { edit: 'delete-repository', repository: `${LOGIN}/odd-archived` },
        { edit: 'rename', repository: name(2), name: 'another-name' },
        { edit: 'commit', repository: name(0), files: { 'NEW.md': '# New\n' }, author: 'contributor-001', at: now },
        { edit: 'remove-member', organisation: LOGIN, login: 'contributor-004' },
        { edit: 'update', repository: name(0), set: { pushedAt: now } },
      ])
      await github.reset()
      const summaries = await collect(store)
      expect(problems(summaries)).toEqual([])
      // Rows of a repository that is gone stay, under its mark.
      expect((await told(store)).trees.filter((row) => row.includes('odd-archived'))).toEqual([])
      expect(differences(expected(), await told(store))).toEqual([])
      expect((await github.audit()).totals.requests).toBeLessThanOrEqual(40)
    })
  })

  it('of a history that was rewritten forgets what no branch reaches', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store)
      const repository = github.world.repositories[0]
      const full = `${LOGIN}/${repository?.name}`
      const older = repository?.commits.at(-4)?.oid ?? ''
      await github.clock({ advanceSeconds: 3_600 })
      const at = (await github.clock()).replace(/\.\d+Z$/, 'Z')
      await github.edit([
        { edit: 'reset-branch', repository: full, branch: repository?.defaultBranch ?? '', oid: older },
        { edit: 'commit', repository: full, files: { 'X.md': 'x\n' }, author: 'contributor-001', at },
        { edit: 'update', repository: full, set: { pushedAt: at } },
      ])
      expect(problems(await collect(store))).toEqual([])
      expect((await told(store)).commits).toEqual(expected().commits)
    })
  })
})

describe('a page that is too big', () => {
  it('is asked for in halves, which grow again slowly', async () => {
    await start()
    const fault = { kind: 'partial', fields: ['PullRequest.files'], share: 0.5 } as const
    await github.faults({ rules: [{ fault, operation: 'ChangeRequests', times: 2 }] })
    await withStore(async (store) => {
      const summaries = await collect(store, { only: ['github/repositories', 'github/change-requests'] })
      expect(problems(summaries)).toEqual([])
      expect((await told(store)).changeRequests).toEqual(expected().changeRequests)
      const { requests } = await github.audit()
      const sizes = requests
        .filter(({ operation }) => operation === 'ChangeRequests')
        .map(({ variables }) => variables as Record<string, unknown>)
      const longest = sizes[0]?.id0
      const pages = sizes.flatMap((one) =>
        Object.keys(one)
          .filter((name) => name.startsWith('id') && one[name] === longest)
          .map((name) => one[name.replace('id', 'first')]),
      )
      expect(pages.slice(0, 7)).toEqual([49, 24, 12, 12, 12, 15, 15])
    })
  })

  it('that no half of can be read keeps the rest, and says which rows lack what', async () => {
    await start()
    const fault = { kind: 'partial', fields: ['PullRequest.files'], share: 1 } as const
    await github.faults({ rules: [{ fault, operation: 'ChangeRequests' }] })
    await withStore(async (store) => {
      const [, run] = await collect(store, { only: ['github/repositories', 'github/change-requests'] })
      expect(run?.status).toBe('complete')
      expect(new Set(run?.problems.map(({ kind }) => kind))).toEqual(new Set(['resource-limit']))
      expect((await told(store)).changeRequests).toHaveLength(expected().changeRequests.length)
    })
  })
})

describe('what cannot be read is a gap and no zero', () => {
  const forbidden = (...fields: string[]) => ({
    tokens: [{ token: 'member-token', login: 'contributor-002', memberOf: 'all' as const, forbidden: fields }],
  })

  it('for a field of a repository', async () => {
    await start(forbidden('Repository.languages', 'Repository.licenseInfo'))
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'] })
      expect(run?.status).toBe('complete')
      expect(
        run?.problems.some(({ kind, message }) => kind === 'forbidden' && message.startsWith('field:languages')),
      ).toBe(true)
      expect(await column(store, 'SELECT COUNT(*) AS value FROM repository_language')).toEqual([0])
      expect(await column(store, `SELECT COUNT(*) AS value FROM gap WHERE kind = 'field:languages'`)).toEqual([
        github.world.repositories.length,
      ])
    })
  })

  it('for the members that an outsider may not list', async () => {
    await start()
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/members'], token: 'outsider-token' })
      expect(run).toMatchObject({ status: 'partial', read: 0 })
      expect(run?.problems[0]?.kind).toBe('forbidden')
    })
  })

  it('for one repository among others, which are read', async () => {
    await start(forbidden(`${LOGIN}/odd-ties:Repository.issues`))
    await withStore(async (store) => {
      const summaries = await collect(store, { only: ['github/repositories', 'github/issues'] })
      expect(summaries[1]).toMatchObject({ status: 'partial' })
      expect(problems(summaries)).toEqual([expect.stringContaining('github/issues: forbidden: issues:')])
      expect(summaries[1]?.read).toBeGreaterThan(80)
    })
  })
})

describe('a run that is cut short keeps what was saved, and says so', () => {
  it('when its token is revoked in the middle, by the name of the token', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { only: ['github/repositories'] })
      const fault = { kind: 'unauthorized' } as const
      await github.faults({ rules: [{ fault, operation: 'ChangeRequests', between: [4, 99_999] }] })
      await github.reset()
      const [run] = await collect(store, { only: ['github/change-requests'] })
      expect(run).toMatchObject({ status: 'partial' })
      expect(run?.problems.at(-1)).toMatchObject({
        kind: 'unauthorized',
        message: expect.stringMatching(/refuses the token of TOKEN .*revoked/),
      })
      await github.faults({ rules: [] })
      const [next] = await collect(store, { only: ['github/change-requests'] })
      expect(next?.status).toBe('complete')
      expect((await told(store)).changeRequests).toEqual(expected().changeRequests)
    })
  })

  it('when the quota is used up for longer than it waits, with the time to come back', async () => {
    await start({ limits: { graphql: 8, rest: 50_000 } })
    await withStore(async (store) => {
      const summaries = await collect(store)
      const cut = summaries.filter(({ status }) => status === 'partial')
      expect(cut.length).toBeGreaterThan(0)
      for (const { problems: met } of cut)
        expect(met.at(-1)).toMatchObject({
          kind: 'rate-limit',
          message: expect.stringMatching(/come back in \d+ min \(not before \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\)/),
        })
      expect((await github.audit()).totals.whileLimited).toBe(0)
    })
  })
})

describe('an organisation', () => {
  it('that nobody knows fails with a sentence', async () => {
    await start()
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'], login: 'no-such-town' })
      expect(run).toMatchObject({ status: 'failed', read: 0 })
      expect(run?.problems.at(-1)?.message).toContain('no organisation "no-such-town"')
    })
  })

  it.each([
    ['saml', /"maison-bleue" lets nobody in without single sign-on/],
    ['ip-allow-list', /"maison-bleue" lets in the addresses on its IP allow list only/],
  ] as const)('behind a wall (%s) says so by name, without the address of the door', async (wall, message) => {
    await start({ tokens: [{ token: 'member-token', login: 'contributor-002', memberOf: 'all' }] })
    github.change((world) => {
      for (const one of world.organisations) one.wall = wall
    })
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'] })
      expect(run).toMatchObject({
        status: 'failed',
        problems: [{ kind: 'forbidden', message: expect.stringMatching(message) }],
      })
      expect(JSON.stringify(run)).not.toMatch(/https?:/)
    })
  })

  it('of a server that counts nothing is collected all the same', async () => {
    await start({ limits: { isEnabled: false } })
    await withStore(async (store) => {
      const summaries = await collect(store, { url: `${github.url}/api/v3` })
      expect(outcomes(summaries)).toEqual(COMPLETE)
      expect(differences(expected(), await told(store))).toEqual([])
    })
  })

  it('that was never listed skips what walks the list', async () => {
    await start()
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/issues'] })
      expect(run).toMatchObject({ status: 'skipped', problems: [{ kind: 'need-absent' }] })
    })
  })

  it('shows which of its repositories anybody may read', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { only: ['github/repositories'] })
      const sql = (value: string) => `SELECT name AS value FROM repository WHERE readability = '${value}' ORDER BY name`
      expect(await column(store, sql('restricted'))).toContain('odd-private')
      expect(await column(store, sql('anonymous'))).not.toContain('odd-private')
      expect(await column(store, `SELECT name AS value FROM repository WHERE readability IS NULL`)).toEqual([])
    })
  })
})

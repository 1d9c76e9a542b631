import { afterEach, describe, expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import type { FaultPlan } from '../github/faults.ts'
import type { GitHubOptions } from '../github/options.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { expectedMembers, expectedRepositories } from '../github/world/oracle.ts'
import { collectOrganisation, outcomes, withStore } from './github-scene.ts'

const LOGIN = 'maison-bleue'
const COMPLETE = {
  'github/repositories': 'complete',
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

function problems(summaries: readonly RunSummary[]) {
  return summaries.flatMap((run) => run.problems.map(({ kind, message }) => `${run.collector}: ${kind}: ${message}`))
}

/** One column of one question, for short assertions. */
async function column(store: Store, sql: string): Promise<readonly string[]> {
  const query = defineQuery({ id: 'test/column', title: 'test', params: {}, row: { value: 'text' }, sql })
  return (await store.ask(query, {})).map(({ value }) => value)
}

const told = (store: Store) =>
  Promise.all([
    column(
      store,
      `SELECT json_array(CAST(r.host_id AS INTEGER), r.owner || '/' || r.name, r.is_archived, r.is_fork, r.is_empty, r.default_branch,
        r.head_oid, r.tree_oid, r.host_license) AS value FROM repository r WHERE r.gone_at IS NULL ORDER BY CAST(r.host_id AS INTEGER)`,
    ),
    column(
      store,
      `SELECT json_array(r.name, CAST(c.host_id AS INTEGER), c.number, c.state, c.is_draft, p.login, m.login, c.created_at, c.updated_at, c.merged_at,
        c.closed_at, c.first_response_at, c.additions, c.deletions,
        (SELECT COUNT(*) FROM change_request_file f WHERE f.change_request = c.id),
        (SELECT group_concat(label, ',') FROM (SELECT label FROM change_request_label l WHERE l.change_request = c.id ORDER BY label))) AS value
      FROM change_request c JOIN repository r ON r.id = c.repository JOIN person p ON p.id = c.author
      LEFT JOIN person m ON m.id = c.merged_by WHERE c.gone_at IS NULL ORDER BY r.name, c.number`,
    ),
    column(
      store,
      `SELECT json_array(r.name, CAST(i.host_id AS INTEGER), i.number, i.state, i.state_reason, p.login, i.created_at, i.updated_at, i.closed_at,
        i.first_response_at, i.comment_count) AS value
      FROM issue i JOIN repository r ON r.id = i.repository JOIN person p ON p.id = i.author WHERE i.gone_at IS NULL ORDER BY r.name, i.number`,
    ),
    column(
      store,
      `SELECT json_array(r.name, c.oid, c.authored_at, c.committed_at, c.parent_count) AS value
      FROM repository_commit c JOIN repository r ON r.id = c.repository WHERE c.gone_at IS NULL ORDER BY r.name, c.oid`,
    ),
    column(
      store,
      `SELECT json_array(r.name, t.path, t.mode, t.oid, t.size) AS value FROM tree_entry t JOIN repository r ON r.id = t.repository ORDER BY r.name, t.path`,
    ),
    column(
      store,
      `SELECT json_array(p.login, m.role) AS value FROM membership m JOIN person p ON p.id = m.person WHERE m.left_at IS NULL ORDER BY p.login`,
    ),
  ])

/** What the world says, in the words of `told`. */
function expected(): readonly (readonly string[])[] {
  const all = expectedRepositories(github.world, LOGIN, { machinesAreBots: false })
  const bit = (value: boolean) => (value ? 1 : 0)
  const named = [...all].map((one) => ({ ...one, name: one.nameWithOwner.split('/')[1] ?? '' }))
  const byName = named.sort((a, b) => (a.name < b.name ? -1 : 1))
  const rows = (values: readonly unknown[][]) => values.map((value) => JSON.stringify(value))
  return [
    rows(
      all.map((r) => [
        ...[r.databaseId, r.nameWithOwner, bit(r.isArchived), bit(r.isFork), bit(r.isEmpty), r.defaultBranch],
        ...[r.headOid, r.treeOid, r.licence],
      ]),
    ),
    rows(
      byName.flatMap((r) =>
        r.changeRequests.map((c) => [
          ...[r.name, c.databaseId, c.number, c.state.toLowerCase(), bit(c.isDraft), c.author, c.mergedBy],
          ...[c.createdAt, c.updatedAt, c.mergedAt, c.closedAt, c.firstResponseAt, c.additions, c.deletions],
          ...[c.files.length, c.labels.length > 0 ? c.labels.join(',') : null],
        ]),
      ),
    ),
    rows(
      byName.flatMap((r) =>
        r.issues.map((i) => [
          ...[r.name, i.databaseId, i.number, i.state.toLowerCase(), i.stateReason, i.author, i.createdAt],
          ...[i.updatedAt, i.closedAt, i.firstResponseAt, i.comments],
        ]),
      ),
    ),
    rows(
      byName.flatMap((r) =>
        [...r.commits]
          .sort((a, b) => (a.oid < b.oid ? -1 : 1))
          .map((c) => [r.name, c.oid, c.authoredAt, c.committedAt, c.parents]),
      ),
    ),
    rows(byName.flatMap((r) => r.files.map((f) => [r.name, f.path, f.mode, f.oid, f.size]))),
    rows(expectedMembers(github.world, LOGIN).map((m) => [m.login, m.role?.toLowerCase()])),
  ]
}

const TENTH: FaultPlan = {
  seed: 11,
  rules: [
    { fault: { kind: 'bad-gateway' }, rate: 0.02 },
    { fault: { kind: 'reset' }, rate: 0.02 },
    { fault: { kind: 'truncated' }, rate: 0.02 },
    { fault: { kind: 'truncated-json' }, rate: 0.02 },
    { fault: { kind: 'html' }, rate: 0.01 },
    { fault: { kind: 'secondary', status: 429, retryAfter: 0 }, rate: 0.01 },
  ],
}

describe('a collection', () => {
  it('knows all that the world holds, and costs next to nothing the second time', async () => {
    await start()
    await withStore(async (store) => {
      const first = await collect(store)
      expect(problems(first)).toEqual([])
      expect(outcomes(first)).toEqual(COMPLETE)
      expect(await told(store)).toEqual(expected())
      const hash = await store.contentHash()
      await github.reset()
      const second = await collect(store)
      expect(outcomes(second)).toEqual(COMPLETE)
      expect(second.map(({ written }) => written)).toEqual([0, 0, 0, 0, 0, 0])
      expect(await store.contentHash()).toBe(hash)
      expect((await github.audit()).totals.requests).toBeLessThanOrEqual(12)
    })
  })

  it('is the same when a tenth of the answers go wrong', async () => {
    await start()
    const hash = await withStore(async (store) => {
      await collect(store)
      return store.contentHash()
    })
    await github.faults(TENTH)
    await withStore(async (store) => {
      const summaries = await collect(store)
      expect(problems(summaries)).toEqual([])
      expect((await github.audit()).totals.faults).toBeGreaterThan(5)
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
      const held = await told(store)
      // Rows of a repository that is gone stay, under its mark.
      const isPresent = (row: string) => !row.includes('odd-archived')
      expect(held.map((rows) => rows.filter(isPresent))).toEqual(expected())
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
      expect((await told(store))[3]).toEqual(expected()[3])
    })
  })
})

describe('a page that is too big', () => {
  it('is asked for in halves, which stay halves for that stream', async () => {
    await start()
    const fault = { kind: 'partial', fields: ['PullRequest.files'], share: 0.5 } as const
    await github.faults({ rules: [{ fault, operation: 'ChangeRequests', times: 2 }] })
    await withStore(async (store) => {
      const summaries = await collect(store, { only: ['github/repositories', 'github/change-requests'] })
      expect(problems(summaries)).toEqual([])
      expect((await told(store))[1]).toEqual(expected()[1])
      const { requests } = await github.audit()
      const sizes = requests
        .filter(({ operation }) => operation === 'ChangeRequests')
        .map(({ variables }) => (variables as { pageSize: number }).pageSize)
      expect(sizes.slice(0, 4)).toEqual([49, 24, 12, 12])
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
      expect((await told(store))[1]).toHaveLength(expected()[1]?.length ?? 0)
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

describe('an organisation', () => {
  it('that nobody knows fails with a sentence', async () => {
    await start()
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'], login: 'no-such-town' })
      expect(run).toMatchObject({ status: 'failed', read: 0 })
      expect(run?.problems.at(-1)?.message).toContain('no organisation "no-such-town"')
    })
  })

  it('behind a wall says so, without the address of the door', async () => {
    await start({ tokens: [{ token: 'member-token', login: 'contributor-002', memberOf: 'all' }] })
    github.change((world) => {
      for (const one of world.organisations) one.wall = 'saml'
    })
    await withStore(async (store) => {
      const [run] = await collect(store, { only: ['github/repositories'] })
      expect(run).toMatchObject({ status: 'failed', problems: [{ kind: 'forbidden' }] })
      expect(JSON.stringify(run)).not.toMatch(/https?:/)
    })
  })

  it('of a server that counts nothing is collected all the same', async () => {
    await start({ limits: { isEnabled: false } })
    await withStore(async (store) => {
      const summaries = await collect(store, { url: `${github.url}/api/v3` })
      expect(outcomes(summaries)).toEqual(COMPLETE)
      expect(await told(store)).toEqual(expected())
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

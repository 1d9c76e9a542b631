import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { botPatternOf, isReleaseToolMessage } from '#collectors/git/bots.ts'
import { gitCommits } from '#collectors/git/commits.ts'
import { affiliatingDomain } from '#collectors/git/people.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { run, SECRET, scratchStore } from './git-run.ts'
import { CONTRIBUTOR, git, gitAs, type Hand, repositoryOf, scratchFolder, write } from './git-scratch.ts'

const hash = (address: string) => pseudonymiser(SECRET)(address).hash

const stored = defineQuery({
  id: 'test/commits',
  title: 'Commits as stored',
  params: {},
  row: {
    oid: 'text',
    author: 'text',
    kind: 'text',
    host_id: 'text?',
    server: 'text',
    domain: 'text?',
    authored_at: 'text',
    committed_at: 'text',
    parent_count: 'integer',
    is_release_tool: 'integer',
    co_author_count: 'integer',
  },
  sql: `SELECT c.oid AS oid, m.email_hash AS author, p.kind AS kind, p.host_id AS host_id, p.server AS server,
      m.email_domain AS domain, c.authored_at AS authored_at, c.committed_at AS committed_at,
      c.parent_count AS parent_count, c.is_release_tool AS is_release_tool,
      (SELECT COUNT(*) FROM repository_commit_co_author a WHERE a.repository_commit = c.id) AS co_author_count
    FROM repository_commit c JOIN person p ON p.id = c.author JOIN person_mail m ON m.person = p.id
    WHERE c.gone_at IS NULL ORDER BY c.authored_epoch, c.oid`,
})

const repositories = defineQuery({
  id: 'test/repositories',
  title: 'Repositories as stored',
  params: {},
  row: { server: 'text', host_id: 'text', owner: 'text', name: 'text', default_branch: 'text?' },
  sql: 'SELECT server, host_id, owner, name, default_branch FROM repository ORDER BY id',
})

const openness = defineQuery({
  id: 'test/openness',
  title: 'Who may read what is stored, and where',
  params: {},
  row: { readability: 'text?', url: 'text?' },
  sql: 'SELECT readability, url FROM repository ORDER BY id',
})

const coverage = defineQuery({
  id: 'test/coverage',
  title: 'Coverage as stored',
  params: {},
  row: { status: 'text' },
  sql: `SELECT status FROM coverage WHERE stream = 'commits'`,
})

function collect(store: Store, path: string, more: { repository?: string; full?: boolean } = {}) {
  const { repository, full = false } = more
  const scope = { kind: 'clone', path, ...(repository === undefined ? {} : { repository }) } as const
  return run({ collector: gitCommits, store, scope, full })
}

interface Made {
  readonly author?: Hand
  readonly committer?: Hand
  readonly at?: string
}

/** An empty commit; answers its id. */
function commit(folder: string, message: string, made: Made = {}): string {
  const { author = CONTRIBUTOR, committer = author, at = '2026-03-03T09:00:00Z' } = made
  gitAs({ folder, author, committer, at }, 'commit', '-q', '--allow-empty', '-m', message)
  return git(folder, 'rev-parse', 'HEAD')
}

const hand = (name: string, email: string): Hand => ({ name, email })

describe('a clone that no host was asked about', () => {
  it('may be read by anybody while the configuration says so, and has the page that its origin names', async () => {
    const path = repositoryOf({ 'a.txt': 'a' })
    git(path, 'remote', 'add', 'origin', 'git@forge.example:city/fountain.git')
    const store = await scratchStore()
    const told = []
    for (const isPublic of [undefined, true, false]) {
      const scope = { kind: 'clone', path, ...(isPublic !== undefined && { isPublic }) } as const
      await run({ collector: gitCommits, store, scope })
      told.push(...(await store.ask(openness, {})))
    }
    const url = 'https://forge.example/city/fountain'
    expect(told).toEqual([
      { readability: 'unknown', url },
      { readability: 'anonymous', url },
      { readability: 'unknown', url },
    ])
  })

  it('is not made public without a name', async () => {
    const scope = { kind: 'clone', path: repositoryOf({ 'a.txt': 'a' }), isPublic: true } as const
    const store = await scratchStore()
    const { status, problems } = await run({ collector: gitCommits, store, scope })
    expect(status).toBe('failed')
    expect(problems[0]?.message).toContain('cannot be public without a name')
    expect(await store.ask(openness, {})).toEqual([])
  })
})

describe('commits of a local clone', () => {
  it('are those of the default branch, with dates in UTC and counted parents', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'checkout', '-q', '-b', 'topic')
    const topic = commit(folder, 'Topic', { at: '2026-03-04T01:30:00+02:00' })
    git(folder, 'checkout', '-q', 'develop')
    git(folder, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic')
    git(folder, 'checkout', '-q', '-b', 'elsewhere')
    const elsewhere = commit(folder, 'Not on the default branch')
    git(folder, 'checkout', '-q', 'develop')
    const store = await scratchStore()
    expect(await collect(store, folder)).toMatchObject({ status: 'complete', problems: [] })
    const rows = await store.ask(stored, {})
    expect(rows.map(({ oid }) => oid).sort()).toEqual(git(folder, 'rev-list', 'HEAD').split('\n').sort())
    expect(rows.find(({ oid }) => oid === topic)?.authored_at).toBe('2026-03-03T23:30:00Z')
    expect(rows.map(({ parent_count }) => parent_count).sort()).toEqual([0, 1, 2])
    expect(rows.map(({ oid }) => oid)).not.toContain(elsewhere)
  })

  it('of a clone with a topic checked out are those of the branch that the origin names', async () => {
    const origin = repositoryOf({ 'a.txt': 'a' })
    const folder = join(scratchFolder(), 'clone')
    git(origin, 'clone', '-q', origin, folder)
    git(folder, 'checkout', '-q', '-b', 'topic')
    commit(folder, 'Only here')
    const store = await scratchStore()
    await collect(store, folder)
    expect(await store.ask(stored, {})).toHaveLength(1)
  })

  it('join the addresses that the .mailmap says are one person, co-authors included', async () => {
    const folder = repositoryOf({
      '.mailmap': 'Contributor 018 <contributor-018@example.org> <old-018@example.org>\n',
    })
    commit(folder, 'New address', { author: hand('Contributor 018', 'contributor-018@example.org') })
    commit(folder, 'Old address', { author: hand('c18', 'Old-018@example.org') })
    commit(folder, 'With\n\nCo-authored-by: c18 <old-018@example.org>\nCo-Authored-By: C <contributor-018@example.org>')
    const store = await scratchStore()
    await collect(store, folder)
    const rows = await store.ask(stored, {})
    expect(rows.filter(({ author }) => author === hash('contributor-018@example.org'))).toHaveLength(2)
    expect(rows.map(({ co_author_count }) => co_author_count).sort()).toEqual([0, 0, 0, 1])
    expect(rows.some(({ author }) => author === hash('old-018@example.org'))).toBe(false)
  })

  it('read the .mailmap of a bare clone as well', async () => {
    const folder = repositoryOf({ '.mailmap': `New <new@example.org> <${CONTRIBUTOR.email}>\n` })
    const bare = join(scratchFolder(), 'bare.git')
    git(folder, 'clone', '-q', '--bare', folder, bare)
    const store = await scratchStore()
    await collect(store, bare)
    expect((await store.ask(stored, {})).map(({ author }) => author)).toEqual([hash('new@example.org')])
  })

  it('know the account by the number in a no-reply address, on the host of that address', async () => {
    const folder = repositoryOf({})
    commit(folder, 'On a page', { author: hand('C', '4242+contributor-019@users.noreply.forge.example') })
    const store = await scratchStore()
    await collect(store, folder)
    expect((await store.ask(stored, {})).at(-1)).toMatchObject({
      host_id: '4242',
      server: 'forge.example',
      domain: null,
    })
  })

  it('leave no name, no address and no message in what is stored', async () => {
    const folder = repositoryOf({})
    commit(folder, 'Rhubarb\n\nCo-authored-by: Contributor 018 <contributor-018@example.org>')
    commit(folder, 'Without an address', { author: hand('Nameonly Person', '') })
    commit(folder, 'A login for an address', { author: hand('C', 'login-for-address') })
    const store = await scratchStore()
    await collect(store, folder)
    const copy = join(scratchFolder(), 'copy.sqlite')
    await store.backup(copy)
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(copy).toString('latin1').toLowerCase()
    for (const word of [
      'contributor-017',
      'contributor 017',
      'contributor-018',
      'nameonly',
      'login-for-address',
      'rhubarb',
    ]) {
      expect(bytes.includes(word), word).toBe(false)
    }
    expect(new Set((await store.ask(stored, {})).map(({ author }) => author)).size).toBe(3)
  })

  it('tell programs and release tools from work', async () => {
    const folder = repositoryOf({})
    commit(folder, 'Bump', { author: hand('dependabot[bot]', '1+dependabot[bot]@users.noreply.forge.example') })
    commit(folder, '[maven-release-plugin] prepare release plugin-alpha-1.0.0')
    commit(folder, 'On a page', { committer: hand('Forge', 'noreply@forge.example') })
    const store = await scratchStore()
    await collect(store, folder)
    const rows = await store.ask(stored, {})
    expect(rows.filter(({ kind }) => kind === 'bot')).toHaveLength(1)
    expect(rows.filter(({ is_release_tool }) => is_release_tool === 1)).toHaveLength(1)
  })

  it('survive clocks that were wrong and texts in other alphabets', async () => {
    const folder = repositoryOf({})
    commit(folder, 'Élan — 日本語 🦉', { author: hand('Contributrice é', 'contributrice@example.org'), at: '@0 +0000' })
    commit(folder, 'Late', { at: '@4102444800 +1400' })
    const tree = git(folder, 'rev-parse', 'HEAD^{tree}')
    const parent = git(folder, 'rev-parse', 'HEAD')
    write(folder, {
      'broken.txt': `tree ${tree}\nparent ${parent}\nauthor C <c@example.org> never +0000\ncommitter C <c@example.org> 99999999999999 +0000\n\nBroken\n`,
    })
    git(folder, 'reset', '-q', '--soft', git(folder, 'hash-object', '-t', 'commit', '-w', '--literally', 'broken.txt'))
    const store = await scratchStore()
    expect(await collect(store, folder)).toMatchObject({ status: 'complete' })
    const rows = await store.ask(stored, {})
    expect(rows).toHaveLength(4)
    expect(rows.map(({ authored_at }) => authored_at)).toContain('1970-01-01T00:00:00Z')
    expect(rows.map(({ authored_at }) => authored_at)).toContain('2100-01-01T00:00:00Z')
  })
})

describe('collecting again', () => {
  it('writes nothing when nothing happened', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    commit(folder, 'Second')
    const store = await scratchStore()
    await collect(store, folder)
    const before = await store.contentHash()
    expect(await collect(store, folder)).toMatchObject({ status: 'complete', written: 0 })
    expect(await collect(store, folder, { full: true })).toMatchObject({ status: 'complete', written: 0 })
    expect(await store.contentHash()).toBe(before)
  })

  it('reads only what is new', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    const store = await scratchStore()
    await collect(store, folder)
    commit(folder, 'Second')
    // The repository itself and one commit.
    expect(await collect(store, folder)).toMatchObject({ read: 2 })
    expect(await store.ask(stored, {})).toHaveLength(2)
  })

  it('takes away what a rewritten history no longer reaches', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    commit(folder, 'Kept')
    const lost = commit(folder, 'Lost')
    const store = await scratchStore()
    await collect(store, folder)
    git(folder, 'reset', '-q', '--hard', 'HEAD~1')
    commit(folder, 'Instead')
    expect(await collect(store, folder)).toMatchObject({ status: 'complete', problems: [] })
    const rows = await store.ask(stored, {})
    expect(rows.map(({ oid }) => oid).sort()).toEqual(git(folder, 'rev-list', 'HEAD').split('\n').sort())
    expect(rows.map(({ oid }) => oid)).not.toContain(lost)
  })

  it('says so when the old head is not there any more', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    commit(folder, 'Lost')
    const store = await scratchStore()
    await collect(store, folder, { repository: 'city/plugin-alpha' })
    git(folder, 'reset', '-q', '--hard', 'HEAD~1')
    const fresh = join(scratchFolder(), 'clone')
    git(folder, 'clone', '-q', '--no-local', folder, fresh)
    const summary = await collect(store, fresh, { repository: 'city/plugin-alpha' })
    expect(summary.status).toBe('partial')
    expect(summary.problems[0]?.message).toContain('history was rewritten')
  })

  it('goes on where an interrupted run stopped, and ends with the same as one that was not', async () => {
    const folder = repositoryOf({})
    const stream = Array.from({ length: 2500 }, (_, index) => {
      const who = `C ${index % 7} <c${index % 7}@example.org> ${1_700_000_000 + index} +0000`
      return `commit refs/heads/develop\ncommitter ${who}\ndata 1\nx\n${index === 0 ? 'from refs/heads/develop^0\n' : ''}\n`
    }).join('')
    write(folder, { 'stream.txt': stream })
    const { execFileSync } = await import('node:child_process')
    execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: stream })
    rmSync(join(folder, 'stream.txt'))
    const cut = await scratchStore()
    const stop = new AbortController()
    const sink = { ...cut.sink }
    let saved = 0
    const store: Store = {
      ...cut,
      sink: {
        ...sink,
        save: async (...args) => {
          saved += 1
          if (saved === 3) stop.abort()
          return sink.save(...args)
        },
      },
    }
    const first = await run({
      collector: gitCommits,
      store,
      scope: { kind: 'clone', path: folder },
      signal: stop.signal,
    })
    expect(first.status).toBe('partial')
    expect(await cut.ask(stored, {})).toHaveLength(2000)
    // The repository itself and what was left.
    expect(await collect(cut, folder)).toMatchObject({ status: 'complete', read: 502 })
    const whole = await scratchStore()
    await collect(whole, folder)
    expect(await cut.contentHash()).toBe(await whole.contentHash())
  })
})

describe('the repository that a clone is one of', () => {
  const known = (store: Store, name = 'plugin-alpha') =>
    store.sink.startRun('test', 'test', '2026-11-20T08:00:00Z').then((id) =>
      store.sink.save(id, '2026-11-20T08:00:00Z', {
        records: [
          { type: 'repository', server: 'github.com', hostId: '77', owner: 'City', name, defaultBranch: 'develop' },
        ],
        ...{ cursors: [], finished: [], gaps: [], gone: [], cost: { requests: 0, points: 0 } },
      }),
    )

  it('is the collected one of that name, whose host is not contradicted', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'remote', 'add', 'origin', 'git@github.com:city/Plugin-Alpha.git')
    const store = await scratchStore()
    await known(store)
    await collect(store, folder)
    expect(await store.ask(repositories, {})).toEqual([
      { server: 'github.com', host_id: '77', owner: 'City', name: 'plugin-alpha', default_branch: 'develop' },
    ])
    expect(await store.ask(stored, {})).toHaveLength(1)
  })

  it('is not the one of the same name on another host', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'remote', 'add', 'origin', 'https://forge.example/city/plugin-alpha')
    const store = await scratchStore()
    await known(store)
    await collect(store, folder)
    expect((await store.ask(repositories, {})).map(({ server, host_id }) => `${server} ${host_id}`)).toEqual([
      'github.com 77',
      'local city/plugin-alpha',
    ])
  })

  it('is keyed by its first commit when nothing names it, and so the same in every clone', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    const root = git(folder, 'rev-parse', 'HEAD')
    commit(folder, 'Second')
    const bare = join(scratchFolder(), 'other-name.git')
    git(folder, 'clone', '-q', '--bare', folder, bare)
    const store = await scratchStore()
    await collect(store, folder)
    await collect(store, bare)
    expect(await store.ask(repositories, {})).toMatchObject([{ server: 'local', host_id: root, owner: 'local' }])
  })
})

describe('a clone that cannot tell everything', () => {
  it('is told to be shallow, and never counted as complete', async () => {
    const origin = repositoryOf({ 'a.txt': 'a' })
    commit(origin, 'Second')
    commit(origin, 'Third')
    const folder = join(scratchFolder(), 'clone')
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, folder)
    const store = await scratchStore()
    expect(await collect(store, folder)).toMatchObject({
      status: 'failed',
      problems: [
        { kind: 'need-absent', message: expect.stringContaining('write `repository: OWNER/NAME` beside its path') },
      ],
    })
    const summary = await collect(store, folder, { repository: 'city/plugin-alpha' })
    expect(summary).toMatchObject({ status: 'partial' })
    expect(summary.problems[0]?.message).toContain('shallow')
    expect((await store.ask(coverage, {})).map(({ status }) => status)).not.toContain('complete')
    git(folder, 'fetch', '-q', '--unshallow')
    expect(await collect(store, folder, { repository: 'city/plugin-alpha' })).toMatchObject({ status: 'complete' })
    expect(await store.ask(stored, {})).toHaveLength(3)
  })

  it('is complete and empty before the first commit', async () => {
    const folder = scratchFolder()
    git(folder, 'init', '-q')
    const store = await scratchStore()
    const summary = await collect(store, folder, { repository: 'city/plugin-alpha' })
    expect(summary).toMatchObject({ status: 'complete' })
    expect(await store.ask(stored, {})).toEqual([])
  })

  it('fails with its reason when it is none, or not there', async () => {
    const store = await scratchStore()
    const none = await collect(store, scratchFolder())
    expect(none).toMatchObject({
      status: 'failed',
      problems: [{ message: expect.stringContaining('no git repository') }],
    })
    const nowhere = await collect(store, join(scratchFolder(), 'nowhere'))
    expect(nowhere).toMatchObject({
      status: 'failed',
      problems: [{ message: expect.stringContaining('does not exist') }],
    })
  })
})

describe('programs among those who sign', () => {
  it.each([
    ['renovate[bot]', 'x@example.org'],
    ['GitHub Action', 'x@example.org'],
    ['Hosted Weblate', 'x@example.org'],
    ['Somebody', 'noreply@forge.example'],
    ['Somebody', '9+tool[bot]@users.noreply.forge.example'],
  ])('%s <%s> is one', (name, address) => {
    expect(botPatternOf({ name, address })).toBeDefined()
  })

  it.each([
    ['A Talbot', 'a.talbot@example.org'],
    ['Abbot', 'abbot@example.org'],
    ['Jenkinson', 'jenkinson@example.org'],
    ['C', '9+contributor@users.noreply.forge.example'],
  ])('%s <%s> is none', (name, address) => {
    expect(botPatternOf({ name, address })).toBeUndefined()
  })

  it('write messages that only they write', () => {
    expect(isReleaseToolMessage('[site-release] Update site version')).toBe(true)
    expect(isReleaseToolMessage('Fix what [maven-release-plugin] left')).toBe(false)
  })
})

describe('the domain of an address', () => {
  it.each([
    ['city.example', 'city.example'],
    ['gmail.com', null],
    ['yahoo.co.uk', null],
    ['live.fr', null],
    ['alive.fr', 'alive.fr'],
    ['gmail.com.example', 'gmail.com.example'],
    ['localhost.localdomain', null],
  ])('%s tells %s of where somebody stands', (domain, told) => {
    expect(affiliatingDomain(domain)).toBe(told)
  })
})

import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gitCommits } from '#collectors/git/commits.ts'
import { treeOid } from '#collectors/git/tree-oid.ts'
import { workdir } from '#collectors/workdir/checkout.ts'
import { openCheckout } from '#collectors/workdir/source.ts'
import { blobOid } from '#data/model/oid.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { run, scratchStore } from './git-run.ts'
import { CONTRIBUTOR, git, gitAs, repositoryOf, scratchFolder, write } from './git-scratch.ts'

const files = defineQuery({
  id: 'test/files',
  title: 'Files as stored',
  params: {},
  row: { path: 'text', has_content: 'integer' },
  sql: `SELECT t.path AS path, b.oid IS NOT NULL AS has_content FROM tree_entry t LEFT JOIN blob b ON b.oid = t.oid
    ORDER BY t.path`,
})

const repositories = defineQuery({
  id: 'test/repositories',
  title: 'Repositories as stored',
  params: {},
  row: { server: 'text', host_id: 'text', stored_tree_oid: 'text?' },
  sql: 'SELECT server, host_id, stored_tree_oid FROM repository',
})

function collect(store: Store, path: string, repository?: string) {
  return run({
    collector: workdir,
    store,
    scope: { kind: 'checkout', path, ...(repository === undefined ? {} : { repository }) },
  })
}

describe('the tree id of a checkout', () => {
  it('is that of the head when nothing changed', async () => {
    const folder = repositoryOf({
      'a.txt': 'a',
      'a/b.txt': 'b',
      'a-b': 'c',
      'é/deep/x.sh': 'x',
      'a/b/c': 'd'.repeat(9),
    })
    chmodSync(join(folder, 'é/deep/x.sh'), 0o755)
    git(folder, 'commit', '-qam', 'Executable')
    const entries = await (await openCheckout(folder)).entries()
    expect(treeOid(entries)).toBe(git(folder, 'rev-parse', 'HEAD^{tree}'))
    write(folder, { 'a.txt': 'other' })
    expect(treeOid(await (await openCheckout(folder)).entries())).not.toBe(git(folder, 'rev-parse', 'HEAD^{tree}'))
  })

  it('of nothing is the one that git gives', () => {
    expect(treeOid([])).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
  })
})

describe('a checkout in the database', () => {
  it('has all its files, and the content of text up to 1 MiB', async () => {
    const folder = repositoryOf({
      '.gitignore': 'target/\n',
      'pom.xml': '<project/>',
      'logo.bin': Buffer.from([1, 0, 2]),
      'large.txt': 'x'.repeat(1024 * 1024 + 1),
    })
    write(folder, { 'new.txt': 'new', 'target/x.txt': 'x' })
    const store = await scratchStore()
    expect(await collect(store, folder, 'city/plugin-alpha')).toMatchObject({ status: 'complete', problems: [] })
    expect(await store.ask(files, {})).toEqual([
      { path: '.gitignore', has_content: 1 },
      { path: 'large.txt', has_content: 0 },
      { path: 'logo.bin', has_content: 0 },
      { path: 'new.txt', has_content: 1 },
      { path: 'pom.xml', has_content: 1 },
    ])
    expect(Buffer.from((await store.blob(blobOid(Buffer.from('new')))) ?? []).toString()).toBe('new')
    const entries = await (await openCheckout(folder)).entries()
    expect(await store.ask(repositories, {})).toEqual([
      { server: 'local', host_id: 'city/plugin-alpha', stored_tree_oid: treeOid(entries) },
    ])
  })

  it('is written once, and then only as far as it changed', async () => {
    const folder = repositoryOf({ 'a.txt': 'a', 'b.txt': 'b' })
    const store = await scratchStore()
    await collect(store, folder, 'city/plugin-alpha')
    expect(await collect(store, folder, 'city/plugin-alpha')).toMatchObject({ written: 0 })
    write(folder, { 'b.txt': 'changed' })
    expect((await collect(store, folder, 'city/plugin-alpha')).written).toBeGreaterThan(0)
    expect(await store.blob(blobOid(Buffer.from('changed')))).toBeDefined()
  })

  it('says which file it could not read, and keeps the others', async () => {
    const folder = repositoryOf({ 'a.txt': 'a', 'link/inner.txt': 'x' })
    write(folder, { 'huge.txt': 'x' })
    chmodSync(join(folder, 'huge.txt'), 0o000)
    const store = await scratchStore()
    const summary = await collect(store, folder, 'city/plugin-alpha')
    expect((await store.ask(files, {})).map(({ path }) => path)).toEqual(['a.txt', 'huge.txt', 'link/inner.txt'])
    // Whoever may read everything, as in a container, reads this file too.
    const unread = (await store.ask(files, {})).filter(({ has_content }) => has_content === 0)
    expect(summary.problems).toHaveLength(unread.length)
  })

  it('is refused when nothing says which repository it is', async () => {
    const store = await scratchStore()
    const folder = scratchFolder()
    write(folder, { 'a.txt': 'a' })
    const problem = {
      kind: 'need-absent',
      message: expect.stringContaining('write `repository: OWNER/NAME` beside its path'),
    }
    expect(await collect(store, folder)).toMatchObject({ status: 'failed', problems: [problem] })
    expect(await collect(store, folder, 'city/plugin-alpha')).toMatchObject({ status: 'complete' })
  })
})

describe('a bare clone in the database', () => {
  const bareOf = (folder: string): string => {
    const bare = join(scratchFolder(), 'bare.git')
    git(folder, 'clone', '-q', '--bare', folder, bare)
    return bare
  }

  it('has the files of its head, as a checkout of it has', async () => {
    const folder = repositoryOf({
      'pom.xml': '<project/>',
      'src/A.java': 'class A {}',
      'logo.bin': Buffer.from([1, 0]),
    })
    const [checkout, bare] = [await scratchStore(), await scratchStore()]
    await collect(checkout, folder, 'city/plugin-alpha')
    const clone = bareOf(folder)
    expect(await collect(bare, clone, 'city/plugin-alpha')).toMatchObject({ status: 'complete', problems: [] })
    expect(await bare.ask(files, {})).toEqual(await checkout.ask(files, {}))
    expect((await bare.ask(repositories, {}))[0]?.stored_tree_oid).toBe(git(folder, 'rev-parse', 'HEAD^{tree}'))
    expect(await collect(bare, clone, 'city/plugin-alpha')).toMatchObject({ status: 'complete', written: 0 })
  })

  it('follows its head', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    const store = await scratchStore()
    const clone = bareOf(folder)
    await collect(store, clone, 'city/plugin-alpha')
    write(folder, { 'b.txt': 'b' })
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'More')
    git(clone, 'fetch', '-q', folder, '+refs/heads/*:refs/heads/*')
    await collect(store, clone, 'city/plugin-alpha')
    expect((await store.ask(files, {})).map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
  })

  it('that nobody named is one with its history, and one without a commit has no files', async () => {
    const store = await scratchStore()
    const [clone, empty] = [bareOf(repositoryOf({ 'a.txt': 'a' })), join(scratchFolder(), 'empty.git')]
    git(scratchFolder(), 'init', '-q', '--bare', empty)
    await run({ collector: gitCommits, store, scope: { kind: 'clone', path: clone } })
    expect(await collect(store, clone)).toMatchObject({ status: 'complete' })
    expect(await store.ask(repositories, {})).toHaveLength(1)
    expect(await collect(store, empty, 'city/empty')).toMatchObject({ status: 'complete' })
    expect(await store.ask(files, {})).toHaveLength(1)
  })

  it('does not stand above the files that its host showed', async () => {
    const store = await scratchStore()
    const tree = 'a'.repeat(40)
    const host = { server: 'github.com', hostId: '7' }
    const at = '2026-11-01T08:00:00Z'
    const number = await store.sink.startRun('github/contents', 'test', at)
    await store.write(number, at, {
      records: [
        { type: 'repository', ...host, owner: 'city', name: 'plugin-alpha', treeOid: tree },
        {
          type: 'tree',
          repository: host,
          treeOid: tree,
          entries: [{ path: 'new.txt', mode: '100644', oid: 'b'.repeat(40), size: 1 }],
        },
      ],
      ...{ cursors: [], finished: [], gaps: [], gone: [], cost: { requests: 0, points: 0 } },
    })
    const clone = bareOf(repositoryOf({ 'old.txt': 'old' }))
    expect(await collect(store, clone, 'city/plugin-alpha')).toMatchObject({ status: 'complete', written: 0 })
    expect((await store.ask(files, {})).map(({ path }) => path)).toEqual(['new.txt'])
  })
})

const tags = defineQuery({
  id: 'test/tags',
  title: 'Tags with the day of their commits',
  params: {},
  row: { name: 'text', committed_at: 'text?' },
  sql: "SELECT name, committed_at FROM ref WHERE kind = 'tag' ORDER BY name",
})

it('keeps the day of the commit behind each tag, on whatever branch it lies', async () => {
  const folder = repositoryOf({ 'a.txt': 'a' })
  const at = (day: string) => ({ folder, author: CONTRIBUTOR, committer: CONTRIBUTOR, at: `${day}T09:00:00Z` })
  git(folder, 'tag', 'v1.0')
  git(folder, 'checkout', '-qb', 'old-line')
  gitAs(at('2026-04-05'), 'commit', '-q', '--allow-empty', '-m', 'Mend the old line')
  gitAs(at('2026-06-07'), 'tag', '-a', 'v1.0.1', '-m', 'Tagged later')
  git(folder, 'checkout', '-q', '-')
  const store = await scratchStore()
  await collect(store, folder, 'city/thing')
  expect(await store.ask(tags, {})).toEqual([
    { name: 'v1.0', committed_at: '2026-03-02T09:00:00Z' },
    { name: 'v1.0.1', committed_at: '2026-04-05T09:00:00Z' },
  ])
})

import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { treeOid } from '#collectors/git/tree-oid.ts'
import { workdir } from '#collectors/workdir/checkout.ts'
import { openCheckout } from '#collectors/workdir/source.ts'
import { blobOid } from '#data/model/oid.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { run, scratchStore } from './git-run.ts'
import { git, repositoryOf, scratchFolder, write } from './git-scratch.ts'

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
    const problem = { kind: 'need-absent', message: expect.stringContaining('write its OWNER/NAME beside its path') }
    expect(await collect(store, folder)).toMatchObject({ status: 'failed', problems: [problem] })
    expect(await collect(store, folder, 'city/plugin-alpha')).toMatchObject({ status: 'complete' })
  })
})

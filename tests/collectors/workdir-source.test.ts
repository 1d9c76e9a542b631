import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCheckout } from '#collectors/workdir/source.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Source } from '#data/model/source.ts'
import { git, repositoryOf, scratchFolder, write } from './git-scratch.ts'

const text = (content: string) => Buffer.from(content)

async function paths(source: Source): Promise<readonly string[]> {
  return (await source.entries()).map((entry) => entry.path)
}

async function contents(source: Source): Promise<Record<string, string>> {
  const entries = await source.entries()
  const read = entries.map(async (entry) => [entry.path, Buffer.from(await source.read(entry)).toString()] as const)
  return Object.fromEntries(await Promise.all(read))
}

describe('a checkout', () => {
  it('lists tracked and new files, and neither ignored nor deleted ones', async () => {
    const folder = repositoryOf({
      '.gitignore': 'target/\n*.log\n!kept.log\n',
      'pom.xml': '<project/>',
      'gone.txt': 'x',
      'sub/.gitignore': '/only-here.txt\n',
      'sub/a.txt': 'a',
    })
    write(folder, {
      'target/built.jar': 'x',
      'noise.log': 'x',
      'kept.log': 'x',
      'sub/only-here.txt': 'x',
      'only-here.txt': 'x',
      'new file.txt': 'x',
    })
    rmSync(join(folder, 'gone.txt'))
    expect(await paths(await openCheckout(folder))).toEqual([
      '.gitignore',
      'kept.log',
      'new file.txt',
      'only-here.txt',
      'pom.xml',
      'sub/.gitignore',
      'sub/a.txt',
    ])
  })

  it('reads another branch than the one that lies there', async () => {
    const folder = repositoryOf({ 'a.txt': 'before' })
    const before = git(folder, 'rev-parse', 'HEAD').trim()
    write(folder, { 'a.txt': 'after', 'b.txt': 'new' })
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '--message', 'after')
    const there = await (await openCheckout(folder)).at?.(before)
    expect(there && (await contents(there))).toEqual({ 'a.txt': 'before' })
    await there?.close?.()
  })

  it('gives every file the id that git gives to these bytes', async () => {
    const folder = repositoryOf({ 'clean.txt': 'clean', 'changed.txt': 'before', 'touched.txt': 'same' })
    write(folder, { 'changed.txt': 'after!', 'new.txt': 'new' })
    utimesSync(join(folder, 'touched.txt'), 1, 1)
    const entries = await (await openCheckout(folder)).entries()
    expect(Object.fromEntries(entries.map(({ path, oid }) => [path, oid]))).toEqual({
      'clean.txt': blobOid(text('clean')),
      'changed.txt': blobOid(text('after!')),
      'new.txt': blobOid(text('new')),
      'touched.txt': blobOid(text('same')),
    })
  })

  it('notices a change that keeps size and time', async () => {
    const folder = repositoryOf({ 'a.txt': 'one' })
    write(folder, { 'a.txt': 'two' })
    const [entry] = await (await openCheckout(folder)).entries()
    expect(entry?.oid).toBe(blobOid(text('two')))
  })

  it('reads what is on disk', async () => {
    const folder = repositoryOf({ 'a.txt': 'one', 'b.txt': 'two' })
    write(folder, { 'b.txt': 'three' })
    expect(await contents(await openCheckout(folder))).toEqual({ 'a.txt': 'one', 'b.txt': 'three' })
  })

  it('reads the bytes that git keeps where line ends differ on disk', async () => {
    const origin = repositoryOf({ '.gitattributes': '*.txt text eol=crlf\n', 'a.txt': 'one\r\ntwo\r\n' })
    const folder = join(scratchFolder(), 'clone')
    git(origin, 'clone', '-q', origin, folder)
    // Long after the checkout, so that the index vouches for the file.
    utimesSync(join(folder, '.git/index'), new Date(), new Date(Date.now() + 10_000))
    const source = await openCheckout(folder)
    expect((await contents(source))['a.txt']).toBe('one\ntwo\n')
    await source.close?.()
  })

  it('lists a symbolic link and never follows it', async () => {
    const outside = scratchFolder()
    write(outside, { 'secret.txt': 'secret', 'folder/inner.txt': 'secret' })
    const folder = repositoryOf({ 'a.txt': 'a', 'folder/inner.txt': 'own' })
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link'))
    rmSync(join(folder, 'folder'), { recursive: true })
    symlinkSync(join(outside, 'folder'), join(folder, 'folder'))
    const source = await openCheckout(folder)
    expect((await source.entries()).map(({ path, mode }) => [path, mode])).toEqual([
      ['a.txt', '100644'],
      ['folder', '120000'],
      ['link', '120000'],
    ])
    expect((await contents(source)).link).toBe(join(outside, 'secret.txt'))
  })

  it('says in modes what may be executed', async () => {
    const folder = repositoryOf({ 'run.sh': 'x', 'new.sh': 'x' })
    chmodSync(join(folder, 'new.sh'), 0o755)
    const entries = await (await openCheckout(folder)).entries()
    expect(entries.map(({ path, mode }) => [path, mode])).toEqual([
      ['new.sh', '100755'],
      ['run.sh', '100644'],
    ])
  })

  it('lists a submodule and leaves out a repository that merely lies inside', async () => {
    const part = repositoryOf({ 'part.txt': 'x' })
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'submodule', 'add', '-q', part, 'part')
    mkdirSync(join(folder, 'foreign'))
    git(folder, 'clone', '-q', part, 'foreign/clone')
    const source = await openCheckout(folder)
    const entries = await source.entries()
    expect(entries.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 .gitmodules',
      '100644 a.txt',
      '160000 part',
    ])
    const part160 = entries.filter((entry) => entry.mode === '160000')
    await expect(Promise.all(part160.map((entry) => source.read(entry)))).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('reads files that a sparse checkout left out', async () => {
    const folder = repositoryOf({ 'kept/a.txt': 'a', 'left/b.txt': 'b' })
    git(folder, 'sparse-checkout', 'set', 'kept')
    const source = await openCheckout(folder)
    expect(await contents(source)).toEqual({ 'kept/a.txt': 'a', 'left/b.txt': 'b' })
    await source.close?.()
  })

  it('lists a file in conflict once, as it lies there', async () => {
    const folder = repositoryOf({ 'a.txt': 'base' })
    git(folder, 'checkout', '-q', '-b', 'other')
    write(folder, { 'a.txt': 'theirs' })
    git(folder, 'commit', '-qam', 'Theirs')
    git(folder, 'checkout', '-q', 'develop')
    write(folder, { 'a.txt': 'ours' })
    git(folder, 'commit', '-qam', 'Ours')
    expect(() => git(folder, 'merge', '-q', 'other')).toThrow()
    const { 'a.txt': merged, ...others } = await contents(await openCheckout(folder))
    expect(merged).toContain('<<<<<<<')
    expect(others).toEqual({})
  })

  it('says that a file changed between listing and reading', async () => {
    const folder = repositoryOf({})
    write(folder, { 'a.txt': 'one' })
    const source = await openCheckout(folder)
    const entries = await source.entries()
    write(folder, { 'a.txt': 'other' })
    await expect(Promise.all(entries.map((entry) => source.read(entry)))).rejects.toMatchObject({ kind: 'gone' })
  })

  it('runs no program that the repository names', async () => {
    const folder = repositoryOf({ '.gitattributes': '* filter=bad', 'a.txt': 'a' })
    const trace = join(folder, '.git/ran')
    for (const key of ['core.fsmonitor', 'filter.bad.clean', 'filter.bad.smudge', 'filter.bad.process']) {
      git(folder, 'config', key, `touch ${trace}`)
    }
    utimesSync(join(folder, 'a.txt'), 1, 1)
    const source = await openCheckout(folder)
    await contents(source)
    await source.close?.()
    expect(() => execFileSync('ls', [trace], { stdio: 'pipe' })).toThrow()
  })

  it('is empty before its first commit', async () => {
    const folder = scratchFolder()
    git(folder, 'init', '-q')
    const source = await openCheckout(folder)
    expect(await source.entries()).toEqual([])
    expect(source.identity.head).toBeUndefined()
    expect(source.refs).toBeUndefined()
  })
})

describe('a folder inside a checkout', () => {
  it('gives paths relative to itself', async () => {
    const folder = repositoryOf({ 'a.txt': 'a', 'sub/b.txt': 'b', 'sub/deep/c.txt': 'c', '.gitignore': 'ignored.txt' })
    write(folder, { 'sub/new.txt': 'n', 'sub/ignored.txt': 'x', 'sub/b.txt': 'changed' })
    const source = await openCheckout(join(folder, 'sub'))
    expect(await contents(source)).toEqual({ 'b.txt': 'changed', 'deep/c.txt': 'c', 'new.txt': 'n' })
  })

  it('is a plain folder when git tracks nothing in it', async () => {
    const folder = repositoryOf({ '.gitignore': 'unpacked/', 'a.txt': 'a' })
    git(folder, 'remote', 'add', 'origin', 'https://forge.example/city/surrounding.git')
    write(folder, { 'unpacked/b.txt': 'b' })
    const source = await openCheckout(join(folder, 'unpacked'))
    expect(await paths(source)).toEqual(['b.txt'])
    expect(source.identity.repository).toBeUndefined()
  })
})

describe('a plain folder', () => {
  it('obeys its .gitignore files at every depth', async () => {
    const folder = scratchFolder()
    write(folder, {
      '.gitignore': '*.log\nbuild/\n/top.txt\n',
      'a.log': 'x',
      'top.txt': 'x',
      'sub/top.txt': 'x',
      'sub/.gitignore': '!b.log\n*.tmp\n',
      'sub/b.log': 'x',
      'sub/c.tmp': 'x',
      'sub/deep/d.tmp': 'x',
      'build/e.txt': 'x',
      'c.tmp': 'x',
      '.git-is-not/here': 'x',
    })
    expect(await paths(await openCheckout(folder))).toEqual([
      '.git-is-not/here',
      '.gitignore',
      'c.tmp',
      'sub/.gitignore',
      'sub/b.log',
      'sub/top.txt',
    ])
  })

  it('holds the same entries as the checkout that it was copied from', async () => {
    const folder = repositoryOf({ 'a.txt': 'a', 'sub/b.txt': 'b', '.gitignore': '*.log\n' })
    write(folder, { 'x.log': 'x', 'sub/new.txt': 'n' })
    const copy = join(scratchFolder(), 'copy')
    cpSync(folder, copy, { recursive: true })
    rmSync(join(copy, '.git'), { recursive: true })
    expect(await (await openCheckout(copy)).entries()).toEqual(await (await openCheckout(folder)).entries())
  })

  it('is read as such when its .git points nowhere', async () => {
    const folder = scratchFolder()
    write(folder, { '.git': 'gitdir: /nowhere/at/all\n', 'a.txt': 'a' })
    expect(await paths(await openCheckout(folder))).toEqual(['a.txt'])
  })

  it('has neither identity nor branches', async () => {
    const source = await openCheckout(scratchFolder())
    expect(source.identity).toMatchObject({ repository: undefined, defaultBranch: undefined, head: undefined })
    expect(source.refs).toBeUndefined()
  })
})

describe('the identity of a checkout', () => {
  it.each([
    ['https://forge.example/city/plugin-alpha.git', 'city/plugin-alpha'],
    ['https://someone:secret@forge.example:8443/city/plugin-alpha/', 'city/plugin-alpha'],
    ['ssh://git@forge.example:2222/city/plugin-alpha.git', 'city/plugin-alpha'],
    ['git@forge.example:city/plugin-alpha.git', 'city/plugin-alpha'],
    ['forge:city/plugin-alpha', 'city/plugin-alpha'],
    ['https://forge.example/group/city/plugin-alpha', 'city/plugin-alpha'],
    ['https://forge.example/plugin-alpha', undefined],
    ['/srv/git/city/plugin-alpha.git', undefined],
    ['file:///srv/git/city/plugin-alpha.git', undefined],
    ['../plugin-alpha', undefined],
    [String.raw`C:\city\plugin-alpha`, undefined],
  ])('is read from the origin %s', async (origin, repository) => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'remote', 'add', 'origin', origin)
    expect((await openCheckout(folder)).identity.repository).toBe(repository)
  })

  it('is what the user says it is', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'remote', 'add', 'origin', 'https://forge.example/fork/plugin-alpha')
    expect((await openCheckout(folder, { as: 'city/plugin-alpha' })).identity.repository).toBe('city/plugin-alpha')
    await expect(openCheckout(folder, { as: 'plugin-alpha' })).rejects.toMatchObject({
      code: 'invalid-repository-name',
    })
  })

  it('holds the head that is checked out', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    expect((await openCheckout(folder)).identity.head).toBe(git(folder, 'rev-parse', 'HEAD'))
  })
})

describe('the branches and tags of a checkout', () => {
  const origin = () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    git(folder, 'branch', 'master')
    git(folder, 'tag', '-a', '-m', 'One', 'plugin-alpha-1.0.0')
    return folder
  }
  const cloneOf = (url: string, ...options: readonly string[]) => {
    const folder = join(scratchFolder(), 'clone')
    git(scratchFolder(), 'clone', '-q', ...options, url, folder)
    return folder
  }

  it('are those of the origin, tags peeled, and not what exists on this desk only', async () => {
    const upstream = origin()
    const folder = cloneOf(upstream)
    git(folder, 'branch', 'my-idea')
    const source = await openCheckout(folder)
    const oid = git(upstream, 'rev-parse', 'HEAD')
    expect(await source.refs?.()).toEqual([
      { kind: 'branch', name: 'develop', oid },
      { kind: 'branch', name: 'master', oid },
      { kind: 'tag', name: 'plugin-alpha-1.0.0', oid },
    ])
    expect(source.identity.defaultBranch).toBe('develop')
  })

  it('are its own where there is no origin', async () => {
    const refs = await (await openCheckout(origin())).refs?.()
    expect(refs?.map(({ name }) => name)).toEqual(['develop', 'master', 'plugin-alpha-1.0.0'])
  })

  it.each([
    ['a shallow clone', ['--depth', '1', '--no-single-branch']],
    ['a clone of one branch', ['--single-branch']],
    ['a clone without tags', ['--no-tags']],
  ])('are not known in %s', async (_, options) => {
    expect((await openCheckout(cloneOf(`file://${origin()}`, ...options))).refs).toBeUndefined()
  })
})

describe('a path that leads to no folder', () => {
  it('is answered with the nearest name', async () => {
    const folder = scratchFolder()
    write(folder, { 'plugin-alpha/pom.xml': 'x' })
    await expect(openCheckout(join(folder, 'plugin-alhpa'))).rejects.toMatchObject({
      code: 'path-not-found',
      hint: `did you mean ${join(folder, 'plugin-alpha')}?`,
    })
    await expect(openCheckout(join(folder, 'plugin-alhpa/src/main'))).rejects.toMatchObject({ code: 'path-not-found' })
  })

  it('is refused when it is a file or a store of objects', async () => {
    const folder = repositoryOf({ 'a.txt': 'a' })
    await expect(openCheckout(join(folder, 'a.txt'))).rejects.toMatchObject({ code: 'path-not-a-folder' })
    await expect(openCheckout(join(folder, '.git'))).rejects.toMatchObject({ code: 'not-a-checkout' })
    await expect(openCheckout(join(folder, '.git/objects'))).rejects.toMatchObject({ code: 'not-a-checkout' })
  })
})

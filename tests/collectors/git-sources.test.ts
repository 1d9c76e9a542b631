import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { openBareSource } from '#collectors/git/bare-source.ts'
import { openTarball } from '#collectors/git/tarball-source.ts'
import { openSource } from '#collectors/workdir/open-source.ts'
import { openCheckout } from '#collectors/workdir/source.ts'
import type { Source } from '#data/model/source.ts'
import { git, gitAs, repositoryOf, scratchFolder, write } from './git-scratch.ts'

async function contents(source: Source): Promise<Record<string, string>> {
  const entries = await source.entries()
  const read = entries.map(async (entry) => [entry.path, Buffer.from(await source.read(entry)).toString()] as const)
  const found = Object.fromEntries(await Promise.all(read))
  await source.close?.()
  return found
}

function bareCloneOf(folder: string): string {
  const bare = join(scratchFolder(), 'bare.git')
  git(folder, 'clone', '-q', '--bare', folder, bare)
  return bare
}

interface TarEntry {
  readonly name: string
  readonly type?: 'file' | 'symlink' | 'link' | 'directory' | 'fifo'
  readonly linkname?: string
  readonly mode?: number
  readonly content?: string
}

async function tarballOf(entries: readonly TarEntry[], name = 'archive.tar.gz'): Promise<string> {
  const archive = pack()
  for (const { content, ...header } of entries) archive.entry(header, content ?? '')
  archive.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk)
  const file = join(scratchFolder(), name)
  writeFileSync(file, name.endsWith('gz') ? gzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks))
  return file
}

const FILES = {
  'pom.xml': '<project/>',
  'src/é à.txt': 'accents',
  'empty.txt': '',
  'z/bytes.bin': Buffer.from([0, 10, 255]),
}

describe('a bare clone', () => {
  it('holds the same entries as a clean checkout', async () => {
    const folder = repositoryOf(FILES)
    const bare = await openBareSource(bareCloneOf(folder))
    expect(await bare.entries()).toEqual(await (await openCheckout(folder)).entries())
    expect(await contents(bare)).toMatchObject({ 'pom.xml': '<project/>', 'src/é à.txt': 'accents', 'empty.txt': '' })
  })

  it('gives bytes as they are, whatever the order and number of questions', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => [`f${index}.txt`, `${index}\n`.repeat(index * 20)])
    const source = await openBareSource(bareCloneOf(repositoryOf(Object.fromEntries(lines))))
    expect(await contents(source)).toEqual(Object.fromEntries(lines))
  })

  it('knows default branch, branches, tags and head', async () => {
    const folder = repositoryOf(FILES)
    git(folder, 'tag', 'plugin-alpha-1.0.0')
    const source = await openBareSource(bareCloneOf(folder))
    const head = git(folder, 'rev-parse', 'HEAD')
    expect(source.identity).toMatchObject({ defaultBranch: 'develop', head, repository: undefined })
    expect(await source.refs?.()).toEqual([
      { kind: 'branch', name: 'develop', oid: head },
      { kind: 'tag', name: 'plugin-alpha-1.0.0', oid: head },
    ])
  })

  it('is read at any commit', async () => {
    const folder = repositoryOf({ 'a.txt': 'first' })
    write(folder, { 'a.txt': 'second' })
    git(folder, 'commit', '-qam', 'Second')
    const bare = bareCloneOf(folder)
    expect(await contents(await openBareSource(bare))).toEqual({ 'a.txt': 'second' })
    expect(await contents(await openBareSource(bare, { commit: 'HEAD~1' }))).toEqual({ 'a.txt': 'first' })
    await expect(openBareSource(bare, { commit: 'no-such-branch' })).rejects.toMatchObject({ code: 'commit-not-found' })
    await expect(openBareSource(bare, { commit: '--all' })).rejects.toMatchObject({ code: 'commit-not-found' })
  })

  it('says which object it lacks and goes on with the others', async () => {
    const folder = repositoryOf({ 'a.txt': 'a', 'big.txt': 'big'.repeat(5000) })
    git(folder, 'config', 'uploadpack.allowFilter', 'true')
    const partial = join(scratchFolder(), 'partial.git')
    git(folder, 'clone', '-q', '--bare', '--filter=blob:limit=1k', `file://${folder}`, partial)
    const source = await openBareSource(partial)
    const [small, big] = await source.entries()
    if (!small || !big) throw new Error('two entries were expected')
    await expect(source.read(big)).rejects.toMatchObject({ name: 'SourceFailure' })
    expect(Buffer.from(await source.read(small)).toString()).toBe('a')
    await source.close?.()
  })

  it('answers no more once it is closed', async () => {
    const source = await openBareSource(bareCloneOf(repositoryOf({ 'a.txt': 'a' })))
    const [entry] = await source.entries()
    if (!entry) throw new Error('an entry was expected')
    await source.read(entry)
    await source.close?.()
    await expect(source.read(entry)).rejects.toMatchObject({ kind: 'interrupted' })
  })

  it('is refused before its first commit, and where there is none', async () => {
    const folder = scratchFolder()
    git(folder, 'init', '-q', '--bare')
    await expect(openBareSource(folder)).rejects.toMatchObject({ code: 'repository-empty' })
    await expect(openBareSource(scratchFolder())).rejects.toMatchObject({ code: 'not-a-git-repository' })
    await expect(openBareSource(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'path-not-found' })
  })
})

describe('the log', () => {
  it('tells the latest commits first, with merges, programs and the release tool as such', async () => {
    const folder = repositoryOf(FILES)
    git(folder, 'checkout', '-q', '-b', 'side')
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'CLOCK-1 : wind up\n\nWith a long explanation.')
    git(folder, 'checkout', '-q', 'develop')
    git(folder, 'merge', '-q', '--no-ff', '-m', 'Merge side', 'side')
    const at = '2026-03-02T09:00:00Z'
    const program = { name: 'dependabot[bot]', email: 'program@example.org' }
    gitAs({ folder, author: program, committer: program, at }, 'commit', '-q', '--allow-empty', '-m', 'Bump a to b')
    git(folder, 'commit', '-q', '--allow-empty', '-m', '[maven-release-plugin] prepare release clock-1.0.0')
    const told = [
      { subject: '[maven-release-plugin] prepare release clock-1.0.0', isMerge: false, isAutomatic: true },
      { subject: 'Bump a to b', isMerge: false, isAutomatic: true },
      { subject: 'Merge side', isMerge: true, isAutomatic: false },
    ]
    for (const source of [await openCheckout(folder), await openBareSource(bareCloneOf(folder))]) {
      const log = (await source.log?.()) ?? []
      expect(log.slice(0, 3)).toMatchObject(told)
      expect(
        log
          .slice(3)
          .map(({ subject }) => subject)
          .sort(),
      ).toEqual(['CLOCK-1 : wind up', 'First'])
      expect(JSON.stringify(log)).not.toContain('example.org')
      await source.close?.()
    }
  })

  it('is not known of a shallow clone nor of an archive', async () => {
    const folder = repositoryOf(FILES)
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second')
    const shallow = join(scratchFolder(), 'shallow')
    git(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, shallow)
    expect((await openCheckout(shallow)).log).toBeUndefined()
    expect((await openTarball(await tarballOf([{ name: 'a/pom.xml' }]))).log).toBeUndefined()
  })
})

describe('a tarball', () => {
  it('holds the same entries as the commit that git made it of', async () => {
    const folder = repositoryOf({ ...FILES, [`deep/${'folder/'.repeat(30)}x.txt`]: 'long path' })
    for (const name of ['a.tar', 'a.tar.gz', 'a.tgz']) {
      const file = join(scratchFolder(), name)
      git(folder, 'archive', '--prefix=plugin-alpha-1.0.0/', '-o', file, 'HEAD')
      const source = await openTarball(file, { as: 'city/plugin-alpha' })
      expect(await source.entries()).toEqual(await (await openCheckout(folder)).entries())
      expect(source.identity.repository).toBe('city/plugin-alpha')
      expect(source.refs).toBeUndefined()
    }
  })

  it('keeps its paths when there is no single top folder', async () => {
    const file = await tarballOf([
      { name: 'a/x.txt', content: 'x' },
      { name: 'b.txt', content: 'b' },
    ])
    expect(await contents(await openTarball(file))).toEqual({ 'a/x.txt': 'x', 'b.txt': 'b' })
  })

  it('lists links as such and leaves out what is no file', async () => {
    const file = await tarballOf([
      { name: 'a/', type: 'directory' },
      { name: 'a/file.sh', content: 'x', mode: 0o755 },
      { name: 'a/link', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'a/same.sh', type: 'link', linkname: 'a/file.sh' },
      { name: 'a/pipe', type: 'fifo' },
      { name: 'a/.git/config', content: 'x' },
    ])
    const source = await openTarball(file)
    expect((await source.entries()).map(({ path, mode }) => [path, mode])).toEqual([
      ['file.sh', '100755'],
      ['link', '120000'],
      ['same.sh', '100755'],
    ])
    expect(await contents(source)).toEqual({ 'file.sh': 'x', link: '/etc/passwd', 'same.sh': 'x' })
  })

  it.each([
    ['a path upward', { name: 'a/../../b.txt', content: 'x' }],
    ['an absolute path', { name: '/b.txt', content: 'x' }],
    ['a path of a drive', { name: 'C:/b.txt', content: 'x' }],
    ['a path with a backslash', { name: String.raw`a\..\b.txt`, content: 'x' }],
    ['a second name of a file outside', { name: 'b.txt', type: 'link', linkname: '../c.txt' }],
    ['a second name of nothing', { name: 'b.txt', type: 'link', linkname: 'c.txt' }],
  ] satisfies readonly (readonly [string, TarEntry])[])('is refused for %s', async (_, entry) => {
    await expect(openTarball(await tarballOf([entry]))).rejects.toMatchObject({ code: 'archive-unsafe' })
  })

  it('is refused when it is cut off or no archive', async () => {
    const folder = scratchFolder()
    const whole = gzipSync(Buffer.alloc(100_000, 'x'))
    write(folder, { 'cut.tar.gz': whole.subarray(0, whole.byteLength - 20), 'other.tar': 'not an archive'.repeat(100) })
    for (const name of ['cut.tar.gz', 'other.tar']) {
      await expect(openTarball(join(folder, name))).rejects.toMatchObject({ code: 'archive-unreadable' })
    }
  })

  it('is refused by what it announces, before it is unpacked', async () => {
    const folder = scratchFolder()
    const announced = pack()
    announced.entry({ name: 'a/x.txt', size: 600 * 1024 * 1024 }).on('error', () => undefined)
    for await (const header of announced) {
      if (header instanceof Uint8Array) write(folder, { 'bomb.tar': header })
      break
    }
    await expect(openTarball(join(folder, 'bomb.tar'))).rejects.toMatchObject({ code: 'archive-too-large' })
  })
})

describe('any path', () => {
  it('opens as what it leads to', async () => {
    const folder = repositoryOf({ 'a.txt': 'committed' })
    const bare = bareCloneOf(folder)
    const tarball = join(scratchFolder(), 'a.tar.gz')
    git(folder, 'archive', '--prefix=top/', '-o', tarball, 'HEAD')
    write(folder, { 'a.txt': 'edited' })
    expect(await contents(await openSource(folder))).toEqual({ 'a.txt': 'edited' })
    for (const path of [bare, tarball, join(folder, '.git')]) {
      expect(await contents(await openSource(path))).toEqual({ 'a.txt': 'committed' })
    }
  })

  it('is refused when it leads to neither', async () => {
    const folder = scratchFolder()
    write(folder, { 'notes.txt': 'x' })
    await expect(openSource(join(folder, 'notes.txt'))).rejects.toMatchObject({ code: 'not-a-source' })
    await expect(openSource(join(folder, 'note.txt'))).rejects.toMatchObject({
      code: 'path-not-found',
      hint: `did you mean ${join(folder, 'notes.txt')}?`,
    })
  })
})

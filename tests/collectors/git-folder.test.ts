import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGitFolder } from '#collectors/workdir/git-folder.ts'
import { readIgnorePatterns } from '#collectors/workdir/ignore-patterns.ts'
import { askForWorkTree, type WorkTree } from '#collectors/workdir/work-tree.ts'
import { random } from '../data/random.ts'
import { git, repositoryOf, scratchFolder, write } from './git-scratch.ts'

const FILES = { 'pom.xml': '<project/>', 'src/java/Gear.java': 'class Gear {}', 'src/deep/er/teeth.sql': 'SELECT 1;' }

/** The order of files within each list is no part of what is known. */
function told(tree: WorkTree | undefined) {
  if (tree === undefined) return undefined
  const tracked = tree.files.tracked.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  return { ...tree, files: { tracked, untracked: tree.files.untracked.toSorted() } }
}

async function bothWays(directory: string) {
  const place = { directory }
  return { read: told(readGitFolder(place)), asked: told(await askForWorkTree(place)) }
}

async function expectSame(directory: string): Promise<void> {
  const { read, asked } = await bothWays(directory)
  expect(read).toBeDefined()
  expect(read).toEqual(asked)
}

/** Without a tracked file to stand against a pattern. */
function ignoredByGit(folder: string, paths: readonly string[]): readonly string[] {
  const asked = spawnSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], {
    cwd: folder,
    input: paths.join('\0'),
  })
  return asked.stdout.toString().split('\0').slice(0, -1)
}

describe('a .git folder read without git tells what git tells', () => {
  it.each([2, 3, 4])('of an index of version %i', async (version) => {
    const folder = repositoryOf({ ...FILES, 'dossier/été.properties': 'a=1', run: '#!/bin/sh' })
    git(folder, 'update-index', '--chmod=+x', 'run')
    write(folder, { 'later.txt': 'meant to be added', 'new/one.txt': '' })
    git(folder, 'add', '--intent-to-add', 'later.txt')
    git(folder, 'update-index', '--index-version', String(version))
    await expectSame(folder)
  })

  it('before the first commit, and before anything was added', async () => {
    const folder = scratchFolder()
    git(folder, 'init', '-q')
    write(folder, FILES)
    await expectSame(folder)
    git(folder, 'add', 'pom.xml')
    await expectSame(folder)
  })

  it('of branches and tags, loose and packed, annotated and light, on a branch and off it', async () => {
    const origin = repositoryOf(FILES)
    git(origin, 'tag', 'light-1')
    git(origin, 'tag', '-a', '-m', 'One', 'annotated-1')
    const folder = join(scratchFolder(), 'clone')
    git(origin, 'clone', '-q', origin, folder)
    git(folder, 'remote', 'set-url', 'origin', 'https://forge.example/city/plugin-alpha.git')
    git(folder, 'tag', '-a', '-m', 'Two', 'annotated-2')
    git(folder, 'branch', 'feature/deep/name')
    await expectSame(folder)
    git(folder, 'pack-refs', '--all')
    git(folder, 'tag', 'light-2')
    git(folder, 'update-ref', 'refs/heads/feature/deep/name', 'HEAD')
    await expectSame(folder)
    git(folder, 'checkout', '-q', '--detach')
    await expectSame(folder)
    git(folder, 'checkout', '-q', '--orphan', 'empty')
    await expectSame(folder)
  })

  it('of a file in conflict, a sparse checkout, a submodule and a repository that lies inside', async () => {
    const folder = repositoryOf({ ...FILES, 'kept/a.txt': 'a', 'left/b.txt': 'b' })
    const part = repositoryOf({ 'part.txt': 'part' })
    git(folder, 'submodule', 'add', '-q', part, 'part')
    git(folder, 'clone', '-q', part, 'foreign/clone')
    mkdirSync(join(folder, 'hollow/.git'), { recursive: true })
    write(folder, { 'hollow/file.txt': 'beside a .git that is none' })
    await expectSame(folder)
    git(folder, 'commit', '-qm', 'Part')
    git(folder, 'config', 'core.sparseCheckout', 'true')
    write(folder, { '.git/info/sparse-checkout': '/*\n!/left/\n' })
    git(folder, 'read-tree', '-mu', 'HEAD')
    await expectSame(folder)
    git(folder, 'checkout', '-q', '-b', 'other')
    write(folder, { 'pom.xml': '<theirs/>' })
    git(folder, 'commit', '-qam', 'Theirs')
    git(folder, 'checkout', '-q', '-')
    write(folder, { 'pom.xml': '<ours/>' })
    git(folder, 'commit', '-qam', 'Ours')
    expect(() => git(folder, 'merge', '-q', 'other')).toThrow()
    await expectSame(folder)
  })

  it('of what patterns leave out, over trees and patterns of any making', async () => {
    const pick = random(20_261)
    const one = <T>(list: readonly T[]) => list[pick(list.length)] as T
    const names = ['a', 'b', 'build', 'target', '.cache', 'x y', 'été', 'Main.java', 'main.class', '#x', '!y', 'a[1]']
    const patterns = [
      '*.class',
      'build/',
      '/a',
      'b/',
      '!b/',
      '**/target',
      'target/**',
      '/a/**/b',
      '!*.java',
      '*',
      '!*/',
    ]
    patterns.push('x\\ y', '\\#x', '\\!y', 'a\\[1\\]', '[ab]', '.cache ', '# note', '', 'a/*', '!a/b', 'ét*', '?')
    for (let round = 0; round < 25; round++) {
      const path = () => Array.from({ length: 1 + pick(4) }, () => one(names)).join('/')
      const lines = () => `${Array.from({ length: 1 + pick(4) }, () => one(patterns)).join('\n')}\n`
      const folder = repositoryOf({ 'pom.xml': '<project/>' })
      const put = (file: string, text: string) => {
        // A name that is a file already cannot be a folder.
        try {
          write(folder, { [file]: text })
        } catch {}
      }
      for (let count = 0; count < 12; count++) put(`${path()}/${one(names)}.txt`, 'tracked')
      git(folder, 'add', '--all')
      for (let count = 0; count < 30; count++) put(path(), 'untracked')
      put('.gitignore', lines())
      put(`${one(names)}/.gitignore`, lines())
      put('.git/info/exclude', pick(10) < 3 ? lines() : '')
      await expectSame(folder)
    }
  })
})

describe('a .git folder that takes git to be understood', () => {
  it('is left to it: settings that take in others, other formats, a linked work tree', async () => {
    const folder = repositoryOf(FILES)
    const linked = join(scratchFolder(), 'linked')
    git(folder, 'worktree', 'add', '-q', linked)
    expect(readGitFolder({ directory: linked })).toBeUndefined()
    for (const text of ['[include]\n\tpath = more', '[extensions]\n\tobjectFormat = sha256', '[core\n']) {
      const one = repositoryOf(FILES)
      writeFileSync(join(one, '.git/config'), text)
      expect(readGitFolder({ directory: one })).toBeUndefined()
    }
    git(folder, 'update-index', '--split-index')
    expect(readGitFolder({ directory: folder })).toBeUndefined()
  })

  it('is left to it: an index that was cut or spoilt, wherever', () => {
    const folder = repositoryOf(FILES)
    const whole = readFileSync(join(folder, '.git/index'))
    for (let length = 0; length < whole.byteLength; length += 7) {
      writeFileSync(join(folder, '.git/index'), whole.subarray(0, length))
      expect(readGitFolder({ directory: folder })).toBeUndefined()
    }
    rmSync(join(folder, '.git/index'))
    expect(readGitFolder({ directory: folder })?.files.tracked).toEqual([])
  })
})

describe('patterns', () => {
  const PATTERNS = [
    '*.class',
    'b/',
    '!b/',
    '**/b',
    'b/**',
    '/a/**/b',
    '*',
    '!*/',
    'x\\ ',
    'x  ',
    '\\#x',
    '\\!y',
    '[!ab]',
    '[[:alpha:]]',
  ]
  PATTERNS.push('[]a]', '[a', 'a\\', '**', 'a**', '/', '!', 'a//b', '[\\a-c]', '[a\\]]', '**/**/c', '# a', '\ra', 'c\r')
  const PATHS = ['a/b/c', 'a/xb', 'b/c', 'x ', 'x', '#x', '!y', ']', '[a', 'a\\', 'main.class', 'é', 'c']

  it.each(PATTERNS)('%j leaves out what git says it does, before and after another', (pattern) => {
    const folder = repositoryOf({})
    for (const text of ['b/', '!*/'].flatMap((other) => [`${pattern}\n${other}`, `${other}\n${pattern}\n`])) {
      write(folder, { '.git/info/exclude': text })
      const opinionOf = readIgnorePatterns(text, { ignoresCase: false })
      const ignored = PATHS.filter((path) => {
        const names = path.split('/')
        return names.some((_, index) => {
          const above = names.slice(0, index + 1).join('/')
          return opinionOf({ path: above, isFolder: index < names.length - 1 }) === 'ignored'
        })
      })
      expect(ignored, text).toEqual(ignoredByGit(folder, PATHS))
    }
  })

  it('take no time worth telling over what is made to take it', () => {
    const opinionOf = readIgnorePatterns(`${'*a'.repeat(100)}b\n${'**/a/'.repeat(100)}b\n`, { ignoresCase: false })
    expect(opinionOf({ path: `${'a'.repeat(4000)}`, isFolder: false })).toBeUndefined()
    expect(opinionOf({ path: `${'a/'.repeat(2000)}c`, isFolder: false })).toBeUndefined()
  })
})

describe('settings', () => {
  it('are read as git reads them', async () => {
    const folder = repositoryOf(FILES)
    writeFileSync(
      join(folder, '.git/config'),
      '[core]\n\tbare = false ; no\n\tfileMode=false # neither\n[Remote "origin"] url = "https://forge.example/city/a b" \n' +
        '\tfetch = +refs/heads/*:\\\nrefs/remotes/origin/*\n[branch "with \\"quotes\\" and \\\\"]\n\tmerge\n',
    )
    await expectSame(folder)
  })
})

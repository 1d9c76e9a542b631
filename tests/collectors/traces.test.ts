import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCheckout } from '#collectors/workdir/source.ts'
import { lookAt } from '#collectors/workdir/traces.ts'
import { git, repositoryOf, scratchFolder, write } from './git-scratch.ts'

const FILES = {
  'pom.xml': '<project/>',
  'src/java/Gear.java': 'class Gear {}',
  'src/sql/create.sql': 'select 1;',
  '.gitignore': 'target/\n*.log\n',
}

/** The places that a checkout names, and what they show. */
async function look(folder: string) {
  const source = await openCheckout(folder)
  const places = source.traces?.()
  if (places === undefined) throw new Error('a plain checkout has traces')
  return { places, digest: lookAt(places)?.digest }
}

describe('the traces of a checkout', () => {
  it.each<[string, (folder: string) => void]>([
    ['a file of the same size, with its old time', keepTime('pom.xml', '<PROJECT/>')],
    ['a file in a folder', (folder) => write(folder, { 'src/sql/create.sql': 'select 2;' })],
    ['a file that git does not track', (folder) => write(folder, { 'notes.txt': 'other' })],
    ['a new file', (folder) => write(folder, { 'src/java/Wheel.java': 'class Wheel {}' })],
    ['a file that is gone', (folder) => rmSync(join(folder, 'src/sql/create.sql'))],
    ['a renamed folder', (folder) => renameSync(join(folder, 'src/java'), join(folder, 'src/jvm'))],
    ['a mode', (folder) => chmodSync(join(folder, 'pom.xml'), 0o755)],
    ['a folder that became a link', (folder) => linkFolder(join(folder, 'src'))],
    ['what is ignored', (folder) => write(folder, { '.gitignore': 'src/\n' })],
    ['what this clone ignores', (folder) => write(folder, { '.git/info/exclude': 'notes.txt\n' })],
    ['a tag', (folder) => void git(folder, 'tag', 'gear-1.0.0')],
    ['a branch deep down', (folder) => void git(folder, 'branch', 'feature/deep')],
    ['packed references', (folder) => void git(folder, 'pack-refs', '--all')],
    ['a commit', (folder) => void git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second')],
    ['the index', (folder) => void git(folder, 'add', 'notes.txt')],
    ['the origin', (folder) => void git(folder, 'remote', 'add', 'origin', 'https://forge.example/city/gear.git')],
    ['a clone made shallow', (folder) => write(folder, { '.git/shallow': '' })],
    ['a repository put into it', (folder) => void git(folder, 'init', '-q', 'src/inner')],
  ])('show %s', async (_, change) => {
    const folder = repositoryOf(FILES)
    write(folder, { 'notes.txt': 'mine', 'target/built.txt': 'built', 'a.log': 'log' })
    const before = await look(folder)
    expect(lookAt(before.places)?.digest).toBe(before.digest)
    expect((await look(folder)).digest).toBe(before.digest)
    change(folder)
    expect(lookAt(before.places)?.digest).not.toBe(before.digest)
  })

  it('say nothing of what is built, which nobody looks at', async () => {
    const folder = repositoryOf(FILES)
    write(folder, { 'target/built.txt': 'built' })
    const { places, digest } = await look(folder)
    write(folder, { 'target/built.txt': 'built anew', 'target/more.txt': 'more' })
    expect(lookAt(places)?.digest).toBe(digest)
  })

  it('are dated by the latest change, and are none of a place that may not be looked at or a folder outside of git', async () => {
    const folder = repositoryOf(FILES)
    const { places } = await look(folder)
    expect(lookAt(places)?.changedMs).toBeGreaterThan(Date.now() - 60_000)
    expect(lookAt(['\0'])).toBeUndefined()
    expect((await openCheckout(scratchFolder())).traces).toBeUndefined()
  })
})

function keepTime(path: string, text: string): (folder: string) => void {
  return (folder) => {
    const file = join(folder, path)
    expect(readFileSync(file)).toHaveLength(text.length)
    writeFileSync(file, text)
    utimesSync(file, new Date(0), new Date(0))
  }
}

function linkFolder(folder: string): void {
  renameSync(folder, `${folder}-real`)
  mkdirSync(join(folder, '..'), { recursive: true })
  symlinkSync(`${folder}-real`, folder)
}

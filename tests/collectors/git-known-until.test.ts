import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { historyKnownUntil } from '#collectors/git/known-until.ts'
import { git, gitAs, repositoryOf, scratchFolder } from './git-scratch.ts'

const HOST = 'https://forge.example/ville-inventee/greffon'
const NOW = '2026-11-21T08:00:00Z'

const until = (directory: string) => historyKnownUntil({ directory }, { head: 'HEAD', now: NOW })

/** Everything that git wrote was written then. */
function written(folder: string, at: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, name), new Date(at), new Date(at))
}

/** A clone whose log says that it was taken from there at that moment. */
function cloneOf(source: string, { from = HOST, at }: { readonly from?: string; readonly at: string }): string {
  const folder = join(scratchFolder(), 'clone')
  const hand = { name: 'Contributor 017', email: 'contributor-017@example.org' }
  gitAs({ folder: source, author: hand, committer: hand, at }, 'clone', '-q', source, folder)
  git(folder, 'remote', 'set-url', 'origin', from)
  for (const log of ['logs/HEAD', 'logs/refs/remotes/origin/HEAD']) {
    const seconds = Date.parse(at) / 1000
    const path = join(folder, '.git', log)
    if (existsSync(path))
      writeFileSync(path, `${'0'.repeat(40)} ${'1'.repeat(40)} C <c> ${seconds} +0000\tclone: from ${from}\n`)
  }
  return folder
}

function fetchedAt(clone: string, at: string, text = `${'1'.repeat(40)}\t\tbranch 'develop' of ${HOST}\n`): void {
  const path = join(clone, '.git', 'FETCH_HEAD')
  writeFileSync(path, text)
  utimesSync(path, new Date(at), new Date(at))
}

describe('until when the history of a clone is known', () => {
  it('is the cloning where nothing was fetched since, whatever wrote into its files later', async () => {
    const clone = cloneOf(repositoryOf({ 'pom.xml': '<project/>' }), { at: '2026-04-02T10:00:00Z' })
    written(join(clone, '.git'), '2026-08-01T00:00:00Z')
    expect(await until(clone)).toBe('2026-04-02T10:00:00Z')
  })

  it('is the last fetch, and not one that failed', async () => {
    const clone = cloneOf(repositoryOf({ 'pom.xml': '<project/>' }), { at: '2026-04-02T10:00:00Z' })
    fetchedAt(clone, '2026-06-03T11:00:00Z')
    expect(await until(clone)).toBe('2026-06-03T11:00:00Z')
    fetchedAt(clone, '2026-07-03T11:00:00Z', '')
    expect(await until(clone)).toBe('2026-04-02T10:00:00Z')
  })

  it('is that of the clone that it was taken from', async () => {
    const middle = cloneOf(repositoryOf({ 'pom.xml': '<project/>' }), { at: '2026-01-05T10:00:00Z' })
    const clone = cloneOf(middle, { from: middle, at: '2026-04-02T10:00:00Z' })
    expect(await until(clone)).toBe('2026-01-05T10:00:00Z')
    const moved = `${middle}-elsewhere`
    renameSync(middle, moved)
    // Nothing tells any more than the newest commit itself.
    expect(await until(clone)).toBe('2026-03-02T09:00:00Z')
    rmSync(moved, { recursive: true })
  })

  it('is now for what is nobody’s clone, and the newest reference for a copy that has no settings', async () => {
    const own = repositoryOf({ 'pom.xml': '<project/>' })
    expect(await until(own)).toBe(NOW)
    const bare = join(scratchFolder(), 'copy.git')
    git(own, 'clone', '-q', '--bare', own, bare)
    rmSync(join(bare, 'config'))
    written(bare, '2026-05-06T08:00:00Z')
    expect(await until(bare)).toBe('2026-05-06T08:00:00Z')
  })

  it('is the making of a mirror that keeps no log, though it was packed since', async () => {
    const mirror = join(scratchFolder(), 'mirror.git')
    const source = repositoryOf({ 'pom.xml': '<project/>' })
    git(source, 'clone', '-q', '--mirror', source, mirror)
    git(mirror, 'remote', 'set-url', 'origin', HOST)
    written(mirror, '2026-05-06T08:00:00Z')
    utimesSync(join(mirror, 'packed-refs'), new Date('2026-09-01T00:00:00Z'), new Date('2026-09-01T00:00:00Z'))
    expect(statSync(join(mirror, 'packed-refs')).mtime.toISOString()).toBe('2026-09-01T00:00:00.000Z')
    expect(await until(mirror)).toBe('2026-05-06T08:00:00Z')
  })

  it('lies never ahead of the clock', async () => {
    const clone = cloneOf(repositoryOf({ 'pom.xml': '<project/>' }), { at: '2026-04-02T10:00:00Z' })
    fetchedAt(clone, '2031-01-01T00:00:00Z')
    expect(await until(clone)).toBe(NOW)
  })
})

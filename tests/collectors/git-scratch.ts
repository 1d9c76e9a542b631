import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone when the test is over. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parvis-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

export interface Hand {
  readonly name: string
  readonly email: string
}

export const CONTRIBUTOR: Hand = { name: 'Contributor 017', email: 'contributor-017@example.org' }

/** The real git, deaf to the settings of whoever runs the tests. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitAs({ folder, author: CONTRIBUTOR, committer: CONTRIBUTOR, at: '2026-03-02T09:00:00Z' }, ...args)
}

interface GitHand {
  readonly folder: string
  readonly author: Hand
  readonly committer: Hand
  /** Author's and committer's date. */
  readonly at: string
}

export function gitAs({ folder, author, committer, at }: GitHand, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: at,
    },
  }).trimEnd()
}

/** A new repository with one commit of these files. */
export function repositoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = scratchFolder()
  git(folder, 'init', '-q', '-b', 'develop')
  write(folder, files)
  git(folder, 'add', '--all')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'First')
  return folder
}

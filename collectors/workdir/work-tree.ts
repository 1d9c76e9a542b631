import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { EntryMode } from '#data/model/source.ts'
import { milliseconds, type SeenFile, type TrackedFile } from '../git/index-file.ts'
import { type CloneSettings, type KnownRefs, readCloneSettings, readRefs } from '../git/refs.ts'
import { askGit, type GitPlace, runGit } from '../git/run-git.ts'
import type { DiskFile } from './disk.ts'

export interface WorkTreeFiles {
  readonly tracked: readonly TrackedFile[]
  /** Paths of files that git neither tracks nor ignores. */
  readonly untracked: readonly string[]
}

/** What is known of the checkout that a folder is, or lies in. */
export interface WorkTree {
  readonly place: GitPlace
  /** From the root of the work tree to the folder that is read; undefined at the root. */
  readonly folder: string | undefined
  readonly settings: CloneSettings
  readonly known: KnownRefs
  readonly isShallow: boolean
  readonly head: string | undefined
  readonly files: WorkTreeFiles
  /** Milliseconds since the epoch; 0 without an index. */
  readonly indexWrittenMs: number
}

/**
 * The checkout as git tells it, in four processes. Undefined for a folder that only happens to lie in a work tree: one
 * that git tracks nothing of.
 */
export async function askForWorkTree(place: GitPlace): Promise<WorkTree | undefined> {
  const questions = ['--is-inside-work-tree', '--is-shallow-repository', '--show-prefix', '--git-path', 'index']
  try {
    const [answer, settings, known, files] = await Promise.all([
      askGit(['rev-parse', ...questions, '--revs-only', 'HEAD'], place),
      readCloneSettings(place),
      readRefs(place),
      listWorkTree(place),
    ])
    const [, isShallow, prefix = '', index = '', head] = answer.split('\n')
    if (prefix !== '' && files.tracked.length === 0) return undefined
    const indexWrittenMs = statSync(resolve(place.directory, index), { throwIfNoEntry: false })?.mtimeMs ?? 0
    const folder = prefix === '' ? undefined : prefix.replace(/\/$/u, '')
    return { place, folder, settings, known, isShallow: isShallow === 'true', head, files, indexWrittenMs }
  } catch (failure) {
    // A `.git` that points nowhere, as in a copied work tree or submodule, is as good as none.
    if (failure instanceof UsageFailure && failure.code === 'not-a-git-repository') return undefined
    throw failure
  }
}

const LIST = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'] as const

/**
 * Files under a folder of a work tree, without ignored ones; paths relative to it. What git remembers of each file is
 * printed by an option whose format git does not promise: where it does not parse, it is done without.
 */
async function listWorkTree(place: GitPlace): Promise<WorkTreeFiles> {
  return parseFiles(await runGit([...LIST, '--debug'], place)) ?? parseFiles(await runGit(LIST, place)) ?? failToParse()
}

function failToParse(): never {
  throw new Error('the answer of git ls-files does not parse')
}

const REMEMBERED = /^(?: {2}[^\n]*\n)*/
const TRACKED = /^(\S) (\d{6}) ([0-9a-f]{40,64}) \d\t(.+)$/s

function parseFiles(answer: Buffer): WorkTreeFiles | undefined {
  // By path, because a file in conflict has up to three lines.
  const tracked = new Map<string, TrackedFile>()
  const untracked: string[] = []
  const fields = answer.toString('utf8').split('\0')
  for (const [index, field] of fields.entries()) {
    const line = field.replace(REMEMBERED, '')
    if (line === '') continue
    if (line.startsWith('? ')) {
      // A repository inside this one is listed as a folder and is no part of it.
      if (!line.endsWith('/')) untracked.push(line.slice(2))
      continue
    }
    const [, tag, mode, oid, path] = TRACKED.exec(line) ?? []
    if (path === undefined || oid === undefined) return undefined
    const seen = readSeen(REMEMBERED.exec(fields[index + 1] ?? '')?.[0] ?? '')
    tracked.set(path, { path, mode: mode as EntryMode, oid, isSkipped: tag === 'S', seen })
  }
  return { tracked: [...tracked.values()], untracked }
}

/** Git keeps the lower 32 bits of what numbers a file. */
const INODES = 2 ** 32

const SEEN = /ctime: (\d+):(\d+)\s+mtime: (\d+):(\d+)\s+dev: \d+\s+ino: (\d+)\s.*\ssize: (\d+)\s/s

function readSeen(text: string): SeenFile | undefined {
  const [ctime, ctimeNs, mtime, mtimeNs, inode, size] = SEEN.exec(text)?.slice(1).map(Number) ?? []
  if (ctime === undefined || ctimeNs === undefined || mtime === undefined || mtimeNs === undefined) return undefined
  if (inode === undefined || size === undefined) return undefined
  return { changedMs: milliseconds(ctime, ctimeNs), modifiedMs: milliseconds(mtime, mtimeNs), inode, size }
}

/**
 * Whether a file still is what the index holds, without reading it: git's own test. A file touched at the very time of
 * the index or after may have changed without a trace, so it is not.
 */
export function isUntouched(file: DiskFile, seen: SeenFile | undefined, indexWrittenMs: number): boolean {
  return (
    seen !== undefined &&
    file.modifiedMs < indexWrittenMs &&
    file.modifiedMs === seen.modifiedMs &&
    file.changedMs === seen.changedMs &&
    file.size === seen.size &&
    file.inode % INODES === seen.inode
  )
}

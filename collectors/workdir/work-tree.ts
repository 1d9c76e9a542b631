import type { Oid } from '#data/model/oid.ts'
import type { EntryMode } from '#data/model/source.ts'
import { type GitPlace, runGit } from '../git/run-git.ts'
import type { DiskFile } from './disk.ts'

/** A file that git tracks, as the index holds it. */
export interface TrackedFile {
  readonly path: string
  readonly mode: EntryMode
  readonly oid: Oid
  /** Left out on disk by a sparse checkout. */
  readonly isSkipped: boolean
  /** How the file looked when git last found it equal to the index; undefined when git does not say so readably. */
  readonly seen: SeenFile | undefined
}

export interface SeenFile extends Pick<DiskFile, 'size' | 'modifiedNs' | 'changedNs'> {
  /** Git keeps the lower 32 bits. */
  readonly inode: bigint
}

export interface WorkTreeFiles {
  readonly tracked: readonly TrackedFile[]
  /** Paths of files that git neither tracks nor ignores. */
  readonly untracked: readonly string[]
}

const LIST = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard'] as const

/**
 * Files under a folder of a work tree, without ignored ones; paths relative to it. What git remembers of each file is
 * printed by an option whose format git does not promise: where it does not parse, it is done without.
 */
export async function listWorkTree(place: GitPlace): Promise<WorkTreeFiles> {
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

const SEEN = /ctime: (\d+):(\d+)\s+mtime: (\d+):(\d+)\s+dev: \d+\s+ino: (\d+)\s.*\ssize: (\d+)\s/s

function readSeen(text: string): SeenFile | undefined {
  const [ctime, ctimeNs, mtime, mtimeNs, inode, size] = SEEN.exec(text)?.slice(1).map(BigInt) ?? []
  if (ctime === undefined || ctimeNs === undefined || mtime === undefined || mtimeNs === undefined) return undefined
  if (inode === undefined || size === undefined) return undefined
  return { changedNs: nanoseconds(ctime, ctimeNs), modifiedNs: nanoseconds(mtime, mtimeNs), inode, size: Number(size) }
}

function nanoseconds(seconds: bigint, rest: bigint): bigint {
  return seconds * 1_000_000_000n + rest
}

/**
 * Whether a file still is what the index holds, without reading it: git's own test, to the nanosecond. A file touched
 * at the very time of the index or after may have changed without a trace, so it is not.
 */
export function isUntouched(file: DiskFile, seen: SeenFile | undefined, indexWrittenNs: bigint): boolean {
  return (
    seen !== undefined &&
    file.modifiedNs < indexWrittenNs &&
    file.modifiedNs === seen.modifiedNs &&
    file.changedNs === seen.changedNs &&
    file.size === seen.size &&
    BigInt.asUintN(32, file.inode) === seen.inode
  )
}

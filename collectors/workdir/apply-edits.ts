import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { Entry } from '#data/model/source.ts'
import { listTree } from '../git/bare-source.ts'
import { openDisk } from './disk.ts'

/** New content of a file of a checkout. */
export interface Edit {
  readonly entry: Entry
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/**
 * Why a file is left as it is: `uncommitted` holds work that git could not give back, `changed` is not on disk what was
 * judged (a filter of git, or somebody who writes at this moment), `unwritable` is what the disk refused.
 */
export type Obstacle = 'uncommitted' | 'changed' | 'unwritable'

export interface Applied {
  readonly written: readonly Edit[]
  readonly left: readonly { readonly edit: Edit; readonly obstacle: Obstacle }[]
}

interface Place {
  /** Folder that the paths of the edits are relative to. */
  readonly root: string
  /** Write over uncommitted work, too. */
  readonly isForced: boolean
  readonly signal?: AbortSignal | undefined
}

/** Which edits may be written; nothing is written yet. A folder outside of git has nothing committed at all. */
export async function sortEdits(edits: readonly Edit[], { root, isForced, signal }: Place): Promise<Applied> {
  const committed = isForced ? new Map<string, string>() : await committedFiles(root, signal)
  const disk = openDisk(root)
  const obstacleOf = ({ entry, before }: Edit): Obstacle | undefined => {
    if (!isForced && committed.get(entry.path) !== entry.oid) return 'uncommitted'
    // A link, or what lies behind one, is no file of this tree.
    const found = disk.inspect(entry.path)
    if (found === 'closed' || found?.mode !== entry.mode) return 'changed'
    try {
      return disk.read(entry.path, entry.mode).equals(before) ? undefined : 'changed'
    } catch (error) {
      if (error instanceof SourceFailure) return 'changed'
      throw error
    }
  }
  const sorted = edits.map((edit) => ({ edit, obstacle: obstacleOf(edit) }))
  return {
    written: sorted.flatMap(({ edit, obstacle }) => (obstacle === undefined ? [edit] : [])),
    left: sorted.flatMap(({ edit, obstacle }) => (obstacle === undefined ? [] : [{ edit, obstacle }])),
  }
}

/** Writes what may be written, each file whole or not at all, with the mode it had. */
export async function applyEdits(edits: readonly Edit[], place: Place): Promise<Applied> {
  const sorted = await sortEdits(edits, place)
  const written: Edit[] = []
  const left = [...sorted.left]
  for (const edit of sorted.written) {
    if (write(join(place.root, edit.entry.path), edit)) written.push(edit)
    else left.push({ edit, obstacle: 'unwritable' })
  }
  return { written, left }
}

/** Ids of the files of the last commit, by paths relative to the root; none without a commit. */
async function committedFiles(root: string, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, string>> {
  try {
    const entries = await listTree({ directory: root, signal }, 'HEAD', { isRelative: true })
    return new Map(entries.map(({ path, oid }) => [path, oid]))
  } catch (error) {
    if (error instanceof UsageFailure && error.code === 'not-a-git-repository') return new Map()
    if (error instanceof SourceFailure && error.kind !== 'interrupted') return new Map()
    throw error
  }
}

/** Written beside its place and moved there; whether the disk let us. */
function write(path: string, { before, after }: Edit): boolean {
  const draft = join(dirname(path), `.parvis-${process.pid}.draft`)
  try {
    const mode = modeOf(path, before)
    const { O_WRONLY, O_CREAT, O_EXCL } = constants
    const file = openSync(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try {
      for (let at = 0; at < after.byteLength; ) at += writeSync(file, after, at)
      fchmodSync(file, mode)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    return true
  } catch {
    rmSync(draft, { force: true })
    return false
  }
}

/** The permissions of the very file that was looked at; throws when another has taken its place. */
function modeOf(path: string, before: Uint8Array): number {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    if (!readFileSync(file).equals(before)) throw new Error('the file changed')
    return fstatSync(file).mode & 0o777
  } finally {
    closeSync(file)
  }
}

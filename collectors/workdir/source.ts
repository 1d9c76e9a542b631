import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { nearest } from '#data/model/nearest.ts'
import { blobOid, type Oid } from '#data/model/oid.ts'
import type { Entry, Source, SourceIdentity } from '#data/model/source.ts'
import type { TrackedFile } from '../git/index-file.ts'
import { readLog } from '../git/log.ts'
import { type ObjectReader, openObjectReader } from '../git/object-reader.ts'
import { checkRepositoryName } from '../git/remote.ts'
import type { GitPlace } from '../git/run-git.ts'
import { type Disk, NO_OID, openDisk } from './disk.ts'
import { readGitFolder } from './git-folder.ts'
import { listFolder } from './plain-folder.ts'
import { askForWorkTree, isUntouched, type WorkTree } from './work-tree.ts'

export interface CheckoutOptions {
  /** `owner/name`, when the user says so; stands above what the origin remote says. */
  readonly as?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * A folder as a source: a git work tree or a folder in one (tracked and untracked files, without ignored and deleted
 * ones), or any other folder. Throws a `UsageFailure`: `path-not-found`, `path-not-a-folder`, `not-a-checkout`,
 * `git-absent`, `git-unsafe-directory`, `invalid-repository-name`.
 */
export async function openCheckout(path: string, options: CheckoutOptions = {}): Promise<Source> {
  const repository = options.as === undefined ? undefined : checkRepositoryName(options.as)
  const root = findFolder(path)
  const identity: SourceIdentity = { origin: path, repository, defaultBranch: undefined, head: undefined }
  if (!isInGit(root)) return folderSource(root, identity)
  const place = { directory: root, signal: options.signal }
  const traces: string[] = []
  const plain = readGitFolder(place, traces)
  if (plain !== undefined) return workTreeSource(root, plain, { identity, gitFolder: join(root, '.git'), traces })
  const tree = await askForWorkTree(place)
  return tree === undefined ? folderSource(root, identity) : workTreeSource(root, tree, { identity })
}

/** Whether a folder is itself a git directory: a bare clone, or the `.git` of a checkout. */
export function isGitDirectory(folder: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))
}

/** Names what exists beside the part of the path that does not. */
function explainMissing(path: string): UsageFailure {
  let missing = resolve(path)
  while (!existsSync(dirname(missing)) && dirname(missing) !== missing) missing = dirname(missing)
  const parent = dirname(missing)
  const siblings = statSync(parent).isDirectory() ? readdirSync(parent) : []
  const guess = nearest(basename(missing), siblings)
  if (guess === undefined) return new UsageFailure('path-not-found', `${path} does not exist`)
  // In the words of the user where only the last part is wrong.
  const suggestion = join(parent === resolve(dirname(path)) ? dirname(path) : parent, guess)
  return new UsageFailure('path-not-found', `${path} does not exist`, { hint: `did you mean ${suggestion}?` })
}

/** What lies at a path that the user named. Throws `path-not-found` or `path-unreadable`. */
export function findPath(path: string): Stats {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat) return stat
  } catch (cause) {
    throw new UsageFailure('path-unreadable', cause instanceof Error ? cause.message : `${path} cannot be read`)
  }
  throw explainMissing(path)
}

function findFolder(path: string): string {
  const stat = findPath(path)
  if (!stat.isDirectory()) throw new UsageFailure('path-not-a-folder', `${path} is a file, not a folder`)
  if (isGitDirectory(path)) {
    throw new UsageFailure('not-a-checkout', `${path} holds the objects of a repository, not its files`)
  }
  return realpathSync(path)
}

function isInGit(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true
    if (dirname(at) === at) return false
  }
}

interface Named {
  readonly identity: SourceIdentity
  /** The git directory, where it is laid out plainly. */
  readonly gitFolder?: string
  /** What else than the files of the tree the answers follow from, where that is known. */
  readonly traces?: readonly string[]
}

function workTreeSource(root: string, tree: WorkTree, { identity: named, gitFolder, traces }: Named): Source {
  const { settings, known } = tree
  const tracked = new Map(tree.files.tracked.map((file) => [file.path, file]))
  const disk = openDisk(root)
  let entries: readonly Entry[] | undefined
  let objects: ObjectReader | undefined

  const readStored = (entry: Entry) => {
    objects ??= openObjectReader(tree.place)
    return objects.read(entry.oid)
  }
  return {
    identity: {
      ...named,
      ...(tree.folder !== undefined && { folder: tree.folder }),
      repository: named.repository ?? settings.origin?.repository,
      server: settings.origin?.server,
      defaultBranch: known.originHead,
      head: tree.head,
    },
    entries: async () => {
      entries ??= sorted([
        ...tree.files.tracked.flatMap((file) => trackedEntry(disk, tree, file)),
        ...tree.files.untracked.flatMap((path) => diskEntry(disk, path)),
      ])
      return entries
    },
    read: async (entry) => {
      const kept = tracked.get(entry.path)
      if (entry.mode === '160000') throw new SourceFailure('not-found', `${entry.path} is another repository`)
      if (kept && isOnlyStored(kept)) return readStored(entry)
      const content = disk.read(entry.path, entry.mode)
      if (blobOid(content) === entry.oid) return content
      // Line ends or content filters make the file on disk another one than git keeps.
      if (kept?.oid === entry.oid) return readStored(entry)
      throw changed(entry)
    },
    ...(tree.folder === undefined && { at: (commit: Oid) => sourceAt(commit, { root, as: named.repository }) }),
    close: async () => objects?.close(),
    ...(tree.isShallow || !settings.hasAllRefs || known.refs.length === 0 ? {} : { refs: async () => known.refs }),
    ...(traces && { traces: () => [...traces, ...placesOf(root, tree.files)] }),
    ...(tree.isShallow || tree.head === undefined ? {} : { log: logOf(tree.place, tree.head, gitFolder) }),
  }
}

/** Rarely asked for: most checkouts are judged as they lie there. */
async function sourceAt(commit: Oid, { root, as }: { readonly root: string; readonly as: string | undefined }) {
  const { openBareSource } = await import('../git/bare-source.ts')
  return openBareSource(root, { commit, as }).catch(withoutObjects)
}

function logOf(place: GitPlace, head: Oid, gitFolder: string | undefined) {
  return () => readLog(place, head, gitFolder).catch(withoutObjects)
}

/** To git a folder whose objects are gone is no repository: its files are judged all the same. */
function withoutObjects(failure: unknown): never {
  if (!(failure instanceof UsageFailure) || failure.code !== 'not-a-git-repository') throw failure
  throw new SourceFailure('invalid-answer', failure.message, { cause: failure })
}

/** Of the files, tracked or not, and of the folders that tracked ones lie in: those may be left out of the listing. */
function placesOf(root: string, { tracked, untracked }: WorkTree['files']): readonly string[] {
  const paths = [...tracked.map(({ path }) => path), ...untracked]
  const folders = new Set<string>()
  for (const { path } of tracked) {
    for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  }
  return [...folders, ...paths].map((path) => `${root}/${path}`)
}

/** Not on disk, or under a name that is no UTF-8 and so cannot be opened. */
function isOnlyStored(file: TrackedFile): boolean {
  return file.isSkipped || file.path.includes('\uFFFD')
}

function trackedEntry(disk: Disk, tree: WorkTree, kept: TrackedFile): readonly Entry[] {
  const { path, mode, oid } = kept
  if (mode === '160000' || isOnlyStored(kept)) return [{ path, mode, oid, size: 0 }]
  const found = disk.inspect(path)
  if (found === undefined) return []
  if (found === 'closed') return [{ path, mode, oid, size: 0 }]
  if (isUntouched(found, kept.seen, tree.indexWrittenMs)) return [{ path, mode, oid, size: found.size }]
  const isSameType = (found.mode === '120000') === (mode === '120000')
  const foundMode = isSameType && !tree.settings.hasFileModes ? mode : found.mode
  return [{ path, mode: foundMode, oid: disk.oid(path, found), size: found.size }]
}

function folderSource(root: string, identity: SourceIdentity): Source {
  const disk = openDisk(root)
  let entries: readonly Entry[] | undefined
  return {
    identity,
    entries: async () => {
      entries ??= sorted(listFolder(root).flatMap((path) => diskEntry(disk, path)))
      return entries
    },
    read: async (entry) => {
      const content = disk.read(entry.path, entry.mode)
      if (blobOid(content) !== entry.oid) throw changed(entry)
      return content
    },
  }
}

/** A folder that may not be looked into stands in the list itself: whoever reads all there is learns why he cannot. */
function diskEntry(disk: Disk, path: string): readonly Entry[] {
  const found = path.endsWith('/') ? 'closed' : disk.inspect(path)
  if (found === 'closed') return [{ path: path.replace(/\/$/u, ''), mode: '100644', oid: NO_OID, size: 0 }]
  return found === undefined ? [] : [{ path, mode: found.mode, oid: disk.oid(path, found), size: found.size }]
}

function sorted(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

function changed(entry: Entry): SourceFailure {
  return new SourceFailure('gone', `${entry.path} changed while it was read`)
}

import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { SourceFailure } from '#data/model/failures.ts'
import { blobOid, type Oid } from '#data/model/oid.ts'
import type { EntryMode } from '#data/model/source.ts'
import type { FailureKind } from '#data/model/vocabulary.ts'

/** Files above this many bytes are listed but not read: no rule looks into them. */
const LARGEST_READ = 64 * 1024 * 1024
/** Files above this many bytes go without an id: finding it out takes a second and more, and nobody reads them. */
const LARGEST_NAMED = 256 * 1024 * 1024
const CHUNK = 1024 * 1024

/** The id of what is not read: no file has it. */
export const NO_OID: Oid = '0'.repeat(40)

export interface DiskFile {
  readonly mode: Exclude<EntryMode, '160000'>
  readonly size: number
  /** Milliseconds since the epoch, with their fraction. */
  readonly modifiedMs: number
  readonly changedMs: number
  readonly inode: number
}

/** The files under one folder, by paths relative to it. Reads synchronously: for small files that is ten times faster. */
export interface Disk {
  /**
   * What lies at a path; undefined for nothing, a folder, a pipe, a device, and whatever lies behind a symbolic link
   * to a folder. A link is itself, never its target. `closed` where nobody lets us look.
   */
  inspect(path: string): DiskFile | 'closed' | undefined
  /** The bytes that git would keep for this path: of a symbolic link, the words it holds. Throws a `SourceFailure`. */
  read(path: string, mode: EntryMode): Buffer
  /** The id that git would give to what lies at this path, and an id of zeros when it is too large or may not be read. */
  oid(path: string, file: DiskFile): Oid
}

export function openDisk(root: string): Disk {
  const folders = new Map<string, boolean>([['.', true]])
  const isRealFolder = (folder: string): boolean => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const found = isRealFolder(dirname(folder)) ? lookAt(join(root, folder)) : undefined
    // What lies in a closed folder is closed too, and says so itself.
    const isReal = found === 'closed' || found?.isDirectory() === true
    folders.set(folder, isReal)
    return isReal
  }
  return {
    inspect: (path) => (isRealFolder(dirname(path)) ? inspect(join(root, path)) : undefined),
    read: (path, mode) => readBytes(join(root, path), path, mode),
    oid: (path, file) => oidOf(join(root, path), path, file),
  }
}

function inspect(place: string): DiskFile | 'closed' | undefined {
  const stat = lookAt(place)
  if (stat === 'closed') return 'closed'
  const isLink = stat?.isSymbolicLink() === true
  if (stat === undefined || !(isLink || stat.isFile())) return undefined
  const mode = isLink ? '120000' : (stat.mode & 0o100) === 0 ? '100644' : '100755'
  return { mode, size: stat.size, modifiedMs: stat.mtimeMs, changedMs: stat.ctimeMs, inode: stat.ino }
}

function lookAt(place: string): Stats | 'closed' | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false })
  } catch (cause) {
    // A name longer than the disk takes is that of nothing.
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    return code === 'EACCES' || code === 'EPERM' ? 'closed' : undefined
  }
}

function readBytes(place: string, path: string, mode: EntryMode): Buffer {
  return reading(path, () => {
    if (mode === '120000') return readlinkSync(place, { encoding: 'buffer' })
    return withFile(place, (file, size) => {
      if (size > LARGEST_READ) throw new SourceFailure('too-large', `${path} has ${size} bytes`)
      return readFileSync(file)
    })
  })
}

function oidOf(place: string, path: string, { mode, size }: DiskFile): Oid {
  try {
    if (mode === '120000' || size <= LARGEST_READ) return blobOid(readBytes(place, path, mode))
    if (size > LARGEST_NAMED) return NO_OID
    return reading(path, () => withFile(place, oidInChunks))
  } catch (failure) {
    // Listed all the same: reading it will say why it cannot be read, and rules answer "unknown".
    if (failure instanceof SourceFailure) return NO_OID
    throw failure
  }
}

function oidInChunks(file: number, size: number): Oid {
  const hash = createHash('sha1').update(`blob ${size}\0`)
  const chunk = Buffer.alloc(CHUNK)
  for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk))
    hash.update(chunk.subarray(0, count))
  return hash.digest('hex')
}

function withFile<T>(place: string, use: (file: number, size: number) => T): T {
  // A link or a pipe put in the place of a file since it was listed is refused; Windows knows no such flags.
  const file = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    return use(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ELOOP: 'gone',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof SourceFailure || !(cause instanceof Error)) throw cause
    const code = 'code' in cause ? String(cause.code) : ''
    throw new SourceFailure(KINDS[code] ?? 'invalid-answer', `${path} could not be read (${code})`, { cause })
  }
}

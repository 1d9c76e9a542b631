import { createHash } from 'node:crypto'
import type { Oid } from '#data/model/oid.ts'
import type { EntryMode } from '#data/model/source.ts'

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

/** Times in milliseconds since the epoch, as Node counts them: to a quarter of a microsecond. */
export interface SeenFile {
  readonly size: number
  readonly modifiedMs: number
  readonly changedMs: number
  /** Git keeps the lower 32 bits. */
  readonly inode: number
}

/** The instant of a time that is kept in two parts, by the sum that Node makes of them: equal parts, equal number. */
export function milliseconds(seconds: number, nanoseconds: number): number {
  return seconds * 1000 + nanoseconds / 1_000_000
}

/** Bytes of an entry before its flags, and of what stands behind the last: the digest of the file. */
const FIXED = 62
const DIGEST = 20

const IS_EXTENDED = 0x4000
const IS_SKIPPED = 0x4000

const MODES: ReadonlyMap<number, EntryMode> = new Map([
  [0o100644, '100644'],
  [0o100755, '100755'],
  [0o120000, '120000'],
  [0o160000, '160000'],
])

/**
 * The files of an index (versions 2 to 4, SHA-1), one per path: of a file in conflict the last stage. Undefined for
 * what this reader does not know (a split or a sparse index, a newer version, a damaged file): git itself is asked then.
 */
export function parseIndex(bytes: Buffer): readonly TrackedFile[] | undefined {
  if (bytes.byteLength < 12 + DIGEST || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = bytes.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  try {
    if (!isWhole(bytes)) return undefined
    const { files, end } = readFiles(bytes, version)
    return hasOptionalExtensionsOnly(bytes, end) ? files : undefined
  } catch (damage) {
    if (damage instanceof RangeError) return undefined
    throw damage
  }
}

/** By the digest at the end, which is left at zero where git was told not to spend time on it. */
function isWhole(bytes: Buffer): boolean {
  const digest = bytes.subarray(bytes.byteLength - DIGEST)
  const body = bytes.subarray(0, bytes.byteLength - DIGEST)
  return digest.every((byte) => byte === 0) || createHash('sha1').update(body).digest().equals(digest)
}

function readFiles(bytes: Buffer, version: number): { readonly files: readonly TrackedFile[]; readonly end: number } {
  const count = bytes.readUInt32BE(8)
  const files: TrackedFile[] = []
  let at = 12
  let path = ''
  for (let index = 0; index < count; index++) {
    const flags = bytes.readUInt16BE(at + 60)
    const isExtended = version > 2 && (flags & IS_EXTENDED) !== 0
    const isSkipped = isExtended && (bytes.readUInt16BE(at + FIXED) & IS_SKIPPED) !== 0
    const nameAt = at + FIXED + (isExtended ? 2 : 0)
    const before: string = path
    const name = version === 4 ? compressedName(bytes, nameAt, before) : plainName(bytes, nameAt, at)
    path = name.path
    const file = { path, isSkipped, ...readEntry(bytes, at) }
    if (path === before && files.length > 0) files[files.length - 1] = file
    else files.push(file)
    at = name.end
  }
  return { files, end: at }
}

function readEntry(bytes: Buffer, at: number): Pick<TrackedFile, 'mode' | 'oid' | 'seen'> {
  const mode = MODES.get(bytes.readUInt32BE(at + 24))
  if (mode === undefined) throw new RangeError('a mode that no file has')
  const seen = {
    changedMs: milliseconds(bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)),
    modifiedMs: milliseconds(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)),
    inode: bytes.readUInt32BE(at + 20),
    size: bytes.readUInt32BE(at + 36),
  }
  return { mode, oid: bytes.toString('hex', at + 40, at + 60), seen }
}

interface Name {
  readonly path: string
  /** Where the next entry begins. */
  readonly end: number
}

/** Ends with a zero byte, then as many as make the entry a multiple of eight. */
function plainName(bytes: Buffer, start: number, entryAt: number): Name {
  const stop = endOfName(bytes, start)
  return { path: bytes.toString('utf8', start, stop), end: entryAt + ((stop - entryAt + 8) & ~7) }
}

/** What is taken off the end of the name before (a number in groups of seven bits), and what is put there. */
function compressedName(bytes: Buffer, start: number, before: string): Name {
  let at = start
  let byte = bytes.readUInt8(at++)
  let cut = byte & 0x7f
  while ((byte & 0x80) !== 0) {
    byte = bytes.readUInt8(at++)
    cut = (cut + 1) * 128 + (byte & 0x7f)
  }
  const kept = Buffer.from(before)
  const stop = endOfName(bytes, at)
  // Names that are no UTF-8 do not come back from text as they were.
  if (cut > kept.byteLength || before.includes('\uFFFD')) throw new RangeError('a name cut by more than it has')
  const path = Buffer.concat([kept.subarray(0, kept.byteLength - cut), bytes.subarray(at, stop)]).toString('utf8')
  return { path, end: stop + 1 }
}

function endOfName(bytes: Buffer, start: number): number {
  const stop = bytes.indexOf(0, start)
  if (stop === -1) throw new RangeError('a name without an end')
  return stop
}

/** Extensions whose name begins with a capital may be passed over; the others change what the entries mean. */
function hasOptionalExtensionsOnly(bytes: Buffer, from: number): boolean {
  let at = from
  while (at < bytes.byteLength - DIGEST) {
    const first = bytes.toString('latin1', at, at + 1)
    if (first < 'A' || first > 'Z') return false
    at += 8 + bytes.readUInt32BE(at + 4)
  }
  return at === bytes.byteLength - DIGEST
}

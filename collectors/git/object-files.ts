import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Oid } from '#data/model/oid.ts'
import { applyDelta } from './delta.ts'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

export interface StoredObject {
  readonly type: ObjectType
  readonly content: Buffer
}

/** Small objects of a git directory, read from its files without starting git. */
export interface ObjectFiles {
  /** Undefined for what is not there, is larger than a megabyte, or does not read as expected: git is asked then. */
  read(oid: Oid): StoredObject | undefined
  close(): void
}

const LARGEST = 1024 * 1024
/** A delta upon a delta upon...: git itself writes fifty at most. */
const DEEPEST = 100

export function openObjectFiles(gitFolder: string): ObjectFiles {
  const folder = join(gitFolder, 'objects')
  let packs: readonly Pack[] | undefined
  const read = (oid: Oid, depth = 0): StoredObject | undefined => {
    packs ??= openPacks(join(folder, 'pack'))
    for (const pack of packs) {
      const at = offsetOf(pack, oid)
      if (at !== undefined) return readAt(pack, at, depth)
    }
    return readLoose(folder, oid)
  }
  const readAt = (pack: Pack, at: number, depth: number): StoredObject | undefined => {
    const entry = readEntry(pack, at)
    if (entry === undefined || depth > DEEPEST) return undefined
    if (entry.base === undefined) return entry
    const base = typeof entry.base === 'number' ? readAt(pack, entry.base, depth + 1) : read(entry.base, depth + 1)
    const content = base && applyDelta(base.content, entry.content, LARGEST)
    return base && content && { type: base.type, content }
  }
  return {
    read(oid) {
      try {
        return read(oid)
      } catch {
        // Cut short, damaged or not ours to read: git finds the words for it.
        return undefined
      }
    },
    close: () => packs?.forEach(({ file }) => void closeSync(file)),
  }
}

/** What is read at once: commits lie side by side. */
const WINDOW = 128 * 1024

interface Pack {
  readonly index: Buffer
  readonly file: number
  readonly size: number
  window: { readonly from: number; readonly bytes: Buffer }
}

function openPacks(folder: string): readonly Pack[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.idx'))
    .map((name) => {
      const index = readFileSync(join(folder, name))
      if (index.readUInt32BE(0) !== 0xff744f63 || index.readUInt32BE(4) !== 2) throw new Error('another kind of index')
      const file = openSync(join(folder, name.replace(/idx$/, 'pack')), 'r')
      return { index, file, size: fstatSync(file).size, window: { from: 0, bytes: Buffer.alloc(0) } }
    })
}

const NAMES_AT = 8 + 256 * 4

/** Where an object begins in its pack, by the second version of the index: sums by first byte, names, digests, places. */
function offsetOf({ index }: Pack, oid: Oid): number | undefined {
  const wanted = Buffer.from(oid, 'hex')
  const [first = 0] = wanted
  const count = index.readUInt32BE(NAMES_AT - 4)
  let low = first === 0 ? 0 : index.readUInt32BE(4 + first * 4)
  let high = index.readUInt32BE(8 + first * 4)
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = NAMES_AT + middle * 20
    const order = wanted.compare(index, at, at + 20)
    if (order === 0) return placeAt(index, { count, number: middle })
    if (order < 0) high = middle
    else low = middle + 1
  }
  return undefined
}

function placeAt(index: Buffer, { count, number }: { readonly count: number; readonly number: number }): number {
  const places = NAMES_AT + count * 24
  const place = index.readUInt32BE(places + number * 4)
  if (place < 0x80000000) return place
  return Number(index.readBigUInt64BE(places + count * 4 + (place - 0x80000000) * 8))
}

const TYPES: ReadonlyMap<number, ObjectType> = new Map([
  [1, 'commit'],
  [2, 'tree'],
  [3, 'blob'],
  [4, 'tag'],
])

/** What lies in a pack at some place; with a base, what is to be done to that. */
type PackEntry = StoredObject & { readonly base?: number | Oid }

const HEADER = 64

/** Four bits of the size stand beside the type, seven in each byte that follows. */
function readEntry(pack: Pack, start: number): PackEntry | undefined {
  const bytes = bytesAt(pack, start, HEADER)
  let at = 0
  let byte = bytes.readUInt8(at++)
  const kind = (byte >> 4) & 7
  let size = byte & 15
  for (let unit = 16; (byte & 0x80) !== 0; unit *= 128) {
    byte = bytes.readUInt8(at++)
    size += (byte & 0x7f) * unit
  }
  if (size > LARGEST) return undefined
  if (kind === 6) {
    byte = bytes.readUInt8(at++)
    let back = byte & 0x7f
    while ((byte & 0x80) !== 0) {
      byte = bytes.readUInt8(at++)
      back = (back + 1) * 128 + (byte & 0x7f)
    }
    return { type: 'blob', content: inflated(pack, start + at, size), base: start - back }
  }
  if (kind === 7) {
    const base = bytes.toString('hex', at, at + 20)
    return { type: 'blob', content: inflated(pack, start + at + 20, size), base }
  }
  const type = TYPES.get(kind)
  return type && { type, content: inflated(pack, start + at, size) }
}

/** More than the worst that a packer can make of so few bytes. */
const SLACK = 1024

function inflated(pack: Pack, at: number, size: number): Buffer {
  const packed = bytesAt(pack, at, size + SLACK)
  return inflateSync(packed, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) })
}

/** At least so many bytes from a place in a pack, as far as it goes. */
function bytesAt(pack: Pack, at: number, length: number): Buffer {
  const end = Math.min(at + length, pack.size)
  const { from, bytes } = pack.window
  if (at < from || end > from + bytes.byteLength) {
    const wanted = Buffer.alloc(Math.min(Math.max(length, WINDOW), pack.size - at))
    readSync(pack.file, wanted, 0, wanted.byteLength, at)
    pack.window = { from: at, bytes: wanted }
  }
  return pack.window.bytes.subarray(at - pack.window.from)
}

function readLoose(folder: string, oid: Oid): StoredObject | undefined {
  const packed = readFileSync(join(folder, oid.slice(0, 2), oid.slice(2)))
  const whole = inflateSync(packed, { maxOutputLength: LARGEST })
  const end = whole.indexOf(0)
  const [, type, size] = /^(commit|tree|blob|tag) (\d+)$/.exec(whole.toString('latin1', 0, Math.max(0, end))) ?? []
  const content = whole.subarray(end + 1)
  if (type === undefined || content.byteLength !== Number(size)) return undefined
  return { type: type as ObjectType, content }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

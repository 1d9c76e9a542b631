import { pack } from '../world/ids.ts'
import { FieldError } from './errors.ts'

/** Where an item stands in an order: the value sorted by, then the database id. */
export type Key = readonly [value: string | number, id: number]

const prefix = 'cursor:v2:'

export function encodeKey([value, id]: Key): string {
  const bytes = [Buffer.from(prefix), Buffer.from([0x92]), pack(value), pack(id)]
  return Buffer.concat(bytes).toString('base64')
}

const invalid = (cursor: string) =>
  new FieldError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)

export function decodeKey(cursor: string): Key {
  const bytes = Buffer.from(cursor, 'base64')
  const start = prefix.length
  if (bytes.subarray(0, start).toString() !== prefix || bytes[start] !== 0x92) throw invalid(cursor)
  const value = unpack(bytes, start + 1)
  const id = value && unpack(bytes, value.end)
  if (!id || typeof id.part !== 'number') throw invalid(cursor)
  return [value.part, id.part]
}

function unpack(bytes: Buffer, start: number): { readonly part: string | number; readonly end: number } | null {
  const head = bytes[start] ?? 0
  if (head === 0xce && bytes.length >= start + 5) return { part: bytes.readUInt32BE(start + 1), end: start + 5 }
  if (head === 0xcf && bytes.length >= start + 9) {
    return { part: Number(bytes.readBigUInt64BE(start + 1)), end: start + 9 }
  }
  const isShort = head >= 0xa0 && head < 0xc0
  if (!isShort && head !== 0xd9) return null
  const from = start + (isShort ? 1 : 2)
  const end = from + (isShort ? head & 0x1f : (bytes[start + 1] ?? 0))
  return end <= bytes.length ? { part: bytes.subarray(from, end).toString(), end } : null
}

/** Cursors of lists without an order of their own count from 1: base64 of `cursor:7`. */
export const encodeOffset = (offset: number) => Buffer.from(`cursor:${offset}`).toString('base64')

export function decodeOffset(cursor: string): number {
  const match = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  if (!match) throw invalid(cursor)
  return Number(match[1])
}

/** Cursors of a history name the commit it starts from: `<oid> <offset>`. */
export function decodeHistory(cursor: string): { readonly oid: string; readonly offset: number } {
  const match = /^([0-9a-f]{40}) (\d+)$/.exec(cursor)
  if (!match?.[1]) throw invalid(cursor)
  return { oid: match[1], offset: Number(match[2]) }
}

export function compareKeys(a: Key, b: Key): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  return a[1] - b[1]
}

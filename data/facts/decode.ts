import { Buffer, isUtf8 } from 'node:buffer'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16' | 'iso-8859-1'
  readonly hasBom: boolean
}

/** How far git looks for a zero byte before it calls a file text. */
const BINARY_PROBE = 8000

/**
 * The text of a file, without its byte order mark: UTF-16 when so marked, UTF-8 when the bytes are, else ISO-8859-1.
 * Null for a binary file.
 */
export function decodeText(content: Uint8Array): DecodedText | null {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const utf16 = decodeUtf16(buffer)
  if (utf16 !== null) return { text: utf16, encoding: 'utf-16', hasBom: true }
  if (buffer.subarray(0, BINARY_PROBE).includes(0)) return null
  if (!isUtf8(buffer)) return { text: buffer.toString('latin1'), encoding: 'iso-8859-1', hasBom: false }
  const hasBom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
  return { text: buffer.toString('utf8', hasBom ? 3 : 0), encoding: 'utf-8', hasBom }
}

function decodeUtf16(buffer: Buffer): string | null {
  const isLittle = buffer[0] === 0xff && buffer[1] === 0xfe
  const isBig = buffer[0] === 0xfe && buffer[1] === 0xff
  if (!isLittle && !isBig) return null
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(buffer)
}

/** The first `length` characters, never half of a pair: what is kept must read back the same. */
export function cut(text: string, length: number): string {
  return (text.length > length ? text.slice(0, length) : text).toWellFormed()
}

import { deflateSync, inflateSync } from 'node:zlib'
import { blobOid, type Oid } from './model/oid.ts'
import { type Connection, text } from './sql.ts'

export interface PackedBlob {
  readonly oid: Oid
  readonly size: number
  readonly encoding: 'identity' | 'deflate'
  readonly isText: boolean
  readonly content: Uint8Array
}

/** Git's own guess at what is text: no NUL near the beginning. */
const LOOKED_AT_BYTES = 8000

export function packBlob(oid: Oid, content: Uint8Array): PackedBlob {
  if (blobOid(content) !== oid) throw new Error(`the bytes given as blob ${oid} are those of another`)
  const packed = deflateSync(content)
  const isSmaller = packed.byteLength < content.byteLength
  return {
    oid,
    size: content.byteLength,
    encoding: isSmaller ? 'deflate' : 'identity',
    isText: !content.subarray(0, LOOKED_AT_BYTES).includes(0),
    content: isSmaller ? packed : content,
  }
}

export function saveBlob(connection: Connection, blob: PackedBlob): number {
  return connection.run(
    'INSERT INTO blob (oid, size, encoding, is_text, content) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [blob.oid, blob.size, blob.encoding, Number(blob.isText), blob.content],
  )
}

export function readBlob(connection: Connection, oid: Oid): Uint8Array | undefined {
  const row = connection.get('SELECT encoding, content FROM blob WHERE oid = ?', [oid])
  if (row === undefined) return undefined
  const content = row.content
  if (!(content instanceof Uint8Array)) throw new TypeError(`blob ${oid} holds no bytes`)
  return text(row, 'encoding') === 'deflate' ? inflateSync(content) : content
}

import { createHash } from 'node:crypto'

/** A git object id: 40 lower-case hexadecimal digits (SHA-1). */
export type Oid = string

/** The id that git gives to a file of these bytes. */
export function blobOid(content: Uint8Array): Oid {
  return createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex')
}

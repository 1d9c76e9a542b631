import { createHash } from 'node:crypto'

/** `urn:uuid:…` whose digits are those of a hash of the content: version 8 of RFC 9562, for numbers of one's own making. */
export function hashUuid(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}

import { createHash } from 'node:crypto'

/** sha256 of the options in canonical JSON (keys sorted), hexadecimal; empty without options. */
export function digestOptions(options: unknown): string {
  if (options === undefined) return ''
  return createHash('sha256').update(canonicalJson(options)).digest('hex')
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

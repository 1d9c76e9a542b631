import { createHash } from 'node:crypto'

/** Of options that are asked for again and again: by the need, the fact and each check that reads it. */
const known = new WeakMap<object, string>()

/** sha256 of the options in canonical JSON (keys sorted), hexadecimal; empty without options. */
export function digestOptions(options: unknown): string {
  if (options === undefined) return ''
  if (typeof options !== 'object' || options === null) return digest(options)
  const digested = known.get(options) ?? digest(options)
  known.set(options, digested)
  return digested
}

function digest(options: unknown): string {
  return createHash('sha256').update(canonicalJson(options)).digest('hex')
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

const NBSP = '\u00a0'

/** A version as a build file asks for it, in signs that everybody reads: `[1.0,)` is `≥ 1.0`, `[1.0]` is `1.0`, `[1.0,2.0)` is `≥ 1.0, < 2.0`. */
export function askedVersion(version: string): string {
  const exact = /^\[([^,\]]+)\]$/u.exec(version)?.[1]
  if (exact !== undefined) return exact
  const [, from, least = '', most = '', to] = /^([[(])([^,()[\]]*),([^,()[\]]*)([\])])$/u.exec(version) ?? []
  const bounds = [
    ...(least === '' ? [] : [`${from === '[' ? '≥' : '>'}${NBSP}${least}`]),
    ...(most === '' ? [] : [`${to === ']' ? '≤' : '<'}${NBSP}${most}`]),
  ]
  return bounds.length === 0 ? version : bounds.join(', ')
}

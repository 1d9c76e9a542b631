/** A version as a build file asks for it, in words of everybody: `[1.0,)` is `≥ 1.0`, `[1.0]` is `1.0`. */
export function askedVersion(version: string): string {
  const exact = /^\[([^,\]]+)\]$/u.exec(version)?.[1]
  if (exact !== undefined) return exact
  const least = /^\[([^,]+),\)$/u.exec(version)?.[1]
  return least === undefined ? version : `≥\u00a0${least}`
}

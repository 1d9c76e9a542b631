import { compareMavenVersions, majorOf } from './version.ts'

/** One interval of versions; a bound that is absent is open. */
export interface Interval {
  readonly from: { readonly version: string; readonly isIncluded: boolean } | undefined
  readonly to: { readonly version: string; readonly isIncluded: boolean } | undefined
}

/**
 * What a build file asks for. `soft`: this version, unless something else decides. `range`: any of these intervals.
 * `malformed`: brackets that do not make a range.
 */
export type Requirement =
  | { readonly kind: 'soft'; readonly version: string }
  | { readonly kind: 'range'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'malformed'; readonly text: string }

const INTERVAL = /([[(])\s*([^,[\]()]*?)\s*(?:(,)\s*([^,[\]()]*?)\s*)?([\])])/gu

export function parseRequirement(written: string): Requirement {
  const text = written.trim()
  if (!/[[\](),]/u.test(text)) return { kind: 'soft', version: text }
  const intervals = [...text.matchAll(INTERVAL)].map(intervalOf)
  const rest = text.replace(INTERVAL, '').replace(/[\s,]/gu, '')
  if (intervals.length === 0 || rest !== '' || intervals.includes(undefined)) return { kind: 'malformed', text }
  return { kind: 'range', intervals: intervals.filter((interval) => interval !== undefined) }
}

/** `[1.0]` is exactly that version; `(1.0)` is nothing. */
function intervalOf([, open, first = '', comma, second = '', close]: RegExpMatchArray): Interval | undefined {
  const from = first === '' ? undefined : { version: first, isIncluded: open === '[' }
  if (comma === undefined) return from?.isIncluded && close === ']' ? { from, to: from } : undefined
  const to = second === '' ? undefined : { version: second, isIncluded: close === ']' }
  if (from !== undefined && to !== undefined && compareMavenVersions(from.version, to.version) > 0) return undefined
  return { from, to }
}

export function isAllowed(version: string, requirement: Requirement): boolean {
  if (requirement.kind === 'malformed') return false
  if (requirement.kind === 'soft') return compareMavenVersions(version, requirement.version) === 0
  return requirement.intervals.some(({ from, to }) => {
    const below = from === undefined ? 1 : compareMavenVersions(version, from.version)
    const above = to === undefined ? -1 : compareMavenVersions(version, to.version)
    return (
      (below > 0 || (below === 0 && from?.isIncluded === true)) &&
      (above < 0 || (above === 0 && to?.isIncluded === true))
    )
  })
}

/** Whether a range has no upper end, or one that lets a later major version than its lower end in. */
export function reachesNextMajor(requirement: Requirement): boolean {
  if (requirement.kind !== 'range') return false
  return requirement.intervals.some(({ from, to }) => {
    const least = from === undefined ? undefined : majorOf(from.version)
    if (to === undefined) return true
    const most = majorOf(to.version)
    if (least === undefined || most === undefined) return false
    // `[7.0,8.0)` ends where the next major begins; a pre-release of it would still be let in, which nobody means.
    const isBeginning = compareMavenVersions(to.version, String(most)) === 0 && !to.isIncluded
    return isBeginning ? most > least + 1 : most > least
  })
}

/** The version that a requirement starts from: what it names, or the lower end of its first interval. */
export function leastVersion(requirement: Requirement): string | undefined {
  if (requirement.kind === 'soft') return requirement.version
  return requirement.kind === 'range' ? requirement.intervals[0]?.from?.version : undefined
}

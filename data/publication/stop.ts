import type { Measured } from './measured.ts'

/** When a publication stops and asks its officer. */
export interface StopRules {
  /** Per cent of the repositories that must have been read to the end, in every stream that is read. */
  readonly coverage: number
  /** Per cent that a figure may move by. */
  readonly change: number
  /** Whether a series that turns to zero stops it. */
  readonly zero: boolean
}

export const STOP_RULES: StopRules = { coverage: 95, change: 30, zero: true }

export interface Alarm {
  readonly kind: 'coverage' | 'zero' | 'moved'
  /** A stream, or the name of a figure or series. */
  readonly id: string
  /** Null where nothing was published before. Coverage is a share of 1. */
  readonly before: number | null
  readonly after: number
}

/**
 * What is odd enough to be looked at before a city signs it. Without an earlier publication there is nothing to compare
 * with, and coverage alone is looked at. Coverage that was low already, and was accepted, is not asked about again
 * until it falls further.
 */
export function alarmsOf(now: Measured, last: Measured | undefined, rules: StopRules): readonly Alarm[] {
  return [
    ...coverageAlarms(now, last, rules.coverage / 100),
    ...changes(now.figures, last?.figures ?? {}, rules),
    ...changes(now.series, last?.series ?? {}, { zero: rules.zero, change: Number.POSITIVE_INFINITY }),
  ]
}

function coverageAlarms(now: Measured, last: Measured | undefined, least: number): readonly Alarm[] {
  const streams = new Set([...Object.keys(last?.coverage ?? {}), ...Object.keys(now.coverage)])
  return [...streams].sort().flatMap((id): readonly Alarm[] => {
    const before = last?.coverage[id] ?? null
    // A stream that was read and is not any more was not read at all.
    const after = now.coverage[id] ?? 0
    const isKnown = before !== null && after >= before
    return after < least && !isKnown ? [{ kind: 'coverage', id, before, after }] : []
  })
}

function changes(
  now: Readonly<Record<string, number>>,
  last: Readonly<Record<string, number>>,
  { change, zero }: Pick<StopRules, 'change' | 'zero'>,
): readonly Alarm[] {
  return Object.entries(last).flatMap(([id, before]): readonly Alarm[] => {
    const after = now[id]
    // What is hidden or not known now is told by coverage and by the page itself, and is no zero.
    if (after === undefined || before === 0) return []
    if (after === 0) return zero ? [{ kind: 'zero', id, before, after }] : []
    return Math.abs(after - before) / Math.abs(before) > change / 100 ? [{ kind: 'moved', id, before, after }] : []
  })
}

/** Rules that are looser than those Parvis comes with, to be said at every build. */
export function loosened(rules: StopRules): readonly (keyof StopRules)[] {
  return [
    ...(rules.coverage < STOP_RULES.coverage ? (['coverage'] as const) : []),
    ...(rules.change > STOP_RULES.change ? (['change'] as const) : []),
    ...(rules.zero ? [] : (['zero'] as const)),
  ]
}

/** A rate of translated keys as it was measured at some time. */
export interface Measured {
  readonly at: string
  readonly translated: number
  readonly reference: number
}

/** Since when, from which rate, and by how many percentage points it went up or down. */
export interface Trend {
  readonly from: Measured
  readonly points: number
}

/** Against the earliest measure that differs from today's; null when nothing earlier is known to differ. */
export function trendOf(history: readonly Measured[], now: Pick<Measured, 'translated' | 'reference'>): Trend | null {
  const from = history
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .find((one) => one.translated !== now.translated || one.reference !== now.reference)
  if (from === undefined || from.reference === 0 || now.reference === 0) return null
  const points = 100 * (now.translated / now.reference - from.translated / from.reference)
  return { from, points: Math.round(points * 10) / 10 }
}

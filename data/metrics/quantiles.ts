/** The value in the middle, or the mean of the two there; null of nothing. */
export function median(values: Iterable<number>): number | null {
  return middleOf(Float64Array.from(values).sort())
}

/** The median, and the least value that nine tenths do not exceed (nearest rank); null of nothing. */
export function quantiles(values: Iterable<number>): {
  readonly median: number | null
  readonly ninthDecile: number | null
} {
  const sorted = Float64Array.from(values).sort()
  return { median: middleOf(sorted), ninthDecile: sorted[Math.ceil((sorted.length * 9) / 10) - 1] ?? null }
}

function middleOf(sorted: Float64Array): number | null {
  const middle = sorted.subarray(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length
}

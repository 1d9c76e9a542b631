/** The value in the middle, or the mean of the two there; null of nothing. */
export function median(values: Iterable<number>): number | null {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.subarray(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length
}

/** The least value that nine tenths do not exceed (nearest rank); null of nothing. */
export function ninthDecile(values: Iterable<number>): number | null {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.ceil((sorted.length * 9) / 10) - 1] ?? null
}

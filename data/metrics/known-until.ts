import { type Month, monthOf, monthsBefore } from '../months.ts'

/**
 * The last month that something is known to the end of: what was seen up to the middle of a month does not tell what that
 * month brought. The running month of the data counts as it stands.
 */
export function lastKnownMonth(watermark: string, asOf: string): Month {
  const running = monthOf(asOf)
  const seen = monthOf(watermark)
  return seen >= running ? running : monthsBefore(seen, 1)
}

/**
 * The last month that a total is told of: half of the repositories at least are known to its end. After it the others are
 * so many that their sum would be read as a decline. Null where nothing tells until when.
 */
export function lastToldMonth(months: readonly Month[]): Month | null {
  const latest = months.toSorted((one, other) => other - one)
  return latest[Math.ceil(latest.length / 2) - 1] ?? null
}

/** The last second of a month. */
export function endOfMonth(month: Month): string {
  const last = new Date(Date.UTC(Math.floor(month / 100), month % 100, 1) - 1000)
  return last.toISOString().replace('.000Z', 'Z')
}

/** An instant as ISO 8601 UTC text with seconds: `2026-11-21T05:40:00Z`. */
export type Instant = string

const DAY_MS = 86_400_000

/** Whole days from one day or instant to another. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** An instant in milliseconds as ISO text with second precision. */
export function at(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`
}

/** Both ends of a span of time in milliseconds. */
export function span(from: string, to: string): readonly [number, number] {
  return [Date.parse(from), Date.parse(to)]
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

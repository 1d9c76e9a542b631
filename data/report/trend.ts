/** A line over 88 by 32 units, and the height of a bound where one is drawn. */
export interface Trend {
  readonly path: string
  readonly end: { readonly x: number; readonly y: number }
  readonly bound: number | null
}

/**
 * The lowest value near the ground, the highest near the top, the bound among them; broken where a value is missing.
 * Undefined under two values.
 */
export function trendLine(values: readonly (number | null)[], bound: number | null = null): Trend | undefined {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return undefined
  const drawn = bound === null ? known : [...known, bound]
  const low = Math.min(...drawn)
  const span = Math.max(...drawn) - low || 1
  const heightOf = (value: number) => round(26 - ((value - low) / span) * 20)
  const points = values.map((value, index) => ({
    x: round(3 + (index / (values.length - 1)) * 80),
    y: value === null ? null : heightOf(value),
  }))
  const steps = points.flatMap(({ x, y }, index) => {
    if (y === null) return []
    const isStart = index === 0 || points[index - 1]?.y === null
    const isAlone = isStart && (points[index + 1]?.y ?? null) === null
    return [`${isStart ? 'M' : 'L'}${x} ${y}${isAlone ? 'h.01' : ''}`]
  })
  const last = points.findLast(({ y }) => y !== null)
  return {
    ...{ path: steps.join(''), end: { x: last?.x ?? 0, y: last?.y ?? 0 } },
    bound: bound === null ? null : heightOf(bound),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

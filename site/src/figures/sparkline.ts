export interface Line {
  readonly path: string
  readonly end: { readonly x: number; readonly y: number }
}

/**
 * A line over 88 by 32 units, lowest value near the ground, highest near the top, broken where a value is missing;
 * undefined under two values.
 */
export function sparkline(values: readonly (number | null)[]): Line | undefined {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return undefined
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const points = values.map((value, index) => ({
    x: round(3 + (index / (values.length - 1)) * 80),
    y: value === null ? null : round(26 - ((value - low) / span) * 20),
  }))
  const steps = points.flatMap(({ x, y }, index) => {
    if (y === null) return []
    const isStart = index === 0 || points[index - 1]?.y === null
    const isAlone = isStart && (points[index + 1]?.y ?? null) === null
    return [`${isStart ? 'M' : 'L'}${x} ${y}${isAlone ? 'h.01' : ''}`]
  })
  const last = points.findLast(({ y }) => y !== null)
  return { path: steps.join(''), end: { x: last?.x ?? 0, y: last?.y ?? 0 } }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

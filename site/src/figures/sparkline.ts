/** A line over 88 by 32 units, lowest value near the ground, highest near the top; undefined under two points. */
export function sparkline(
  values: readonly number[],
): { readonly path: string; readonly end: { readonly x: number; readonly y: number } } | undefined {
  const last = values.length - 1
  if (last < 1) return undefined
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map((value, index) => ({
    x: round(3 + (index / last) * 80),
    y: round(26 - ((value - low) / span) * 20),
  }))
  return { path: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`, end: points[last] ?? { x: 0, y: 0 } }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

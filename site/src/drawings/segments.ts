export interface Segment {
  readonly index: number
  readonly x: number
  readonly width: number
}

const GAP = 2

/** Shares of a bar of `width` units with a gap between them; what is zero has no segment, what is not has two units at least. */
export function segments(values: readonly number[], width: number): readonly Segment[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total === 0) return []
  const present = values.map((value, index) => ({ value, index })).filter(({ value }) => value > 0)
  const room = width - GAP * (present.length - 1)
  const drawn: Segment[] = []
  let x = 0
  for (const { value, index } of present) {
    const share = Math.max(2, Math.round((value / total) * room * 10) / 10)
    const last = index === present.at(-1)?.index
    const end = last ? width : Math.min(x + share, width)
    drawn.push({ index, x: Math.round(x * 10) / 10, width: Math.max(1, Math.round((end - x) * 10) / 10) })
    x = end + GAP
  }
  return drawn
}

/** One figure of a table, before it is decided whether it may be shown. */
export interface Cell {
  readonly count: number
  /** Distinct persons behind it; null when no people are (bots). */
  readonly persons: number | null
  /** Rows, columns and other sums that this cell is part of and that can be known from elsewhere. */
  readonly lines: readonly string[]
}

/** Persons that must be behind a figure that is readable as the work of few. */
export const FLOOR = 5

/**
 * Which cells are hidden, by index: those with fewer persons than the floor behind them, and in every line with only
 * one such cell a second one, so that the sum of the line does not give the first away.
 */
export function hiddenCells(cells: readonly Cell[], floor: number = FLOOR): ReadonlySet<number> {
  const lines = new Map<string, number[]>()
  const hiddenIn = new Map<string, number>()
  const hidden = new Set<number>()
  const hide = (index: number): void => {
    hidden.add(index)
    for (const line of cells[index]?.lines ?? []) hiddenIn.set(line, (hiddenIn.get(line) ?? 0) + 1)
  }
  for (const [index, cell] of cells.entries()) {
    for (const line of cell.lines) {
      const members = lines.get(line)
      if (members === undefined) lines.set(line, [index])
      else members.push(index)
    }
    if (cell.count > 0 && cell.persons !== null && cell.persons < floor) hide(index)
  }
  // Fewest new lines left with one hidden cell, else hiding spreads; then the smallest figure, a nought only at last.
  const price = (index: number): readonly [number, number] => {
    const cell = cells[index]
    const opened = cell?.lines.filter((line) => !hiddenIn.get(line)).length ?? 0
    return [opened, cell?.count || Number.MAX_SAFE_INTEGER]
  }
  const cheapest = (line: readonly number[]): number | undefined => {
    const shown = line.filter((index) => !hidden.has(index)).map((index) => ({ index, price: price(index) }))
    return shown.sort((a, b) => a.price[0] - b.price[0] || a.price[1] - b.price[1] || a.index - b.index)[0]?.index
  }
  let isSettled = false
  while (!isSettled) {
    isSettled = true
    for (const [line, members] of lines) {
      const companion = hiddenIn.get(line) === 1 ? cheapest(members) : undefined
      if (companion === undefined) continue
      hide(companion)
      isSettled = false
    }
  }
  return hidden
}

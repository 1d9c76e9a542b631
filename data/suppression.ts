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
  const hidden = new Set<number>()
  const lines = new Map<string, number[]>()
  for (const [index, cell] of cells.entries()) {
    if (cell.count > 0 && cell.persons !== null && cell.persons < floor) hidden.add(index)
    for (const line of cell.lines) lines.set(line, [...(lines.get(line) ?? []), index])
  }
  let isSettled = false
  while (!isSettled) {
    isSettled = true
    for (const line of lines.values()) {
      if (line.filter((index) => hidden.has(index)).length !== 1) continue
      const companion = companionIn(cells, line, hidden)
      if (companion === undefined) continue
      hidden.add(companion)
      isSettled = false
    }
  }
  return hidden
}

/** The smallest figure that is shown; a nought only when there is nothing else. */
function companionIn(cells: readonly Cell[], line: readonly number[], hidden: ReadonlySet<number>): number | undefined {
  const weight = (index: number): number => cells[index]?.count || Number.POSITIVE_INFINITY
  const shown = line.filter((index) => !hidden.has(index))
  return shown.sort((a, b) => weight(a) - weight(b) || a - b)[0]
}

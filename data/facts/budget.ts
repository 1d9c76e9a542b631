/** What a query asked for was more than it may take: its file answers `unknown`, the others are judged. */
export class BudgetSpent extends Error {
  constructor() {
    super('The query takes too many steps in this file.')
  }
}

/** Counts steps and throws a `BudgetSpent` past the limit. */
export function stepCounter(limit: number): (steps?: number) => void {
  let left = limit
  return (steps = 1) => {
    left -= steps
    if (left < 0) throw new BudgetSpent()
  }
}

/** One figure that might be published. */
export interface Cell {
  readonly count: number
  /** Distinct persons behind it. */
  readonly persons: number
  /** The smallest counts that it is the sum of, by name. Leave noughts out: they are shown, so they cover nothing. */
  readonly parts: readonly string[]
}

/** Persons that must be behind a figure that is readable as the work of few. */
export const FLOOR = 5

/**
 * Which cells are hidden, by index: those with fewer persons than the floor behind them, and as many more as it takes
 * that no sum or difference of shown ones gives one of those. Cells come in order of worth: each is shown unless it
 * would, with those before it and with `known` (sums told elsewhere, as lists of parts), give a hidden one away. So
 * none is hidden that could be shown beside the rest. What `known` gives away by itself cannot be kept, and is hidden
 * all the same.
 */
export function hiddenCells(
  cells: readonly Cell[],
  { known = [], floor = FLOOR }: { readonly known?: readonly (readonly string[])[]; readonly floor?: number } = {},
): ReadonlySet<number> {
  const unknowns = new Map<string, number>()
  const open = [...cells.map(({ parts }) => parts), ...known].map((parts) => sumOf(parts, unknowns))
  const hidden = new Set(cells.flatMap(({ count, persons }, index) => (count > 0 && persons < floor ? [index] : [])))
  const guarded = new Set(hidden)
  for (const [index] of known.entries()) learn(open, cells.length + index, new Set())
  for (const [index] of cells.entries()) {
    if (!guarded.has(index) && !learn(open, index, guarded)) hidden.add(index)
  }
  return hidden
}

/** What is not yet known of a sum: coefficients by unknown, modulo a prime, which keeps elimination exact. */
type Sum = ReadonlyMap<number, number>

/** The largest of which a product is still an exact integer. */
const PRIME = 94_906_249

function sumOf(parts: readonly string[], unknowns: Map<string, number>): Sum {
  return new Map(
    parts.map((part) => {
      const unknown = unknowns.get(part) ?? unknowns.size
      unknowns.set(part, unknown)
      return [unknown, 1]
    }),
  )
}

/** Whoever knows a sum is rid of one unknown in all the others. False, and nothing learnt, when that bares a guarded one. */
function learn(open: Sum[], index: number, guarded: ReadonlySet<number>): boolean {
  const sum = open[index]
  const [pivot, coefficient] = sum?.entries().next().value ?? []
  if (sum === undefined || pivot === undefined || coefficient === undefined) return true
  const inverse = power(coefficient, PRIME - 2)
  const reduced = new Map<number, Sum>()
  for (const [at, other] of open.entries()) {
    const share = other.get(pivot)
    if (share === undefined) continue
    const rest = minus(other, sum, (share * inverse) % PRIME)
    if (rest.size === 0 && guarded.has(at)) return false
    reduced.set(at, rest)
  }
  for (const [at, rest] of reduced) open[at] = rest
  return true
}

function minus(from: Sum, sum: Sum, times: number): Sum {
  const rest = new Map(from)
  for (const [unknown, coefficient] of sum) {
    const left = ((rest.get(unknown) ?? 0) + PRIME - ((coefficient * times) % PRIME)) % PRIME
    if (left === 0) rest.delete(unknown)
    else rest.set(unknown, left)
  }
  return rest
}

function power(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}

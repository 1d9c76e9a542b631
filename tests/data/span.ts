/** What follows from sums that are known: exact elimination in fractions, unlike the one that it checks. */

export type Vector = ReadonlyMap<string, number>

interface Fraction {
  readonly over: bigint
  readonly under: bigint
}
type Row = ReadonlyMap<string, Fraction>

export interface Span {
  readonly holds: (vector: Vector) => boolean
  readonly with: (vector: Vector) => Span
}

export function spanOf(vectors: Iterable<Vector>): Span {
  return spanOver(vectors, new Map())
}

function spanOver(vectors: Iterable<Vector>, known: ReadonlyMap<string, Row>): Span {
  const rows = new Map(known)
  for (const vector of vectors) add(rows, vector)
  return {
    holds: (vector) => reduced(rows, vector).size === 0,
    with: (vector) => spanOver([vector], rows),
  }
}

export function sum(parts: Iterable<string>): Vector {
  return new Map([...parts].map((part) => [part, 1]))
}

function add(rows: Map<string, Row>, vector: Vector): void {
  const rest = reduced(rows, vector)
  const [pivot, head] = rest.entries().next().value ?? []
  if (pivot === undefined || head === undefined) return
  rows.set(
    pivot,
    new Map([...rest].map(([name, value]) => [name, times(value, { over: head.under, under: head.over })])),
  )
}

function reduced(rows: ReadonlyMap<string, Row>, vector: Vector): Row {
  const rest = new Map(
    [...vector].map(([name, value]): [string, Fraction] => [name, { over: BigInt(value), under: 1n }]),
  )
  for (const [pivot, row] of rows) {
    const share = rest.get(pivot)
    if (share === undefined) continue
    for (const [name, value] of row) {
      const left = minus(rest.get(name) ?? { over: 0n, under: 1n }, times(share, value))
      if (left.over === 0n) rest.delete(name)
      else rest.set(name, left)
    }
  }
  return rest
}

function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.over * b.over, a.under * b.under)
}

function minus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.over * b.under - b.over * a.under, a.under * b.under)
}

function lowest(over: bigint, under: bigint): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  while (b !== 0n) [a, b] = [b, a % b]
  const sign = under < 0n ? -1n : 1n
  return { over: (sign * over) / a, under: (sign * under) / a }
}

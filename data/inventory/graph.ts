import { circlesOf, type Neighbours, reachCounts } from './strong-groups.ts'

/**
 * Who needs whom. Built once from the edges and asked many times: nodes are numbered and neighbours kept in flat arrays,
 * so that a question over a whole platform is a walk over numbers.
 */
export interface Graph {
  readonly size: number
  has(id: string): boolean
  /** What it needs itself, in the order of ids. */
  requires(id: string): readonly string[]
  requiredBy(id: string): readonly string[]
  /** Everything that it needs, and that those need, each with the least number of steps to it. Without itself. */
  allRequired(id: string): ReadonlyMap<string, number>
  /** Everything that stops when it stops. Without itself. */
  allRequiring(id: string): ReadonlyMap<string, number>
  /** How many `allRequired` and `allRequiring` would give, for every node in one go. */
  requiredCounts(): ReadonlyMap<string, number>
  requiringCounts(): ReadonlyMap<string, number>
  /** A shortest way from one to the other, both ends included; empty when there is none. */
  path(from: string, to: string): readonly string[]
  /** Groups that need each other in a circle, each sorted, the largest first. */
  cycles(): readonly (readonly string[])[]
}

/** Edges to ids that are not among the nodes make nodes of them. */
export function buildGraph(nodes: Iterable<string>, edges: Iterable<readonly [string, string]>): Graph {
  const given = [...edges]
  const ids = [...new Set([...nodes, ...given.flat()])].sort()
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const number = (id: string) => numbers.get(id) ?? -1
  const pairs = given.map(([from, to]): Pair => [number(from), number(to)])
  const forward = neighbours(ids.length, pairs)
  const backward = neighbours(
    ids.length,
    pairs.map(([from, to]): Pair => [to, from]),
  )

  const name = (index: number) => ids[index] ?? ''
  const direct = (id: string, side: Neighbours) => (numbers.has(id) ? side.of(number(id)).map(name) : [])
  const reached = (id: string, side: Neighbours) => {
    const steps = numbers.has(id) ? walk(number(id), side).steps : new Int32Array()
    return new Map([...steps.entries()].filter(([, step]) => step > 0).map(([index, step]) => [name(index), step]))
  }
  const counted = (side: Neighbours) => new Map([...reachCounts(side)].map((count, index) => [name(index), count]))
  return {
    size: ids.length,
    has: (id) => numbers.has(id),
    requires: (id) => direct(id, forward),
    requiredBy: (id) => direct(id, backward),
    allRequired: (id) => reached(id, forward),
    allRequiring: (id) => reached(id, backward),
    path(from, to) {
      if (!numbers.has(from) || !numbers.has(to)) return []
      return trail(walk(number(from), forward), number(to)).map(name)
    },
    requiredCounts: () => counted(forward),
    requiringCounts: () => counted(backward),
    cycles: () => circlesOf(forward).map((group) => group.map(name)),
  }
}

type Pair = readonly [number, number]

function neighbours(size: number, pairs: readonly Pair[]): Neighbours {
  const lists = Array.from({ length: size }, (): number[] => [])
  for (const [from, to] of pairs) lists[from]?.push(to)
  const sorted = lists.map((list) => [...new Set(list)].sort((a, b) => a - b))
  return { size, of: (index) => sorted[index] ?? [] }
}

interface Walk {
  /** Steps to each node; -1 where there is no way. */
  readonly steps: Int32Array
  /** Node before each on a shortest way; -1 at the start and where there is none. */
  readonly before: Int32Array
}

/** Breadth first. */
function walk(start: number, side: Neighbours): Walk {
  const steps = new Int32Array(side.size).fill(-1)
  const before = new Int32Array(steps.length).fill(-1)
  steps[start] = 0
  let front = [start]
  while (front.length > 0) {
    const next: number[] = []
    for (const node of front) {
      for (const neighbour of side.of(node)) {
        if (steps[neighbour] !== -1) continue
        steps[neighbour] = (steps[node] ?? 0) + 1
        before[neighbour] = node
        next.push(neighbour)
      }
    }
    front = next
  }
  return { steps, before }
}

function trail({ steps, before }: Walk, to: number): readonly number[] {
  if ((steps[to] ?? -1) < 0) return []
  const way = [to]
  for (let node = before[to] ?? -1; node >= 0; node = before[node] ?? -1) way.unshift(node)
  return way
}

/**
 * Questions about a platform of 2,000 components and 40,000 dependencies: how long the graph takes to build and each
 * question to answer. Prints medians in milliseconds.
 */
import { buildGraph } from '#data/inventory/graph.ts'

const COMPONENTS = 2000
const EDGES = 40_000
const ROUNDS = 15

/** The same numbers on every machine. */
function* numbers(): Generator<number> {
  for (let state = 42; ; ) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const random = numbers()
const draw = (below: number) => (random.next().value ?? 0) % below
const name = (index: number) => `city/component-${String(index).padStart(4, '0')}`
const nodes = Array.from({ length: COMPONENTS }, (_, index) => name(index))
const edges = Array.from({ length: EDGES }, () => [name(draw(COMPONENTS)), name(draw(COMPONENTS))] as const)

const graph = buildGraph(nodes, edges)
const [some = '', other = ''] = [nodes[7], nodes[1234]]
const questions: Readonly<Record<string, () => unknown>> = {
  build: () => buildGraph(nodes, edges),
  requires: () => graph.requires(some),
  'required by': () => graph.requiredBy(some),
  'all required': () => graph.allRequired(some),
  'all requiring': () => graph.allRequiring(some),
  path: () => graph.path(some, other),
  'all counts': () => [graph.requiredCounts(), graph.requiringCounts()],
  cycles: () => graph.cycles(),
}

for (const [question, ask] of Object.entries(questions)) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    ask()
    return performance.now() - start
  }).sort((a, b) => a - b)
  console.log(`${question.padEnd(14)} ${(times[Math.floor(ROUNDS / 2)] ?? 0).toFixed(2).padStart(8)} ms`)
}

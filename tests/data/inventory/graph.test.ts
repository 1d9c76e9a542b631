import { describe, expect, it } from 'vitest'
import { buildGraph } from '#data/inventory/graph.ts'

// core <- forms <- workflow-forms -> workflow -> core, and a circle of two beside them.
const graph = buildGraph(
  ['alone'],
  [
    ['forms', 'core'],
    ['workflow', 'core'],
    ['workflow-forms', 'forms'],
    ['workflow-forms', 'workflow'],
    ['workflow-forms', 'workflow'],
    ['chicken', 'egg'],
    ['egg', 'chicken'],
    ['self', 'self'],
  ],
)

describe('a graph of dependencies', () => {
  it('answers what a component needs and who needs it, each once and in order', () => {
    expect(graph.requires('workflow-forms')).toEqual(['forms', 'workflow'])
    expect(graph.requiredBy('core')).toEqual(['forms', 'workflow'])
    expect(graph.requires('alone')).toEqual([])
    expect(graph.requires('nobody')).toEqual([])
  })

  it('follows them to the end, with the least number of steps', () => {
    expect([...graph.allRequired('workflow-forms')]).toEqual([
      ['core', 2],
      ['forms', 1],
      ['workflow', 1],
    ])
    expect([...graph.allRequiring('core')]).toEqual([
      ['forms', 1],
      ['workflow', 1],
      ['workflow-forms', 2],
    ])
    expect(graph.allRequired('nobody').size).toBe(0)
  })

  it('leaves a node out of what it needs, even in a circle', () => {
    expect([...graph.allRequired('chicken')]).toEqual([['egg', 1]])
  })

  it('shows a shortest way from one to another', () => {
    expect(graph.path('workflow-forms', 'core')).toEqual(['workflow-forms', 'forms', 'core'])
    expect(graph.path('core', 'forms')).toEqual([])
    expect(graph.path('core', 'nobody')).toEqual([])
  })

  it('names circles, and nodes that need themselves', () => {
    expect(graph.cycles()).toEqual([['chicken', 'egg'], ['self']])
  })

  it('counts all that each reaches at once as it does one by one', () => {
    // Dense enough for circles in circles, and more nodes than a word has bits.
    const names = Array.from({ length: 90 }, (_value, index) => `n${String(index).padStart(2, '0')}`)
    const edges = names.flatMap((name, index) =>
      [(index * 7) % 90, (index * index) % 90, (index * 13 + 5) % 61].map((to) => [name, names[to] ?? ''] as const),
    )
    const dense = buildGraph(names, [...edges.slice(0, 140), ['n00', 'n00']])
    for (const [counts, each] of [
      [dense.requiredCounts(), dense.allRequired],
      [dense.requiringCounts(), dense.allRequiring],
    ] as const) {
      expect([...counts]).toEqual(names.map((name) => [name, each(name).size]))
    }
    expect(graph.requiredCounts().get('chicken')).toBe(1)
    expect(graph.requiredCounts().get('self')).toBe(0)
  })

  it('ends on a chain as long as a platform is large', () => {
    const names = Array.from({ length: 20_000 }, (_value, index) => `c${String(index).padStart(5, '0')}`)
    const chain = buildGraph(
      names,
      names.slice(1).map((name, index) => [names[index] ?? '', name] as const),
    )
    expect(chain.cycles()).toEqual([])
    expect(chain.allRequired('c00000').get('c19999')).toBe(19_999)
  })
})

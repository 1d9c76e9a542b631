import { describe, expect, it } from 'vitest'
import type { Dependency } from '#data/inventory/portfolio.ts'
import { broughtBy } from '#data/inventory/transitive.ts'

const edge = (from: string, to: string, more: Partial<Dependency> = {}): Dependency => ({
  ...{ from, to, artifact: `fr.ville:${to}`, version: '1', versionFrom: 'own', current: null, scope: 'compile' },
  ...{ type: 'jar', profile: null, isOptional: false, exclusions: [], path: 'pom.xml', line: 1, ...more },
})

function brought(edges: readonly Dependency[], exclusions: readonly string[] = []) {
  const found = broughtBy(
    [{ component: 'a', exclusions }],
    Map.groupBy(edges, ({ from }) => from),
  )
  return [...found].map(([to, { version }]) => `${to} ${version}`)
}

describe('what a request brings in', () => {
  it('is followed to the end, in the version that is asked for nearest', () => {
    const edges = [
      edge('a', 'b'),
      edge('b', 'c', { version: '1' }),
      edge('c', 'd', { version: '2' }),
      edge('b', 'd', { version: '3' }),
      edge('d', 'a'),
    ]
    expect(brought(edges)).toEqual(['b 1', 'c 1', 'd 3'])
  })

  it.each([
    ['optional', { isOptional: true }],
    ['provided', { scope: 'provided' }],
    ['for tests', { scope: 'test' }],
    ['of a profile', { profile: 'dev' }],
  ])('leaves out what is %s', (_, more) => {
    expect(brought([edge('a', 'b', more), edge('b', 'c')])).toEqual([])
  })

  it('leaves out what is excluded on the way, and takes it by another way', () => {
    const edges = [edge('a', 'b', { exclusions: ['fr.ville:d'] }), edge('b', 'd'), edge('a', 'c')]
    expect(brought(edges)).toEqual(['b 1', 'c 1'])
    expect(brought([...edges, edge('c', 'd', { version: '4' })])).toEqual(['b 1', 'c 1', 'd 4'])
    expect(brought([edge('a', 'b'), edge('b', 'c')], ['*:*'])).toEqual([])
    expect(brought([edge('a', 'b'), edge('b', 'c')], ['fr.ville:*'])).toEqual([])
  })
})

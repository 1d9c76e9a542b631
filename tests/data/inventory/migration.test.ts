import { describe, expect, it } from 'vitest'
import { buildGraph } from '#data/inventory/graph.ts'
import { type MigratingComponent, migrationsOf } from '#data/inventory/migration.ts'

const component = (
  id: string,
  line: 'v7' | 'v8' | null,
  more: Partial<MigratingComponent> = {},
): MigratingComponent => ({
  ...{ id, line, kind: 'plugin', outcomes: [], uncollected: [] },
  ...more,
})

const EDGES = [
  ['map', 'core'],
  ['forum', 'core'],
  ['mail', 'forum'],
  ['site', 'mail'],
  ['odd', 'unsure'],
] as const

const ids = ['core', 'map', 'forum', 'mail', 'site', 'odd', 'unsure']

describe('a migration', () => {
  const found = migrationsOf(
    [
      component('core', 'v8'),
      ...['map', 'forum', 'mail', 'site', 'odd'].map((id) => component(id, 'v7')),
      component('unsure', null),
      component('script', null, { kind: 'tool' }),
    ],
    buildGraph(ids, EDGES),
  )
  const of = (id: string) => found.find((one) => one.component === id)

  it('may start where all that is required is there', () => {
    expect(of('core')).toMatchObject({ state: 'ready', unblocks: 0 })
    expect(of('forum')).toMatchObject({ state: 'free', unblocks: 2 })
    expect(of('map')).toMatchObject({ state: 'free', unblocks: 0 })
  })

  it('names what is in the way', () => {
    expect(of('mail')).toMatchObject({ state: 'blocked', blockedBy: ['forum'] })
    expect(of('site')).toMatchObject({ state: 'blocked', blockedBy: ['mail'] })
  })

  it('is not guessed where a line is not known, and leaves out what has none', () => {
    expect(of('odd')).toMatchObject({ state: 'unknown', unclear: ['unsure'] })
    expect(of('unsure')).toMatchObject({ state: 'unknown' })
    expect(of('script')).toBeUndefined()
  })

  it('is not free to start where something that it requires was not collected', () => {
    const [one] = migrationsOf([component('a', 'v7', { uncollected: ['plugin-b'] })], buildGraph(['a'], []))
    expect(one).toMatchObject({ state: 'unknown', blockedBy: [], unclear: ['plugin-b'] })
  })

  it('waits for nothing that only something on the new line asks for', () => {
    const left = migrationsOf(
      [component('text', 'v7'), component('core', 'v8'), component('map', 'v7')],
      buildGraph(
        ['text', 'core', 'map'],
        [
          ['core', 'text'],
          ['map', 'core'],
        ],
      ),
    )
    expect(left.map(({ component: id, unblocks, state }) => [id, unblocks, state])).toEqual([
      ['core', 0, 'ready'],
      ['map', 0, 'free'],
      ['text', 0, 'free'],
    ])
  })

  it('takes for there what something on the new line requires, collected or not', () => {
    const asks = { uncollected: ['library-sign'] }
    const [, waits] = migrationsOf([component('a', 'v8', asks), component('b', 'v7', asks)], buildGraph(['a', 'b'], []))
    expect(waits).toMatchObject({ component: 'b', state: 'free', unclear: [] })
  })

  it('ranks first what unblocks most', () => {
    expect(found.map(({ component: id }) => id).slice(0, 2)).toEqual(['forum', 'mail'])
  })

  it('tells rules that fail from a component that nobody judged', () => {
    const rule = { code: 'V8-01', severity: 'error', effort: 'minutes', places: 2 } as const
    const outcomes = (['fail', 'pass', 'unknown'] as const).map((outcome) => ({ ...rule, outcome }))
    const [judged, never] = migrationsOf(
      [component('a', 'v8', { outcomes }), component('b', 'v7', { outcomes: null })],
      buildGraph(['a', 'b'], []),
    )
    expect(judged).toMatchObject({ state: 'begun', failing: [{ code: 'V8-01', effort: 'minutes' }], unjudged: 1 })
    expect(never).toMatchObject({ failing: null, unjudged: 0 })
  })
})

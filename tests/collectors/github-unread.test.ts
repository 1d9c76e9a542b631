import { describe, expect, it } from 'vitest'
import { withoutTorn, withoutUnread } from '#collectors/github/unread.ts'

const error = (...path: (string | number)[]) => ({ type: 'FORBIDDEN', message: 'no', path })

describe('a field that could not be read', () => {
  it('is left out, where a field without value stays null', () => {
    const data = { node: { parent: null, alerts: null } }
    expect(withoutUnread(data, [error('node', 'alerts')])).toEqual({ node: { parent: null } })
  })

  it('takes its parent with it when the host made that null', () => {
    expect(withoutUnread({ node: { items: null } }, [error('node', 'items', 'nodes', 3, 'author')])).toEqual({
      node: {},
    })
  })

  it('leaves the places of a list as they are', () => {
    const data = { nodes: [{ a: null }, null, { a: 1 }] }
    expect(withoutUnread(data, [error('nodes', 0, 'a'), error('nodes', 1)])).toEqual({ nodes: [{}, null, { a: 1 }] })
  })
})

describe('a row of which part could not be read', () => {
  const row = { id: 'a', labels: { nodes: [null] }, files: { nodes: [] } }

  it('loses the whole field: what is left of a list would pass for all of it', () => {
    expect(withoutTorn(row, [error('nodes', 0, 'labels', 'nodes', 0)], 2)).toEqual({ id: 'a', files: { nodes: [] } })
  })

  it('is itself where nothing was lost', () => {
    expect(withoutTorn(row, [], 2)).toBe(row)
  })
})

import { describe, expect, it } from 'vitest'
import { pageSize } from '#collectors/github/page-size.ts'

describe('the size of a page', () => {
  it('has no limit until a page was too much', () => {
    const size = pageSize(49)
    expect(size.limit()).toBeUndefined()
    expect([size.atMost(49), size.atMost(7)]).toEqual([49, 7])
  })

  it('is halved at once and grows by a quarter after three full pages, until it needs no limit', () => {
    const size = pageSize(49)
    size.halve(49)
    const limits: unknown[] = []
    for (let page = 0; page < 12; page += 1) {
      size.good(size.atMost(49))
      limits.push(size.limit())
    }
    expect(limits).toEqual([24, 24, 30, 30, 30, 37, 37, 37, 46, 46, 46, undefined])
  })

  it('learns nothing from a page that was shorter anyway', () => {
    const size = pageSize(49)
    size.halve(20)
    for (let page = 0; page < 9; page += 1) size.good(4)
    expect(size.limit()).toBe(10)
  })

  it('is never less than a row, and grows from there', () => {
    const size = pageSize(49)
    size.halve(1)
    expect(size.atMost(49)).toBe(1)
    for (let page = 0; page < 3; page += 1) size.good(1)
    expect(size.limit()).toBe(2)
  })

  it('begins with what an earlier run remembered, if that is a limit', () => {
    expect(pageSize(49, 12).limit()).toBe(12)
    for (const odd of [0, Number.NaN, 49, 80]) expect(pageSize(49, odd).limit()).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { monthCount, monthsBefore, monthsBetween } from '#data/months.ts'
import { type Cell, FLOOR, hiddenCells } from '#data/suppression.ts'
import { random } from './random.ts'
import { spanOf, sum } from './span.ts'

const cell = (count: number, persons: number, ...parts: string[]): Cell => ({ count, persons, parts })

function hiddenOf(cells: readonly Cell[], known: readonly (readonly string[])[] = []): readonly number[] {
  return [...hiddenCells(cells, { known })].sort((a, b) => a - b)
}

describe('hiding small groups', () => {
  it('shows what five people are behind, and noughts', () => {
    expect(hiddenOf([cell(9, 5, 'a'), cell(0, 0)])).toEqual([])
    expect(hiddenOf([cell(9, 4, 'a')])).toEqual([0])
  })

  it('hides a second figure, the one of least worth, so that the total does not tell the first', () => {
    const total = cell(95, 30, 'a', 'b', 'c')
    expect(hiddenOf([total, cell(80, 20, 'a'), cell(12, 9, 'b'), cell(3, 4, 'c')])).toEqual([2, 3])
    expect(hiddenOf([total, cell(12, 9, 'b'), cell(80, 20, 'a'), cell(3, 4, 'c')])).toEqual([2, 3])
  })

  it('hides the total when there is nothing else to hide behind', () => {
    expect(hiddenOf([cell(83, 24, 'a', 'c'), cell(3, 4, 'c'), cell(80, 20, 'a')])).toEqual([1, 2])
    expect(hiddenOf([cell(80, 20, 'a'), cell(83, 24, 'a', 'c'), cell(3, 4, 'c')])).toEqual([1, 2])
  })

  it('sees through differences over several sums, and sums that are told elsewhere', () => {
    const cells = [cell(30, 9, 'a', 'b'), cell(40, 9, 'b', 'c'), cell(50, 9, 'a', 'c'), cell(2, 1, 'a')]
    expect(hiddenOf(cells)).toEqual([2, 3])
    expect(hiddenOf([cell(30, 9, 'a', 'b'), cell(2, 1, 'c')], [['a', 'b', 'c']])).toEqual([0, 1])
    expect(hiddenOf([cell(2, 1, 'c'), cell(30, 9, 'a')], [['c']])).toEqual([0])
  })

  it('lets no shown figures give a small one away, and hides none without need, in any of many tables', () => {
    const next = random(11)
    for (let round = 0; round < 150; round += 1) {
      const names = Array.from({ length: 4 + next(6) }, (_, index) => `part ${index}`)
      const cells = Array.from({ length: 6 + next(14) }, () =>
        cell(
          1 + next(40),
          1 + next(14),
          ...new Set(Array.from({ length: 1 + next(4) }, () => names[next(names.length)] ?? '')),
        ),
      )
      const hidden = hiddenCells(cells)
      const small = cells.filter(({ persons }) => persons < FLOOR)
      const vector = ({ parts }: Cell) => sum(parts)
      const shown = spanOf(cells.filter((_, index) => !hidden.has(index)).map(vector))
      expect(small.filter((each) => shown.holds(vector(each)))).toEqual([])
      const needless = cells.filter(
        (each, index) =>
          hidden.has(index) &&
          each.persons >= FLOOR &&
          !small.some((other) => shown.with(vector(each)).holds(vector(other))),
      )
      expect(needless).toEqual([])
    }
  })
})

describe('months', () => {
  it('count across years', () => {
    expect(monthsBefore(202601, 1)).toBe(202512)
    expect(monthsBefore(202611, 23)).toBe(202412)
    expect(monthsBetween(202511, 202602)).toEqual([202511, 202512, 202601, 202602])
    expect(monthCount(202511, 202602)).toBe(3)
  })
})

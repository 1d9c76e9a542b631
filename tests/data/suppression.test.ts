import { describe, expect, it } from 'vitest'
import { monthCount, monthsBefore, monthsBetween } from '#data/months.ts'
import { type Cell, hiddenCells } from '#data/suppression.ts'

const cell = (count: number, persons: number | null, ...lines: string[]): Cell => ({ count, persons, lines })

describe('hiding small groups', () => {
  it('shows what five people are behind, and what none are', () => {
    expect([...hiddenCells([cell(9, 5, 'row'), cell(0, 0, 'row'), cell(2, null, 'row')])]).toEqual([])
  })

  it('hides a second figure, the smallest, so that the total does not tell the first', () => {
    const cells = [cell(3, 4, 'row'), cell(80, 20, 'row'), cell(12, 9, 'row'), cell(0, 0, 'row')]
    expect([...hiddenCells(cells)].sort()).toEqual([0, 2])
  })

  it('hides a nought when there is nothing else to hide behind', () => {
    expect([...hiddenCells([cell(3, 1, 'row'), cell(0, 0, 'row')])].sort()).toEqual([0, 1])
  })

  it('looks along every line that a figure is part of, until no single one is left alone', () => {
    const cells = [
      ...[cell(3, 2, 'r1', 'c1'), cell(50, 9, 'r1', 'c2'), cell(70, 9, 'r1', 'c3')],
      ...[cell(40, 9, 'r2', 'c1'), cell(60, 9, 'r2', 'c2'), cell(90, 9, 'r2', 'c3')],
    ]
    const hidden = hiddenCells(cells)
    for (const line of ['r1', 'r2', 'c1', 'c2', 'c3']) {
      const alone = cells.filter(({ lines }, index) => lines.includes(line) && hidden.has(index))
      expect(alone.length, line).not.toBe(1)
    }
    expect(hidden.has(2) || hidden.has(5)).toBe(false)
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

import { expect, test } from 'vitest'
import { MOST_COMPARED, readChoice, writeChoice } from '#site/src/scripts/compare-choice.ts'

const isKnown = (slug: string) => slug !== 'inconnu'

test('a choice survives its address', () => {
  expect(writeChoice(readChoice('?c=a&c=b', isKnown))).toBe('?c=a&c=b')
  expect(writeChoice([])).toBe('')
})

test('four at most, each once, and none that the register has not', () => {
  expect(readChoice('?c=a&c=inconnu&c=a&c=b&c=c&c=d&c=e', isKnown)).toEqual(['a', 'b', 'c', 'd'])
  expect(MOST_COMPARED).toBe(4)
})

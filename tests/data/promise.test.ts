import { expect, test } from 'vitest'
import { answerPromise } from '#data/metrics/promise.ts'
import { FRENCH_CALENDAR } from '#data/model/working-days.ts'

const promise = answerPromise(5, FRENCH_CALENDAR)
const at = (instant: string) => Date.parse(instant) / 1000

test('a promise of five working days ends with its last day, whatever the hour', () => {
  const monday = at('2026-06-01T08:00:00Z')
  expect(promise.isKept(monday, at('2026-06-08T21:30:00Z'))).toBe(true)
  expect(promise.isKept(monday, at('2026-06-08T22:30:00Z'))).toBe(false)
  expect([
    promise.isDue(monday, at('2026-06-08T12:00:00Z')),
    promise.isDue(monday, at('2026-06-09T12:00:00Z')),
  ]).toEqual([false, true])
})

test('weekends and public holidays give time', () => {
  // Both Fridays, the first and the eighth of May, are holidays: the fifth working day is the Monday after.
  expect(promise.isKept(at('2026-04-30T09:00:00Z'), at('2026-05-11T09:00:00Z'))).toBe(true)
  expect(promise.isKept(at('2026-04-30T09:00:00Z'), at('2026-05-12T09:00:00Z'))).toBe(false)
})

test('asked on a Saturday, the first working day is the Monday', () => {
  expect(promise.isKept(at('2026-06-06T09:00:00Z'), at('2026-06-12T20:00:00Z'))).toBe(true)
  expect(promise.isKept(at('2026-06-06T09:00:00Z'), at('2026-06-15T06:00:00Z'))).toBe(false)
})

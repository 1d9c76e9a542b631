import { describe, expect, it } from 'vitest'
import { readinessOf, type Upkeep } from '#data/inventory/readiness.ts'

const kept: Upkeep = {
  commits: 5,
  responses: { opened: 3, medianHours: 100, isWithheld: false },
  lastRelease: { at: '2026-05-15T00:00:00Z' },
  keyPeople: 2,
  isWithheld: false,
  asOf: '2026-11-15T00:00:00Z',
  isOutOfSight: false,
}

describe('the level of readiness', () => {
  it.each([
    ['3: all that is asked for', {}, 3, 3],
    ['2: one person does half of the work', { keyPeople: 1 }, 2, 2],
    ['1: no release in six months', { lastRelease: { at: '2026-05-14T23:59:59Z' } }, 1, 1],
    ['0: four commits, whatever else holds', { commits: 4 }, 0, 0],
    ['0: half of the answers took a week', { responses: { opened: 3, medianHours: 168, isWithheld: false } }, 0, 0],
    ['3: nobody asked for anything', { responses: { opened: 0, medianHours: null, isWithheld: false } }, 3, 3],
    ['2 to 3: too few people to tell of', { keyPeople: null, isWithheld: true }, 2, 3],
    [
      '3: too few people answered to tell how fast',
      { responses: { opened: 3, medianHours: null, isWithheld: true } },
      3,
      3,
    ],
    ['0 to 3: not looked at for long', { isOutOfSight: true }, 0, 3],
    ['0 to 3: nothing was collected', { commits: null, responses: null, lastRelease: null, keyPeople: null }, 0, 3],
    ['0 to 1: commits unknown, never released', { commits: null, lastRelease: { at: null } }, 0, 1],
  ])('is %s', (_, more, level, atMost) => {
    expect(readinessOf({ ...kept, ...more })).toMatchObject({ level, atMost })
  })

  it('gives a reason for each criterion, with what was found since when', () => {
    expect(readinessOf(kept).reasons).toEqual([
      { criterion: 'commits', level: 1, outcome: 'met', value: 5, from: '2026-05-15T00:00:00Z' },
      { criterion: 'response', level: 1, outcome: 'met', value: 4.2, from: '2025-11-15T00:00:00Z' },
      { criterion: 'release', level: 2, outcome: 'met', value: '2026-05-15', from: '2026-05-15T00:00:00Z' },
      { criterion: 'people', level: 3, outcome: 'met', value: 2, from: '2025-11-15T00:00:00Z' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { type Behaviour, type Degree, opennessChecks } from '#data/inventory/openness.ts'

const OPEN: Behaviour = {
  ...{ isPublic: true, hasGuide: true, hasIssues: true, isArchived: false },
  responses: { opened: 4, inTime: 2 },
}
const NOTHING: Behaviour = { isPublic: null, hasGuide: null, hasIssues: null, isArchived: null, responses: null }

function results(degree: Degree, seen: Partial<Behaviour>, wanted: string) {
  return opennessChecks(degree, { ...OPEN, ...seen }).flatMap(({ point, result }) => (result === wanted ? [point] : []))
}

describe('a declared degree of openness', () => {
  it('A or B holds with a guide, issues, and answers in time to half of those who came', () => {
    expect(results('A', {}, 'differs')).toEqual([])
    expect(results('B', { hasGuide: false, responses: { opened: 3, inTime: 1 } }, 'differs')).toEqual([
      'guide',
      'response',
    ])
    expect(results('A', { isArchived: true }, 'differs')).toEqual(['in-service'])
  })

  it('says nothing of answers where nobody asked', () => {
    expect(results('A', { responses: { opened: 0, inTime: 0 } }, 'unknown')).toEqual(['response'])
  })

  it('C says that nobody follows up, by issues that are off or an archive', () => {
    expect(results('C', {}, 'differs')).toEqual(['says-so'])
    expect(results('C', { hasIssues: false }, 'differs')).toEqual([])
    expect(results('C', { isArchived: true }, 'differs')).toEqual([])
  })

  it('D is not for everybody to read', () => {
    expect(results('D', {}, 'differs')).toEqual(['not-public'])
  })

  it.each(['A', 'B', 'C', 'D'] as const)('%s is not judged by what was not collected', (degree) => {
    expect(new Set(opennessChecks(degree, NOTHING).map(({ result }) => result))).toEqual(new Set(['unknown']))
  })
})

import { describe, expect, it } from 'vitest'
import { isAllowed, leastVersion, parseRequirement, reachesNextMajor } from '#data/inventory/maven/range.ts'
import { compareMavenVersions } from '#data/inventory/maven/version.ts'

describe('the order of versions', () => {
  it.each([
    ['1', '2'],
    ['1.2', '1.10'],
    ['1.0-alpha-1', '1.0-beta'],
    ['1.0-beta', '1.0-milestone-1'],
    ['1.0-m2', '1.0-rc1'],
    ['1.0-rc1', '1.0-SNAPSHOT'],
    ['1.0-SNAPSHOT', '1.0'],
    ['1.0', '1.0-sp'],
    ['1.0-sp', '1.0-abc'],
    ['1.0-abc', '1.0-1'],
    ['8.0.0-SNAPSHOT', '8.0.0'],
    ['8.0.0-beta-02', '8.0.0-beta-10'],
    ['7.1.7', '8.0.0-SNAPSHOT'],
  ])('puts %s before %s', (less, more) => {
    expect(compareMavenVersions(less, more)).toBeLessThan(0)
    expect(compareMavenVersions(more, less)).toBeGreaterThan(0)
  })

  it.each([
    ['1', '1.0.0'],
    ['1.0-ga', '1'],
    ['1.0.FINAL', '1.0'],
    ['1-rc1', '1-CR1'],
    ['1a1', '1-alpha-1'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(compareMavenVersions(one, other)).toBe(0)
  })
})

describe('a requirement', () => {
  it.each([
    ['[1.0,2.0)', '1.0', true],
    ['[1.0,2.0)', '2.0', false],
    ['(1.0,2.0]', '1.0', false],
    ['(1.0,2.0]', '2.0', true],
    ['[7.0.0,)', '8.1', true],
    ['(,1.0]', '0.9', true],
    ['[1.5]', '1.5.0', true],
    ['[1.5]', '1.6', false],
    ['(,1.0],[1.2,)', '1.1', false],
    ['(,1.0],[1.2,)', '1.2', true],
    ['1.5', '1.5', true],
    ['1.5', '1.6', false],
  ])('%s allows %s: %s', (text, version, expected) => {
    expect(isAllowed(version, parseRequirement(text))).toBe(expected)
  })

  it.each(['[1.0', '1.0,2.0', '(1.0)', '[2.0,1.0]', '[]', '[1,2,3]'])('%s is no range', (text) => {
    expect(parseRequirement(text).kind).toBe('malformed')
  })

  it.each([
    ['[7.0.0,)', true],
    ['[7.0.0,8.0.0)', false],
    ['[7.0.0,8.0.0]', true],
    ['[7.0.0,9.0.0)', true],
    ['[7.0.0,7.9.9]', false],
    ['(,8.0.0)', false],
    ['7.0.0', false],
  ])('%s reaches the next major version: %s', (text, expected) => {
    expect(reachesNextMajor(parseRequirement(text))).toBe(expected)
  })

  it('starts somewhere', () => {
    expect(['1.2', '[1.3,2)', '(,2)', '[1'].map((text) => leastVersion(parseRequirement(text)))).toEqual([
      '1.2',
      '1.3',
      undefined,
      undefined,
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { standingOfLife } from '#data/activity-state.ts'
import { domainOf } from '#data/inventory/domains.ts'
import { certainLicense, licenseOf, saidLicense } from '#data/inventory/licenses.ts'

const asOf = '2026-11-15T00:00:00Z'
const lived = { isArchived: false, lastActivityAt: '2020-01-01T00:00:00Z', asOf }

describe('the state of a component', () => {
  it.each([
    ['active', { lastActivityAt: '2025-12-01T00:00:00Z' }, 'activity'],
    ['quiet', { lastActivityAt: '2025-11-30T00:00:00Z' }, 'activity'],
    ['dormant', {}, 'activity'],
    ['unknown', { lastActivityAt: null }, null],
    ['archived', { isArchived: true }, 'host'],
    ['stable', { declared: 'stable' }, 'register'],
    ['stable', { declared: 'stable', lastActivityAt: null }, 'register'],
    ['archived', { declared: 'stable', isArchived: true }, 'host'],
    ['obsolete', { declared: 'obsolete', isArchived: true }, 'register'],
    ['obsolete', { isLineEnded: true, lastActivityAt: '2026-11-01T00:00:00Z' }, 'line'],
  ] as const)('is %s for %j', (state, more, from) => {
    expect(standingOfLife({ ...lived, ...more })).toEqual({ state, from })
  })

  it('is as of the last day that its history is known of, and not known when that is long ago', () => {
    const at = { lastActivityAt: '2025-03-01T00:00:00Z' }
    expect(standingOfLife({ ...lived, ...at }).state).toBe('quiet')
    expect(standingOfLife({ ...lived, ...at, knownUntil: '2026-02-01T00:00:00Z' }).state).toBe('active')
    expect(standingOfLife({ ...lived, ...at, knownUntil: '2025-11-30T00:00:00Z' })).toEqual({
      state: 'unknown',
      from: null,
    })
    expect(standingOfLife({ ...lived, declared: 'stable', knownUntil: '2022-01-01T00:00:00Z' }).state).toBe('stable')
  })

  it('stays active where somebody works on what is declared finished', () => {
    expect(standingOfLife({ ...lived, declared: 'stable', lastActivityAt: asOf }).state).toBe('active')
  })
})

describe('the domain of a component', () => {
  const said = { declared: null, publiccode: null, topics: [], named: null }

  it('is what people say, then what a topic says, then what the name of the repository says', () => {
    const named = { ...said, named: 'cms' }
    const topic = { ...named, topics: ['lutece', 'domaine-culture'] }
    expect(domainOf(named)).toEqual({ domain: 'cms', source: 'name' })
    expect(domainOf(topic)).toEqual({ domain: 'culture', source: 'topic' })
    expect(domainOf({ ...topic, declared: 'Culture' })).toEqual({ domain: 'Culture', source: 'register' })
  })

  it('is not known of a component that nothing places', () => {
    expect(domainOf({ ...said, topics: ['domain'] })).toBeNull()
  })
})

describe('a licence that sources disagree on', () => {
  const evidence = [saidLicense('manifest', 'MIT', 'pom.xml'), saidLicense('host', 'BSD-3-Clause', null)]

  it('is none that anything may be concluded from', () => {
    const license = licenseOf(evidence)
    expect(license).toMatchObject({ isDisagreed: true, isSettled: false })
    expect(certainLicense(license)).toBeNull()
  })

  it('is the one of the register once people have settled it, and still told as disagreed', () => {
    const license = licenseOf([...evidence, saidLicense('register', 'BSD-3-Clause', 'components:4')])
    expect(license).toMatchObject({ isDisagreed: true, isSettled: true, concluded: { from: ['register'] } })
    expect(certainLicense(license)).toBe('BSD-3-Clause')
  })
})

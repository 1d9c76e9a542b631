import { describe, expect, it } from 'vitest'
import { strainGauge } from '#collectors/github/strain.ts'

const MINUTE = 60_000
const at = (milliseconds: number) => ({ reason: 'secondary', until: milliseconds, credential: undefined }) as const

describe('what a run took of the host', () => {
  it('is the time of every answer, and nothing before the first', () => {
    const gauge = strainGauge()
    expect(gauge.read()).toEqual({ busySeconds: 0, waits: [] })
    for (const milliseconds of [1200, 300, 0]) gauge.answered(milliseconds)
    expect(gauge.read().busySeconds).toBe(1.5)
  })

  it('counts a wait once for all calls that wait together, and longer when it is drawn out', () => {
    const gauge = strainGauge()
    gauge.waits(at(MINUTE), 0)
    gauge.waits(at(MINUTE), 10)
    gauge.waits(at(2 * MINUTE), MINUTE / 2)
    const one = { reason: 'secondary', times: 1, seconds: 120, until: '1970-01-01T00:02:00Z' }
    expect(gauge.read().waits).toEqual([one])
    gauge.waits(at(5 * MINUTE), 4 * MINUTE)
    expect(gauge.read().waits).toEqual([{ ...one, times: 2, seconds: 180, until: '1970-01-01T00:05:00Z' }])
  })

  it('keeps the reasons apart', () => {
    const gauge = strainGauge()
    gauge.waits(at(MINUTE), 0)
    gauge.waits({ ...at(2 * MINUTE), reason: 'pace' }, MINUTE)
    expect(gauge.read().waits.map(({ reason, seconds }) => [reason, seconds])).toEqual([
      ['secondary', 60],
      ['pace', 60],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { Clock } from '#collectors/clock.ts'
import { tokenCredential } from '#collectors/github/credentials.ts'
import { type Lane, lanes, type Wait } from '#collectors/github/lanes.ts'
import type { Pace } from '#collectors/github/pacer.ts'

/** A clock that stands still but for sleeps and what work takes. */
function stillClock(): Clock & { pass(milliseconds: number): void } {
  let now = 1_000_000
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds
    },
    pass: (milliseconds) => {
      now += milliseconds
    },
  }
}

const PACE: Pace = { maxConcurrent: 2, busySecondsPerMinute: 45, longestWaitSeconds: 600 }

/** Lanes of that many credentials on a still clock, and what was told of waits. */
function still(names: readonly string[] = ['A']) {
  const clock = stillClock()
  const waits: Wait[] = []
  const credentials = names.map((name) => tokenCredential({ name, token: `secret of ${name}` }))
  const way = lanes(credentials, { clock, pace: PACE, onWait: (wait) => waits.push(wait) })
  const taken: (string | undefined)[] = []
  /** Asks once; `then` is told which lane was taken. */
  const ask = (bucket: 'graphql' | 'rest', then: (lane: Lane) => void = () => undefined) =>
    way.run(bucket, async (lane) => {
      taken.push(lane.credential?.name)
      then(lane)
    })
  return { clock, way, waits, ask, taken }
}

describe('the pace', () => {
  it('keeps the host busy for 45 seconds of any minute at most', async () => {
    const { clock, ask } = still()
    const startedAt: number[] = []
    for (let call = 0; call < 12; call += 1)
      await ask('graphql', () => {
        startedAt.push(clock.now())
        clock.pass(10_000)
      })
    const busyIn = (from: number) => startedAt.filter((at) => at >= from && at + 10_000 <= from + 60_000).length * 10
    expect(Math.max(...startedAt.map(busyIn))).toBeLessThanOrEqual(50)
    expect(clock.now() - (startedAt[0] ?? 0)).toBeGreaterThanOrEqual(130_000)
  })

  it('lets two requests run at once, and no third', async () => {
    const { way } = still()
    const order: string[] = []
    const gates = new Map<number, () => void>()
    const work = [1, 2, 3].map((number) =>
      way.run('rest', async () => {
        order.push(`start ${number}`)
        await new Promise<void>((resolve) => gates.set(number, resolve))
        order.push(`end ${number}`)
      }),
    )
    await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual(['start 1', 'start 2'])
    gates.get(1)?.()
    await work[0]
    await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual(['start 1', 'start 2', 'end 1', 'start 3'])
    gates.get(2)?.()
    gates.get(3)?.()
    await Promise.all(work)
  })

  it('is silent as long as the host asks, in the quota that it names, and says until when', async () => {
    const { clock, ask, waits } = still()
    const from = clock.now()
    await ask('graphql', ({ pacer }) => pacer.hold('graphql', 30, 'primary'))
    await ask('rest')
    expect(clock.now()).toBe(from)
    expect(waits).toEqual([])
    await ask('graphql')
    expect(clock.now()).toBe(from + 31_000)
    expect(waits).toEqual([{ reason: 'primary', until: from + 31_000, credential: 'A' }])
  })

  it('does not wait longer than it may: it says when to come back', async () => {
    const { clock, ask } = still()
    await ask('rest', ({ pacer }) => pacer.hold('all', 3600, 'secondary'))
    await expect(ask('rest')).rejects.toMatchObject({ kind: 'rate-limit', retryAt: clock.now() + 3_601_000 })
  })
})

describe('several credentials', () => {
  it('take turns by what is left of their quotas', async () => {
    const { ask, taken } = still(['A', 'B'])
    const left: Record<string, number> = { A: 5, B: 3 }
    const spend = ({ credential, pacer }: Lane) => {
      const name = credential?.name ?? ''
      left[name] = (left[name] ?? 0) - 1
      pacer.note('graphql', left[name] ?? 0)
    }
    for (let call = 0; call < 6; call += 1) await ask('graphql', spend)
    expect(taken.toSorted()).toEqual(['A', 'A', 'A', 'A', 'B', 'B'])
    expect(left).toEqual({ A: 1, B: 1 })
  })

  it('are waited for only when none has quota left, and then for the first that has again', async () => {
    const { clock, ask, taken, waits } = still(['A', 'B'])
    const from = clock.now()
    await ask('graphql', ({ pacer }) => pacer.hold('graphql', 3_600, 'primary'))
    await ask('graphql', ({ pacer }) => pacer.hold('graphql', 60, 'primary'))
    expect(clock.now()).toBe(from)
    await ask('graphql')
    expect(taken).toEqual(['A', 'B', 'B'])
    expect(waits).toEqual([{ reason: 'primary', until: from + 61_000, credential: 'B' }])
  })

  it('each keep a pace of their own', async () => {
    const { clock, ask, taken, waits } = still(['A', 'B'])
    for (let call = 0; call < 8; call += 1) await ask('graphql', () => clock.pass(11_000))
    expect(waits).toEqual([])
    expect(new Set(taken)).toEqual(new Set(['A', 'B']))
  })

  it('go on without one that was dropped, but not without the last', async () => {
    const { way, ask, taken } = still(['A', 'B'])
    const outcomes: boolean[] = []
    await ask('rest', (lane) => outcomes.push(way.drop(lane)))
    await ask('rest', (lane) => outcomes.push(way.drop(lane)))
    expect([taken, outcomes]).toEqual([
      ['A', 'B'],
      [true, false],
    ])
  })
})

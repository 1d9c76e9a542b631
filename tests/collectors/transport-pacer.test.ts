import { describe, expect, it } from 'vitest'
import type { Clock } from '#collectors/clock.ts'
import { type Pace, pacer } from '#collectors/github/pacer.ts'

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

describe('the pace', () => {
  it('keeps the host busy for 45 seconds of any minute at most', async () => {
    const clock = stillClock()
    const { run } = pacer(clock, PACE)
    const startedAt: number[] = []
    for (let call = 0; call < 12; call += 1)
      await run('graphql', async () => {
        startedAt.push(clock.now())
        clock.pass(10_000)
      })
    const busyIn = (from: number) => startedAt.filter((at) => at >= from && at + 10_000 <= from + 60_000).length * 10
    expect(Math.max(...startedAt.map(busyIn))).toBeLessThanOrEqual(50)
    expect(clock.now() - (startedAt[0] ?? 0)).toBeGreaterThanOrEqual(130_000)
  })

  it('lets two requests run at once, and no third', async () => {
    const { run } = pacer(stillClock(), PACE)
    const order: string[] = []
    const gates = new Map<number, () => void>()
    const work = [1, 2, 3].map((number) =>
      run('rest', async () => {
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

  it('is silent as long as the host asks, in the quota that it names', async () => {
    const clock = stillClock()
    const { run, hold } = pacer(clock, PACE)
    const from = clock.now()
    hold('graphql', 30)
    await run('rest', async () => undefined)
    expect(clock.now()).toBe(from)
    await run('graphql', async () => undefined)
    expect(clock.now()).toBeGreaterThanOrEqual(from + 30_000)
  })

  it('does not wait longer than it may: it says when to come back', async () => {
    const clock = stillClock()
    const { run, hold } = pacer(clock, PACE)
    hold('all', 3600)
    await expect(run('rest', async () => 'sent')).rejects.toMatchObject({
      kind: 'rate-limit',
      retryAt: clock.now() + 3_601_000,
    })
  })
})

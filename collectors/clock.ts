import { setTimeout as delay } from 'node:timers/promises'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'

/** Time as the transport sees it: tests hand in one in which nobody waits. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Throws a `SourceFailure` of kind `interrupted` when `signal` aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  async sleep(milliseconds, signal) {
    try {
      await delay(milliseconds, undefined, signal === undefined ? {} : { signal })
    } catch {
      throw interrupted()
    }
  },
}

export function interrupted(): SourceFailure {
  return new SourceFailure('interrupted', 'interrupted before the end')
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** ISO text with seconds, in UTC. */
export function instant(time: string | number): Instant {
  // What hosts send is so already.
  if (typeof time === 'string' && INSTANT.test(time)) return time
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

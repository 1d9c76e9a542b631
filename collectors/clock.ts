import { setTimeout as delay } from 'node:timers/promises'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/records.ts'

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

/** ISO text with seconds, in UTC. */
export function instant(time: string | number): Instant {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

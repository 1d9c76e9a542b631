import { SourceFailure } from '#data/model/failures.ts'
import type { Clock } from '../clock.ts'

/** Quotas that the host counts apart. */
export type Bucket = 'graphql' | 'rest' | 'anonymous'

export interface Pace {
  /** Requests under way at the same time. */
  readonly maxConcurrent: number
  /** Seconds of GraphQL answering time to take in any minute; the host allows 60. */
  readonly busySecondsPerMinute: number
  /** A wait longer than this ends the run instead, with the instant at which to come back. */
  readonly longestWaitSeconds: number
}

export interface Pacer {
  /** Runs `attempt` when it is polite to. */
  run<T>(bucket: Bucket, attempt: () => Promise<T>): Promise<T>
  /** Nothing is sent to `bucket` for so long. Throws `rate-limit` when that is longer than we wait. */
  hold(bucket: Bucket | 'all', seconds: number): void
}

const BUCKETS = ['graphql', 'rest', 'anonymous'] as const
const MINUTE = 60_000
/** Clocks differ and headers have whole seconds: we come a little late rather than a little early. */
const MARGIN_SECONDS = 1

/** Keeps to what the host asks of a polite client: few at once, not busy all the time, quiet when told so. */
export function pacer(clock: Clock, pace: Pace, signal?: AbortSignal): Pacer {
  const heldUntil: Record<Bucket, number> = { graphql: 0, rest: 0, anonymous: 0 }
  const waiting: (() => void)[] = []
  let busy: { readonly endedAt: number; readonly milliseconds: number }[] = []
  let running = 0

  const nextFreeAt = (bucket: Bucket): number => {
    const now = clock.now()
    if (bucket !== 'graphql') return heldUntil[bucket]
    busy = busy.filter((stretch) => stretch.endedAt > now - MINUTE)
    let excess = busy.reduce((sum, stretch) => sum + stretch.milliseconds, 0) - pace.busySecondsPerMinute * 1000
    let freeAt = heldUntil.graphql
    for (const stretch of busy) {
      if (excess < 0) break
      excess -= stretch.milliseconds
      freeAt = Math.max(freeAt, stretch.endedAt + MINUTE)
    }
    return freeAt
  }

  const waitForTurn = async (bucket: Bucket) => {
    while (running >= pace.maxConcurrent) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      // A hold may be laid while we sleep: look again after each.
      for (let wait = nextFreeAt(bucket) - clock.now(); wait > 0; wait = nextFreeAt(bucket) - clock.now()) {
        refuseLongWait(wait / 1000)
        await clock.sleep(wait, signal)
      }
    } catch (error) {
      leave()
      throw error
    }
  }

  const leave = () => {
    running -= 1
    waiting.shift()?.()
  }

  const refuseLongWait = (seconds: number) => {
    if (seconds <= pace.longestWaitSeconds) return
    const retryAt = clock.now() + seconds * 1000
    throw new SourceFailure('rate-limit', `the host asks to come back in ${Math.ceil(seconds / 60)} min`, { retryAt })
  }

  return {
    async run(bucket, attempt) {
      await waitForTurn(bucket)
      const startedAt = clock.now()
      try {
        return await attempt()
      } finally {
        const endedAt = clock.now()
        if (bucket === 'graphql') busy.push({ endedAt, milliseconds: endedAt - startedAt })
        leave()
      }
    },
    hold(bucket, seconds) {
      const until = clock.now() + (seconds + MARGIN_SECONDS) * 1000
      for (const each of bucket === 'all' ? BUCKETS : [bucket]) heldUntil[each] = Math.max(heldUntil[each], until)
    },
  }
}

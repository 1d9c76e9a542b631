import type { WaitReason } from '#data/model/collection.ts'
import type { Clock } from '../clock.ts'

/** Quotas that the host counts apart. */
export type Bucket = 'graphql' | 'rest'

export interface Pace {
  /** Requests under way at the same time, for each credential. */
  readonly maxConcurrent: number
  /** Seconds of GraphQL answering time to take in any minute; the host allows 60 of its processors' time. */
  readonly busySecondsPerMinute: number
  /** A wait longer than this ends the run instead, with the instant at which to come back. */
  readonly longestWaitSeconds: number
}

/** What one credential may do and when: the host counts each on its own. */
export interface Pacer {
  /** Epoch milliseconds from which `bucket` may be asked; in the past when it may be now. */
  freeAt(bucket: Bucket): { readonly at: number; readonly reason: WaitReason }
  /** Whether as many requests as may be are under way. */
  isFull(): boolean
  /** Marks a request as under way, until the function that it answers is called. */
  enter(bucket: Bucket): () => void
  /** Nothing is sent to `bucket` for so long. */
  hold(bucket: Bucket | 'all', seconds: number, reason: WaitReason): void
  /** Notes what the host said is left of a quota. */
  note(bucket: Bucket, remaining: number): void
  /** What is left of a quota; without end when the host never said. */
  left(bucket: Bucket): number
}

const BUCKETS = ['graphql', 'rest'] as const
const MINUTE = 60_000
/** Clocks differ and headers have whole seconds: we come a little late rather than a little early. */
const MARGIN_SECONDS = 1

/** Keeps to what the host asks of a polite client: few at once, not busy all the time, quiet when told so. */
export function pacer(clock: Clock, pace: Pick<Pace, 'maxConcurrent' | 'busySecondsPerMinute'>): Pacer {
  const held: Record<Bucket, { at: number; reason: WaitReason }> = {
    graphql: { at: 0, reason: 'pace' },
    rest: { at: 0, reason: 'pace' },
  }
  const remaining: Record<Bucket, number> = { graphql: Number.POSITIVE_INFINITY, rest: Number.POSITIVE_INFINITY }
  let busy: { readonly endedAt: number; readonly milliseconds: number }[] = []
  let running = 0

  return {
    freeAt(bucket) {
      const rested = bucket === 'graphql' ? restedAt() : 0
      return rested > held[bucket].at ? { at: rested, reason: 'pace' } : held[bucket]
    },
    isFull: () => running >= pace.maxConcurrent,
    enter(bucket) {
      const startedAt = clock.now()
      running += 1
      return () => {
        const endedAt = clock.now()
        running -= 1
        if (bucket === 'graphql') busy.push({ endedAt, milliseconds: endedAt - startedAt })
      }
    },
    hold(bucket, seconds, reason) {
      const at = clock.now() + (seconds + MARGIN_SECONDS) * 1000
      for (const each of bucket === 'all' ? BUCKETS : [bucket]) if (at > held[each].at) held[each] = { at, reason }
    },
    note: (bucket, count) => {
      remaining[bucket] = count
    },
    left: (bucket) => remaining[bucket],
  }

  /** When the last minute will hold no more answering time than it may. */
  function restedAt(): number {
    busy = busy.filter((stretch) => stretch.endedAt > clock.now() - MINUTE)
    let excess = busy.reduce((sum, stretch) => sum + stretch.milliseconds, 0) - pace.busySecondsPerMinute * 1000
    let at = 0
    for (const stretch of busy) {
      if (excess < 0) break
      excess -= stretch.milliseconds
      at = Math.max(at, stretch.endedAt + MINUTE)
    }
    return at
  }
}

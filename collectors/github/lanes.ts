import type { WaitReason } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Clock } from '../clock.ts'
import type { Credential } from './credentials.ts'
import { type Bucket, type Pace, type Pacer, pacer } from './pacer.ts'

/** A credential and its pace; without a credential, what anybody may ask. */
export interface Lane {
  readonly credential: Credential | undefined
  readonly pacer: Pacer
}

/** Nothing is sent before `until`, and why. */
export interface Wait {
  readonly reason: WaitReason
  /** Epoch milliseconds. */
  readonly until: number
  /** Name of the credential that is waited for, when there is one. */
  readonly credential: string | undefined
}

export interface Lanes {
  /** Runs `attempt` with the credential that may ask soonest, as soon as it may. Throws `rate-limit` when that is too late. */
  run<T>(bucket: Bucket, attempt: (lane: Lane) => Promise<T>): Promise<T>
  /** Takes a credential out for good; false when it was the last one. */
  drop(lane: Lane): boolean
  /** How many there are. */
  size(): number
  /** What is left of a quota, over all of them; without end when the host never said. */
  left(bucket: Bucket): number
}

export interface LanesOptions {
  readonly clock: Clock
  readonly pace: Pace
  readonly signal?: AbortSignal
  onWait(wait: Wait): void
}

/** Spreads requests over credentials: one that has quota left is taken, and waited for only when none has. */
export function lanes(credentials: readonly (Credential | undefined)[], options: LanesOptions): Lanes {
  const { clock, pace, signal } = options
  const queue: (() => void)[] = []
  let open: readonly Lane[] = credentials.map((credential) => ({ credential, pacer: pacer(clock, pace) }))

  const turn = async (bucket: Bucket): Promise<{ readonly lane: Lane; readonly leave: () => void }> => {
    // A hold may be laid, and a lane may come free, while we wait: look again after each.
    for (;;) {
      const lane = best(bucket)
      const { at, reason } = lane.pacer.freeAt(bucket)
      const milliseconds = at - clock.now()
      if (milliseconds > 0) {
        refuseLongWait(milliseconds / 1000)
        options.onWait({ reason, until: at, credential: lane.credential?.name })
        await clock.sleep(milliseconds, signal)
      } else if (lane.pacer.isFull()) await new Promise<void>((resolve) => queue.push(resolve))
      else return { lane, leave: lane.pacer.enter(bucket) }
    }
  }

  /** The one that may ask soonest; among those that may now, one with room, then the one with the most quota left. */
  const best = (bucket: Bucket): Lane => {
    const now = clock.now()
    const rank = ({ pacer: own }: Lane) => [
      Math.max(now, own.freeAt(bucket).at),
      own.isFull() ? 1 : 0,
      -own.left(bucket),
    ]
    const [first, ...others] = open
    if (first === undefined) throw new SourceFailure('unauthorized', 'no token is left that the host accepts')
    return others.reduce((chosen, lane) => (isBefore(rank(lane), rank(chosen)) ? lane : chosen), first)
  }

  const refuseLongWait = (seconds: number) => {
    if (seconds <= pace.longestWaitSeconds) return
    const retryAt = clock.now() + seconds * 1000
    throw new SourceFailure('rate-limit', `the host asks to come back in ${Math.ceil(seconds / 60)} min`, { retryAt })
  }

  return {
    async run(bucket, attempt) {
      const { lane, leave } = await turn(bucket)
      try {
        return await attempt(lane)
      } finally {
        leave()
        queue.shift()?.()
      }
    },
    drop(lane) {
      if (open.length === 1) return false
      open = open.filter((one) => one !== lane)
      return true
    },
    size: () => open.length,
    left: (bucket) => open.reduce((sum, { pacer: own }) => sum + own.left(bucket), 0),
  }
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, index) => value !== other[index])
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0)
}

import type { Strain, Waited, WaitReason } from '#data/model/collection.ts'
import { instant } from '../clock.ts'
import type { Wait } from './lanes.ts'

export interface StrainGauge {
  answered(milliseconds: number): void
  waits(wait: Wait, now: number): void
  read(): Strain
}

/** Adds up how long the host answered and how long nothing was sent. Two calls that wait for the same wait once. */
export function strainGauge(): StrainGauge {
  let busy = 0
  const waited = new Map<WaitReason, { times: number; milliseconds: number; until: number }>()
  return {
    answered(milliseconds) {
      busy += milliseconds
    },
    waits({ reason, until }, now) {
      const known = waited.get(reason) ?? { times: 0, milliseconds: 0, until: 0 }
      const from = Math.max(now, known.until)
      if (until <= from) return
      const times = known.times + (known.until <= now ? 1 : 0)
      waited.set(reason, { times, milliseconds: known.milliseconds + until - from, until })
    },
    read: () => ({
      busySeconds: busy / 1000,
      waits: [...waited].map(
        ([reason, { times, milliseconds, until }]): Waited => ({
          ...{ reason, times, seconds: milliseconds / 1000 },
          until: instant(until),
        }),
      ),
    }),
  }
}

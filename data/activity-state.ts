import { monthCount, monthOf } from './months.ts'
import { ACTIVITY_STATES, type ActivityState } from './reference/activity-states.ts'

interface Lived {
  readonly isArchived: boolean
  /** Instant of the last commit or release; null when none is known. */
  readonly lastActivityAt: string | null
  readonly asOf: string
  /** Until when its history is known, where that is not the date of the data. */
  readonly knownUntil?: string | null
  /** The word of the register of components; a component that something replaces is `obsolete`. */
  readonly declared?: 'stable' | 'obsolete' | null
  /** Whether the generation of the platform that it is built for has ended, as the pack says. */
  readonly isLineEnded?: boolean
}

export interface Standing {
  readonly state: ActivityState
  /** What says so; null when nothing does. */
  readonly from: 'register' | 'line' | 'host' | 'activity' | null
}

/**
 * What people gave up is obsolete, whatever happens in it, and so is what is built for a generation that ended; then the
 * host's word counts, then the published thresholds. What people declared finished is stable where it would be quiet or
 * dormant. Nothing known is `unknown`, not dormant; the thresholds count to the last day that its history is known of.
 */
export function standingOfLife({ isArchived, lastActivityAt, declared, isLineEnded, ...seen }: Lived): Standing {
  if (declared === 'obsolete') return { state: 'obsolete', from: 'register' }
  if (isLineEnded === true) return { state: 'obsolete', from: 'line' }
  if (isArchived) return { state: 'archived', from: 'host' }
  const asOf = lastSeen(seen)
  const isKnown = lastActivityAt !== null && !isOutOfSight(seen)
  const reached = isKnown ? byMonths(monthCount(monthOf(lastActivityAt), monthOf(asOf))) : 'unknown'
  if (declared === 'stable' && reached !== 'active') return { state: 'stable', from: 'register' }
  return { state: reached, from: isKnown ? 'activity' : null }
}

type Seen = Pick<Lived, 'asOf' | 'knownUntil'>

/** The day that ages are counted to. */
export function lastSeen({ asOf, knownUntil }: Seen): string {
  return knownUntil != null && knownUntil < asOf ? knownUntil : asOf
}

/** Whether it was not looked at for so long that it may have been at rest or at work since: its state is anybody's guess. */
export function isOutOfSight(seen: Seen): boolean {
  return byMonths(monthCount(monthOf(lastSeen(seen)), monthOf(seen.asOf))) !== 'active'
}

function byMonths(months: number): ActivityState {
  return ACTIVITY_STATES.find(({ monthsBelow }) => monthsBelow === null || months < monthsBelow)?.state ?? 'unknown'
}

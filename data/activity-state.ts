import { monthCount, monthOf } from './months.ts'
import { ACTIVITY_STATES, type ActivityState } from './reference/activity-states.ts'

interface Lived {
  readonly isArchived: boolean
  /** Instant of the last commit or release; null when none is known. */
  readonly lastActivityAt: string | null
  readonly asOf: string
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
 * dormant. Nothing known is `unknown`, not dormant.
 */
export function standingOfLife({ isArchived, lastActivityAt, asOf, declared, isLineEnded }: Lived): Standing {
  if (declared === 'obsolete') return { state: 'obsolete', from: 'register' }
  if (isLineEnded === true) return { state: 'obsolete', from: 'line' }
  if (isArchived) return { state: 'archived', from: 'host' }
  const months = lastActivityAt === null ? null : monthCount(monthOf(lastActivityAt), monthOf(asOf))
  const reached = months === null ? 'unknown' : byMonths(months)
  if (declared === 'stable' && reached !== 'active') return { state: 'stable', from: 'register' }
  return { state: reached, from: months === null ? null : 'activity' }
}

function byMonths(months: number): ActivityState {
  return ACTIVITY_STATES.find(({ monthsBelow }) => monthsBelow === null || months < monthsBelow)?.state ?? 'unknown'
}

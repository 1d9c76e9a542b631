import { monthCount, monthOf } from './months.ts'
import { ACTIVITY_STATES, type ActivityState } from './reference/activity-states.ts'

interface Lived {
  readonly isArchived: boolean
  /** Instant of the last commit or release; null when none is known. */
  readonly lastActivityAt: string | null
  readonly asOf: string
}

/** By the published thresholds; nothing known is `unknown`, not dormant. */
export function stateOf({ isArchived, lastActivityAt, asOf }: Lived): ActivityState {
  if (isArchived) return 'archived'
  if (lastActivityAt === null) return 'unknown'
  const months = monthCount(monthOf(lastActivityAt), monthOf(asOf))
  const reached = ACTIVITY_STATES.find(({ monthsBelow }) => monthsBelow === null || months < monthsBelow)
  return reached?.state ?? 'unknown'
}

import { daysBetween } from '../model/instant.ts'
import type { RowOf } from '../queries/query.ts'
import type { registeredRequests } from '../queries/registers/requests.ts'

/** A request with how long each stage took, in days of the calendar; null for a stage that it has not reached. */
export interface RequestStanding {
  readonly id: string
  readonly daysToTrial: number | null
  readonly daysToService: number | null
  /** Days since it came in; null once it is in service or closed. */
  readonly waitingDays: number | null
  /** Its next step should have been taken by now. */
  readonly isOverdue: boolean
}

/** The middle one, and out of how many; null where none got so far. */
export interface Median {
  readonly median: number | null
  readonly of: number
}

export function requestStanding(row: RowOf<typeof registeredRequests>, today: string): RequestStanding {
  const { id, stage, received_at: from, trial_at: trial, service_at: service, next_step_due: due } = row
  const isOver = stage === 'closed' || stage === 'in-service'
  return {
    id,
    daysToTrial: trial === null ? null : daysBetween(from, trial),
    daysToService: service === null ? null : daysBetween(from, service),
    waitingDays: isOver ? null : daysBetween(from, today),
    isOverdue: !isOver && due !== null && due < today,
  }
}

export function medianOf(values: readonly (number | null)[]): Median {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]]
  return { median: low === undefined || high === undefined ? null : (low + high) / 2, of: known.length }
}

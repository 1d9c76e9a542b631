import { instant } from '#collectors/clock.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** The instant that `--since` names: a day (its beginning in UTC) or an ISO 8601 instant, not in the future. */
export function sinceOf(text: string, now: Date): Instant {
  const time = DAY.test(text) || INSTANT.test(text) ? Date.parse(text) : Number.NaN
  // A parser that takes the 30th of February for the 1st of March would hide a slip of the finger.
  const isReal = Number.isFinite(time) && (!DAY.test(text) || new Date(time).toISOString().startsWith(text))
  const hint = 'Write a day, 2024-01-31, or an instant, 2024-01-31T08:00:00Z.'
  if (!isReal) throw new UsageFailure('since-malformed', `--since: "${text}" is not a date.`, { hint })
  if (time > now.getTime()) throw new UsageFailure('since-future', `--since: ${text} is still to come.`, { hint })
  return instant(time)
}

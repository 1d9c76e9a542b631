import { dayIn } from '../model/day.ts'

/** The months before a vote, by their first and last day, `YYYY-MM-DD`; both included. */
export interface Reserve {
  readonly from: string
  readonly to: string
}

/** The reserve, on a day between its first and its last one as the clocks of the zone have it. */
export function reserveInForce(
  reserve: Reserve | undefined,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Reserve | undefined {
  const day = dayIn(timeZone, now)
  return reserve !== undefined && reserve.from <= day && day <= reserve.to ? reserve : undefined
}

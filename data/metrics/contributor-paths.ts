import { type Month, monthCount, monthsBefore } from '../months.ts'

/**
 * When somebody counts as back, as drifting or as lost, in whole months without a contribution. Published with the
 * figures.
 */
export const ABSENCE = { returningAfter: 6, driftingAfter: 3, lostAfter: 12 } as const

/** So many persons were active in a month, and were so before and after it, as months; 0 for never. */
export interface ActiveMonth {
  readonly month: Month
  readonly before: Month
  readonly after: Month
  readonly persons: number
}

export interface ContributorMonth {
  readonly month: Month
  readonly active: number
  /** Never seen before; seen in the months before; back after an absence. Together they are the active ones. */
  readonly new: number
  readonly continuing: number
  readonly returning: number
  /** Silent for a while at the end of the month; those whose silence became a loss in it. */
  readonly drifting: number
  readonly lost: number
}

/** Months in which a person was active, in any order and as often as they were met. */
interface Active {
  readonly person: number
  readonly months: readonly Month[]
}

/** Every month in which somebody was active, with those before and after it. A person may be told of in several parts. */
export function activeMonths(parts: readonly Active[]): readonly ActiveMonth[] {
  const people = new Map<number, readonly Month[]>()
  for (const { person, months } of parts) {
    const known = people.get(person)
    people.set(person, known === undefined ? months : known.concat(months))
  }
  const seen: ActiveMonth[] = []
  for (const known of people.values()) {
    let before = 0
    let month = 0
    for (const after of [...Uint32Array.from(known).sort(), 0]) {
      if (after === month) continue
      if (month !== 0) seen.push({ month, before, after, persons: 1 })
      before = month
      month = after
    }
  }
  return seen
}

/** What people did in each of these months, from every month in which they were ever active. */
export function contributorMonths(seen: readonly ActiveMonth[], months: readonly Month[]): readonly ContributorMonth[] {
  const byMonth = Map.groupBy(seen, ({ month }) => month)
  return months.map((month) => {
    const active = byMonth.get(month) ?? []
    const isNew = ({ before }: ActiveMonth) => before === 0
    const isBack = ({ before }: ActiveMonth) => before !== 0 && monthCount(before, month) > ABSENCE.returningAfter
    return {
      month,
      active: persons(active),
      new: persons(active.filter(isNew)),
      continuing: persons(active.filter((one) => !isNew(one) && !isBack(one))),
      returning: persons(active.filter(isBack)),
      drifting: silentFor(byMonth, { month, from: ABSENCE.driftingAfter + 1, to: ABSENCE.lostAfter }),
      lost: silentFor(byMonth, { month, from: ABSENCE.lostAfter + 1, to: ABSENCE.lostAfter + 1 }),
    }
  })
}

/** Persons whose last month lies between so many and so many months before this one. */
function silentFor(
  byMonth: ReadonlyMap<Month, readonly ActiveMonth[]>,
  { month, from, to }: { readonly month: Month; readonly from: number; readonly to: number },
): number {
  let silent = 0
  for (let ago = from; ago <= to; ago++) {
    const last = byMonth.get(monthsBefore(month, ago)) ?? []
    silent += persons(last.filter(({ after }) => after === 0 || after > month))
  }
  return silent
}

function persons(rows: readonly ActiveMonth[]): number {
  return rows.reduce((sum, row) => sum + row.persons, 0)
}

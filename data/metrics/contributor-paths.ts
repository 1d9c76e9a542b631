import { type Month, monthsBefore } from '../months.ts'

/**
 * When somebody counts as back, as drifting or as lost, in whole months without a contribution. Published with the
 * figures.
 */
export const ABSENCE = { returningAfter: 6, driftingAfter: 3, lostAfter: 12 } as const

/** Months of silence that are told apart; more are told as this many. */
export const LONGEST_SILENCE = ABSENCE.lostAfter + 2

/** So many persons were active in a month, and had been so last this many months before; null for never. */
interface Step {
  readonly month: Month
  readonly silence: number | null
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

/** What people did in each of these months, from the steps of the months and of the two years before. */
export function contributorMonths(steps: readonly Step[], months: readonly Month[]): readonly ContributorMonth[] {
  const byMonth = Map.groupBy(steps, ({ month }) => month)
  return months.map((month) => {
    const active = byMonth.get(month) ?? []
    const isBack = ({ silence }: Step) => silence !== null && silence > ABSENCE.returningAfter
    return {
      month,
      active: persons(active),
      new: persons(active.filter(({ silence }) => silence === null)),
      continuing: persons(active.filter((one) => one.silence !== null && !isBack(one))),
      returning: persons(active.filter(isBack)),
      drifting: silentFor(byMonth, { month, from: ABSENCE.driftingAfter + 1, to: ABSENCE.lostAfter }),
      lost: silentFor(byMonth, { month, from: ABSENCE.lostAfter + 1, to: ABSENCE.lostAfter + 1 }),
    }
  })
}

/** Persons whose last month lies between so many and so many months before this one: those who were met since are not. */
function silentFor(
  byMonth: ReadonlyMap<Month, readonly Step[]>,
  { month, from, to }: { readonly month: Month; readonly from: number; readonly to: number },
): number {
  let silent = 0
  for (let ago = from; ago <= to; ago++) {
    silent += persons(byMonth.get(monthsBefore(month, ago)) ?? [])
    for (let since = 0; since < ago; since++) {
      const met = byMonth.get(monthsBefore(month, since)) ?? []
      silent -= persons(met.filter(({ silence }) => silence === ago - since))
    }
  }
  return silent
}

function persons(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.persons, 0)
}

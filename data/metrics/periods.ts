import { type Grain, periodOf } from '../export/change-request-cells.ts'
import { type Month, monthsBetween } from '../months.ts'

/** A month, a quarter, a year, or the whole period that is asked about. */
export type PeriodGrain = Grain | 'span'

interface Asked {
  readonly grain: PeriodGrain
  readonly from_month: Month
  readonly to_month: Month
}

/** Periods of a grain between two months, which belong to them whole; a span goes by its last month. */
export function periodsOf({ grain, from_month, to_month }: Asked): readonly number[] {
  if (grain === 'span') return [to_month]
  return [...new Set(monthsBetween(from_month, to_month).map((month) => periodOf(grain, month)))]
}

/** The period of a grain that a month lies in, as `periodsOf` names it. */
export function periodIn({ grain, to_month }: Omit<Asked, 'from_month'>, month: Month): number {
  return grain === 'span' ? to_month : periodOf(grain, month)
}

/** The last month that is counted in the period of a row; null for a row that is of none. */
export function lastMonthOf({ grain, period }: Readonly<Record<string, unknown>>, to_month: Month): Month | null {
  if (typeof period !== 'number') return null
  if (grain === 'year') return Math.min(to_month, period * 100 + 12)
  return grain === 'quarter' ? Math.min(to_month, Math.floor(period / 10) * 100 + (period % 10) * 3) : period
}

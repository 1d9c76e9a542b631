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

/** What somebody did in a month, and where they stood. */
interface Dated {
  readonly month: Month
  readonly author_group: string
}

/** Rows by period and group. */
export interface Gathered<Row> {
  /** Groups that occur at all. */
  readonly groups: ReadonlySet<string>
  /** The group `all` is everybody but bots. */
  in(period: number, group: string): readonly Row[]
}

export function gather<Row extends Dated>(
  rows: Iterable<Row>,
  { grain, to_month }: Omit<Asked, 'from_month'>,
): Gathered<Row> {
  const byKey = new Map<string, Row[]>()
  const groups = new Set<string>()
  const periods = new Map<Month, number>()
  const add = (key: string, row: Row) => {
    const own = byKey.get(key)
    if (own === undefined) byKey.set(key, [row])
    else own.push(row)
  }
  for (const row of rows) {
    const known = periods.get(row.month)
    const period = known ?? (grain === 'span' ? to_month : periodOf(grain, row.month))
    if (known === undefined) periods.set(row.month, period)
    add(`${period} ${row.author_group}`, row)
    if (row.author_group !== 'bot') add(`${period} all`, row)
    groups.add(row.author_group)
  }
  return { groups, in: (period, group) => byKey.get(`${period} ${group}`) ?? [] }
}

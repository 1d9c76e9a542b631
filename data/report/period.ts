import { addDays, addMonths } from '../model/day.ts'
import { type Month, monthOf, monthsBefore } from '../months.ts'

export const PERIOD_KINDS = ['week', 'month', 'year', 'since'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Days that a report is about, `YYYY-MM-DD`, both whole. */
export interface Span {
  readonly from: string
  readonly to: string
}

export interface Period extends Span {
  readonly kind: PeriodKind
  /** As long, and just before. */
  readonly before: Span
  /** Whether it ends on the day of the data: then what stands today belongs to it. */
  readonly isCurrent: boolean
}

/** The week, the month or the year up to a day: a month up to 15 November begins on 16 October. */
export function periodUpTo(kind: Exclude<PeriodKind, 'since'>, to: string): Period {
  const start = (day: string) =>
    addDays(kind === 'week' ? addDays(day, -7) : addMonths(day, kind === 'month' ? -1 : -12), 1)
  const from = start(to)
  const last = addDays(from, -1)
  return { kind, from, to, before: { from: start(last), to: last }, isCurrent: true }
}

/** From a day up to another. */
export function periodSince(from: string, to: string): Period {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return {
    ...{ kind: 'since', from, to, isCurrent: true },
    before: { from: addDays(from, -length), to: addDays(from, -1) },
  }
}

/** A month of the calendar that is over. */
export function calendarMonth(month: Month): Period {
  return {
    kind: 'month',
    ...spanOf(month, month),
    before: spanOf(monthsBefore(month, 1), monthsBefore(month, 1)),
    isCurrent: false,
  }
}

/** A year of the calendar, up to a day where it is not over. */
export function calendarYear(year: number, today: string): Period {
  const whole = spanOf(year * 100 + 1, year * 100 + 12)
  const before = spanOf((year - 1) * 100 + 1, (year - 1) * 100 + 12)
  if (today > whole.to) return { kind: 'year', ...whole, before, isCurrent: false }
  return {
    kind: 'year',
    from: whole.from,
    to: today,
    before: { from: before.from, to: addMonths(today, -12) },
    isCurrent: true,
  }
}

function spanOf(first: Month, last: Month): Span {
  return { from: dayOf(first), to: addDays(dayOf(monthsBefore(last, -1)), -1) }
}

function dayOf(month: Month): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`
}

/** The last month that is over at the end of a day. */
export function lastMonthOver(day: string): Month {
  const month = monthOf(day)
  return monthOf(addDays(day, 1)) === month ? monthsBefore(month, 1) : month
}

export function isWithin(day: string | null, { from, to }: Span): boolean {
  if (day === null) return false
  const own = day.slice(0, 10)
  return own >= from && own <= to
}

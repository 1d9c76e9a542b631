import type { MetricSource } from '#data/metrics/answer.ts'
import type { PublishedGovernance } from '#data/model/governance.ts'
import { monthsBefore } from '#data/months.ts'
import { calendarMonth, calendarYear, lastMonthOver, type Period, periodUpTo } from '#data/report/period.ts'
import { type Report, readReports } from '#data/report/report.ts'
import type { Todo } from '#data/todo/gather.ts'
import type { Config } from '../config.ts'

const MONTHS_OF_SITE = 12

interface Order {
  readonly config: Config
  readonly todo: Todo
  readonly governance: PublishedGovernance | undefined
  readonly periods: (today: string) => readonly Period[]
  readonly now: Date
}

/** The reports of an office: what was collected, against what it means to reach and what it promised. */
export function loadReports(source: MetricSource, order: Order): Promise<readonly Report[]> {
  const { config, todo, governance, periods, now } = order
  return readReports(source, {
    ...{ targets: config.targets, calendar: config.calendar, todo, governance, periods, fallback: now.toISOString() },
  })
}

/** Reports that the internal site has pages for: the month up to the day of the data, twelve that are over, two years. */
export function reportsOfSite(today: string): readonly Period[] {
  const last = lastMonthOver(today)
  const months = Array.from({ length: MONTHS_OF_SITE }, (_, index) => calendarMonth(monthsBefore(last, index)))
  const year = Number(today.slice(0, 4))
  return [periodUpTo('month', today), ...months, calendarYear(year, today), calendarYear(year - 1, today)]
}

import { monthOf, monthsBefore, monthsBetween } from '../months.ts'
import { changeRequestsByMonth, changeRequestsByYear } from '../queries/change-requests-by-month.ts'
import { changeRequestsOutside } from '../queries/change-requests-outside.ts'
import { firstResponseByMonth, firstResponseOverall } from '../queries/first-response-by-month.ts'
import type { Store } from '../store.ts'
import { FLOOR, hiddenCells } from '../suppression.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

const EVENTS = ['opened', 'merged', 'closed'] as const
const GROUPS = ['inside', 'outside', 'contractor', 'unknown', 'bot'] as const
/** Groups whose change requests wait for a first response. */
const ANSWERED: ReadonlySet<string> = new Set(['outside', 'contractor', 'unknown'])
/** Months of the single figures: a year, the current month included. */
const MONTHS_OF_FIGURES = 12

interface Period {
  readonly owner: string
  readonly anonymous_only: number
  readonly from_month: number
  readonly to_month: number
}

/** Figures about people: portfolio level, small groups hidden. */
export async function contributionTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
): Promise<{ readonly tables: readonly ExportTable[]; readonly figures: ExportTable['rows'] }> {
  const to_month = monthOf(scope.asOf)
  const ever: Period = {
    owner: '',
    anonymous_only: scope.profile === 'public' ? 1 : 0,
    from_month: 0,
    to_month,
  }
  const year = { ...ever, from_month: monthsBefore(to_month, MONTHS_OF_FIGURES - 1) }
  return {
    tables: [
      ...(await changeRequestTables(store, ever, year.from_month)),
      { table: 'first_response_month', rows: await responseMonths(store, ever, year.from_month) },
    ],
    figures: [await outsideFigure(store, year), await responseFigure(store, year)],
  }
}

/** Months and years are hidden together: a year must not give away the one small month in it, nor months their year. */
async function changeRequestTables(
  store: Pick<Store, 'ask'>,
  period: Period,
  yearFrom: number,
): Promise<readonly ExportTable[]> {
  const rows = await store.ask(changeRequestsByMonth, period)
  const first = rows[0]?.month
  if (first === undefined) return []
  const monthly = grid(
    rows.map(({ month, ...row }) => ({ ...row, period: month })),
    monthsBetween(first, period.to_month),
  )
  const yearly = grid(
    (await store.ask(changeRequestsByYear, period)).map(({ year, ...row }) => ({ ...row, period: year })),
    [...new Set(monthsBetween(first, period.to_month).map(yearOf))],
  )
  const cells = [
    ...monthly.map((row) => ({ ...row, lines: linesOfMonth(row, yearFrom) })),
    ...yearly.map((row) => ({ ...row, lines: linesOfYear(row) })),
  ]
  const hidden = hiddenCells(cells)
  const shown = cells.map(({ period: when, event, author_group, count }, index) => ({
    when,
    ...{ event, author_group, change_requests: hidden.has(index) ? null : count, is_hidden: hidden.has(index) ? 1 : 0 },
  }))
  return [
    {
      table: 'change_request_month',
      rows: shown.slice(0, monthly.length).map(({ when, ...row }) => ({ month: when, ...row })),
    },
    {
      table: 'change_request_year',
      rows: shown.slice(monthly.length).map(({ when, ...row }) => ({ year: when, ...row })),
    },
  ]
}

interface Counted {
  readonly period: number
  readonly event: string
  readonly author_group: string
}

/** Every event and group in every period: what nobody did is a nought, not a missing row. */
function grid(
  rows: readonly (Counted & { readonly change_requests: number; readonly persons: number })[],
  periods: readonly number[],
) {
  const known = new Map(rows.map((row) => [[row.period, row.event, row.author_group].join(' '), row]))
  return periods.flatMap((period) =>
    EVENTS.flatMap((event) =>
      GROUPS.map((author_group) => {
        const row = known.get([period, event, author_group].join(' '))
        const persons = author_group === 'bot' ? null : (row?.persons ?? 0)
        return { period, event, author_group, count: row?.change_requests ?? 0, persons }
      }),
    ),
  )
}

function linesOfMonth({ period, event, author_group }: Counted, yearFrom: number): readonly string[] {
  return [
    `${period} ${event}`,
    `${yearOf(period)} ${event} ${author_group}`,
    // The table of first responses tells the sum of these groups, and the home page that of the last twelve months.
    ...(event === 'opened' && ANSWERED.has(author_group) ? [`${period} answered`] : []),
    ...(period >= yearFrom ? [`year ${event} ${author_group}`] : []),
  ]
}

function linesOfYear({ period, event, author_group }: Counted): readonly string[] {
  return [
    `${period} ${event}`,
    `${period} ${event} ${author_group}`,
    ...(event === 'opened' && ANSWERED.has(author_group) ? [`${period} answered`] : []),
  ]
}

function yearOf(month: number): number {
  return Math.floor(month / 100)
}

async function responseMonths(
  store: Pick<Store, 'ask'>,
  period: Period,
  yearFrom: number,
): Promise<ExportTable['rows']> {
  const rows = await store.ask(firstResponseByMonth, period)
  const hidden = hiddenCells(
    rows.map(({ month, opened, persons }) => ({
      ...{ count: opened, persons },
      lines: month >= yearFrom ? ['ever', 'year'] : ['ever'],
    })),
  )
  return rows.map(({ persons: _untold, ...row }, index) =>
    hidden.has(index)
      ? {
          ...{ month: row.month, opened: null, answered: null, unanswered: null, unsettled: null },
          ...{ median_hours: null, p90_hours: null, is_hidden: 1 },
        }
      : { ...row, is_hidden: 0 },
  )
}

async function outsideFigure(store: Pick<Store, 'ask'>, year: Period) {
  const [row] = await store.ask(changeRequestsOutside, year)
  const count = row?.change_requests ?? 0
  const isKnown = (row?.register_lines ?? 0) > 0
  const isHidden = count > 0 && (row?.persons ?? 0) < FLOOR
  return {
    ...{ id: 'change-requests-outside', unit: 'change-requests' },
    ...{ from_month: year.from_month, to_month: year.to_month },
    value: isHidden || !isKnown ? null : count,
    sample: isHidden || !isKnown ? null : count,
    is_hidden: isHidden ? 1 : 0,
  }
}

async function responseFigure(store: Pick<Store, 'ask'>, year: Period) {
  const [row] = await store.ask(firstResponseOverall, year)
  const isHidden = row !== undefined && row.persons < FLOOR
  return {
    ...{ id: 'first-response-median', unit: 'hours', from_month: year.from_month, to_month: year.to_month },
    value: isHidden ? null : (row?.median_hours ?? null),
    sample: isHidden ? null : (row?.answered ?? 0),
    is_hidden: isHidden ? 1 : 0,
  }
}

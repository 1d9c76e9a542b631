import { monthOf, monthsBefore, monthsBetween } from '../months.ts'
import { changeRequestsByMonth } from '../queries/change-requests-by-month.ts'
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
      { table: 'change_request_month', rows: await changeRequestMonths(store, ever, year.from_month) },
      { table: 'first_response_month', rows: await responseMonths(store, ever, year.from_month) },
    ],
    figures: [await outsideFigure(store, year), await responseFigure(store, year)],
  }
}

async function changeRequestMonths(
  store: Pick<Store, 'ask'>,
  period: Period,
  yearFrom: number,
): Promise<ExportTable['rows']> {
  const rows = await store.ask(changeRequestsByMonth, period)
  const first = rows[0]?.month
  if (first === undefined) return []
  const known = new Map(rows.map((row) => [[row.month, row.event, row.author_group].join(' '), row]))
  const cells = monthsBetween(first, period.to_month).flatMap((month) =>
    EVENTS.flatMap((event) =>
      GROUPS.map((author_group) => {
        const row = known.get([month, event, author_group].join(' '))
        const lines = [`${month} ${event}`, `${event} ${author_group}`]
        // The table of first responses tells the sum of these groups.
        if (event === 'opened' && ANSWERED.has(author_group)) lines.push(`${month} answered`)
        if (month >= yearFrom) lines.push(`year ${event} ${author_group}`)
        const persons = author_group === 'bot' ? null : (row?.persons ?? 0)
        return { month, event, author_group, count: row?.change_requests ?? 0, persons, lines }
      }),
    ),
  )
  const hidden = hiddenCells(cells)
  return cells.map(({ month, event, author_group, count }, index) => ({
    ...{ month, event, author_group },
    change_requests: hidden.has(index) ? null : count,
    is_hidden: hidden.has(index) ? 1 : 0,
  }))
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

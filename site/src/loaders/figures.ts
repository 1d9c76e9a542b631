import {
  type ChangeRequestMonthRow,
  type FirstResponseRow,
  siteChangeRequestMonths,
  siteFirstResponses,
} from '#data/queries/site/change-requests.ts'
import type { FigureId } from '../routes.ts'
import { addMonths, monthOf } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'

/** Number, or why there is none: hidden so that nobody can be told apart, or not known. */
export type Cell = number | 'hidden' | null

export interface Series {
  readonly id: string
  readonly cells: readonly Cell[]
}

/** A figure of the register: the table, from which the drawing is made. */
export interface Figure extends Dated {
  readonly id: FigureId
  readonly number: number
  /** `stack`: bars of counts; `lines`: one frame; `frames`: one frame a series, each with its own scale. */
  readonly drawing: 'stack' | 'lines' | 'frames'
  readonly unit: 'change-requests' | 'days'
  readonly months: readonly number[]
  readonly series: readonly Series[]
  /** Columns that are in the table and not in the drawing. */
  readonly besides: readonly Series[]
  /** The last month is not over on the day of the data. */
  readonly isLastPartial: boolean
  readonly hiddenCells: number
  /** Sums over the twelve full months before, and the twelve before those, by series; lower bounds where cells are hidden. */
  readonly years: readonly [Year, Year]
}

export interface Year {
  readonly from: number
  readonly to: number
  readonly totals: ReadonlyMap<string, number>
  readonly total: number
  /** The months that the series covers, of twelve. */
  readonly months: number
  readonly hiddenCells: number
}

export const AUTHOR_GROUPS = ['inside', 'contractor', 'outside', 'unknown'] as const
export const EVENTS = ['opened', 'merged', 'closed'] as const
const SHOWN_MONTHS = 24

export async function loadFigures(store: Asked, register: Register): Promise<readonly Figure[]> {
  const rows = await store.ask(siteChangeRequestMonths, {})
  const responses = await store.ask(siteFirstResponses, {})
  return [changeRequests(rows, register), authorGroups(rows, register), firstResponse(responses, register)]
}

type Drawn = Pick<Figure, 'id' | 'number' | 'drawing' | 'unit' | 'series' | 'besides'>

function figureOf(register: Register, months: readonly number[], drawn: Drawn): Figure {
  const current = monthOf(register.asOf)
  const isLastPartial = months.at(-1) === current
  const lastFull = isLastPartial ? addMonths(current, -1) : (months.at(-1) ?? current)
  const kept = months.slice(-SHOWN_MONTHS)
  const cut = (series: Series): Series => ({ ...series, cells: series.cells.slice(-SHOWN_MONTHS) })
  const shown = { series: drawn.series.map(cut), besides: drawn.besides.map(cut) }
  return {
    ...drawn,
    ...shown,
    asOf: register.asOf,
    coverage: register.changeRequests,
    months: kept,
    isLastPartial,
    hiddenCells: countHidden(shown.series),
    years: [yearOf(months, drawn.series, lastFull), yearOf(months, drawn.series, addMonths(lastFull, -12))],
  }
}

function countHidden(series: readonly Series[]): number {
  return series.reduce((sum, { cells }) => sum + cells.filter((cell) => cell === 'hidden').length, 0)
}

function yearOf(months: readonly number[], series: readonly Series[], to: number): Year {
  const from = addMonths(to, -11)
  const inside = (cells: readonly Cell[]) => cells.filter((_, index) => isWithin(months[index], from, to))
  const totals = new Map(series.map(({ id, cells }) => [id, sumOf(inside(cells))]))
  return {
    from,
    to,
    totals,
    total: [...totals.values()].reduce((sum, value) => sum + value, 0),
    months: months.filter((month) => isWithin(month, from, to)).length,
    hiddenCells: countHidden(series.map(({ id, cells }) => ({ id, cells: inside(cells) }))),
  }
}

function isWithin(month: number | undefined, from: number, to: number): boolean {
  return month !== undefined && month >= from && month <= to
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
}

function monthsOf(rows: readonly { readonly month: number }[]): readonly number[] {
  return [...new Set(rows.map(({ month }) => month))].sort((a, b) => a - b)
}

function cellOf(row: { is_hidden: number } | undefined, value: number | null | undefined): Cell {
  if (row?.is_hidden === 1) return 'hidden'
  return value ?? null
}

/** All groups of a month together; hidden as soon as one of them is, since a total would give it away. */
function changeRequests(rows: readonly ChangeRequestMonthRow[], register: Register): Figure {
  const months = monthsOf(rows)
  const people = Map.groupBy(
    rows.filter((row) => row.author_group !== 'bot'),
    (row) => `${row.event} ${row.month}`,
  )
  const cell = (event: string, month: number): Cell => {
    const cells = (people.get(`${event} ${month}`) ?? []).map((row) => cellOf(row, row.change_requests))
    if (cells.includes('hidden')) return 'hidden'
    return cells.length === 0 || cells.includes(null) ? null : sumOf(cells)
  }
  return figureOf(register, months, {
    id: 'change-requests',
    number: 1,
    drawing: 'lines',
    unit: 'change-requests',
    series: EVENTS.map((id) => ({ id, cells: months.map((month) => cell(id, month)) })),
    besides: [],
  })
}

function authorGroups(rows: readonly ChangeRequestMonthRow[], register: Register): Figure {
  const opened = rows.filter(({ event }) => event === 'opened')
  const months = monthsOf(opened)
  const cells = new Map(opened.map((row) => [`${row.author_group} ${row.month}`, cellOf(row, row.change_requests)]))
  const series = (id: string): Series => ({ id, cells: months.map((month) => cells.get(`${id} ${month}`) ?? null) })
  return figureOf(register, months, {
    id: 'author-groups',
    number: 2,
    drawing: 'stack',
    unit: 'change-requests',
    series: AUTHOR_GROUPS.map(series),
    besides: [series('bot')],
  })
}

function firstResponse(rows: readonly FirstResponseRow[], register: Register): Figure {
  const series = (id: string, pick: (row: FirstResponseRow) => number | null): Series => ({
    id,
    cells: rows.map((row) => cellOf(row, pick(row))),
  })
  return figureOf(
    register,
    rows.map(({ month }) => month),
    {
      id: 'first-response',
      number: 3,
      drawing: 'frames',
      unit: 'days',
      series: [series('median', (row) => days(row.median_hours)), series('p90', (row) => days(row.p90_hours))],
      besides: [
        series('opened', (row) => row.opened),
        series('answered', (row) => row.answered),
        series('unanswered', (row) => row.unanswered),
        series('unsettled', (row) => row.unsettled),
      ],
    },
  )
}

function days(hours: number | null): number | null {
  return hours === null ? null : hours / 24
}

/** The last month with a number, and the same month a year before. */
export function latestOf(figure: Figure, id: string): { month: number; value: number; yearAgo: Cell } | undefined {
  const cells = figure.series.find((series) => series.id === id)?.cells ?? []
  const last = figure.isLastPartial ? cells.length - 2 : cells.length - 1
  for (let index = last; index >= 0; index -= 1) {
    const value = cells[index]
    const month = figure.months[index]
    if (typeof value !== 'number' || month === undefined) continue
    const before = figure.months.indexOf(addMonths(month, -12))
    return { month, value, yearAgo: before === -1 ? null : (cells[before] ?? null) }
  }
  return undefined
}

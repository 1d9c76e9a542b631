import {
  type ChangeRequestMonthRow,
  type FigureRow,
  type FirstResponseRow,
  siteChangeRequestMonths,
  siteChangeRequestQuarters,
  siteChangeRequestTotals,
  siteFigures,
  siteFirstResponses,
} from '#data/queries/site/change-requests.ts'
import type { FigureId } from '../routes.ts'
import { addMonths, monthOf, quarterOf } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'

/** Number, or why there is none: hidden so that nobody can be told apart, or not known. */
export type Cell = number | 'hidden' | null

export interface Series {
  readonly id: string
  readonly cells: readonly Cell[]
}

export type Grain = 'month' | 'quarter'

/** A figure of the register: the table, from which the drawing is made. */
export interface Figure extends Dated {
  readonly id: FigureId
  readonly number: number
  /** `stack`: bars of counts; `lines`: one frame; `frames`: one frame a series, each with its own scale. */
  readonly drawing: 'stack' | 'lines' | 'frames'
  readonly unit: 'change-requests' | 'days'
  readonly grain: Grain
  /** Months YYYYMM or quarters YYYYQ, oldest first. */
  readonly periods: readonly number[]
  readonly series: readonly Series[]
  /** Columns that are in the table and not in the drawing. */
  readonly besides: readonly Series[]
  /** The last period is not over on the day of the data. */
  readonly isLastPartial: boolean
  readonly hiddenCells: number
  /** The last twelve months that are over, and the twelve before, each counted by itself and no sum of cells. */
  readonly spans: readonly [Span, Span]
}

export interface Span {
  readonly from: number
  readonly to: number
  readonly opened: number | null
  readonly merged: number | null
  readonly closed: number | null
  /** Of the opened, those from outside. */
  readonly outside: number | null
}

const AUTHOR_GROUPS = ['inside', 'contractor', 'outside', 'unknown'] as const
const EVENTS = ['opened', 'merged', 'closed'] as const
const SHOWN = { month: 24, quarter: 12 } as const satisfies Record<Grain, number>
/** Months say more than quarters until this share of them is hidden. */
const MOST_HIDDEN = 0.1

export async function loadFigures(store: Asked, register: Register): Promise<readonly Figure[]> {
  const totals = await store.ask(siteChangeRequestTotals, { grain: 'month' })
  const months = await store.ask(siteChangeRequestMonths, {})
  const quarters = await store.ask(siteChangeRequestQuarters, {})
  const responses = await store.ask(siteFirstResponses, {})
  const spans = spansOf(await store.ask(siteFigures, {}), register)
  const context = { register, spans }
  const monthly = groupsFigure(
    months.map((row) => ({ ...row, period: row.month })),
    'month',
    context,
  )
  const isReadable = monthly.hiddenCells <= MOST_HIDDEN * monthly.periods.length * AUTHOR_GROUPS.length
  return [
    totalsFigure(totals, context),
    isReadable
      ? monthly
      : groupsFigure(
          quarters.map((row) => ({ ...row, period: row.quarter })),
          'quarter',
          context,
        ),
    responseFigure(responses, context),
  ]
}

interface Context {
  readonly register: Register
  readonly spans: Figure['spans']
}

function spansOf(rows: readonly FigureRow[], { asOf }: Register): Figure['spans'] {
  const figures = new Map(rows.map((row) => [row.id, row]))
  const span = (suffix: string, to: number): Span => {
    const opened = figures.get(`change-requests-opened${suffix}`)
    const value = (name: string) => figures.get(`change-requests-${name}${suffix}`)?.value ?? null
    return {
      from: opened?.from_month ?? addMonths(to, -11),
      to: opened?.to_month ?? to,
      opened: opened?.value ?? null,
      merged: value('merged'),
      closed: value('closed'),
      outside: value('outside'),
    }
  }
  const last = addMonths(monthOf(asOf), -1)
  return [span('', last), span('-before', addMonths(last, -12))]
}

type Drawn = Pick<Figure, 'id' | 'number' | 'drawing' | 'unit' | 'grain' | 'periods' | 'series' | 'besides'>

function figureOf({ register, spans }: Context, drawn: Drawn): Figure {
  const current = drawn.grain === 'month' ? monthOf(register.asOf) : quarterOf(monthOf(register.asOf))
  const shown = SHOWN[drawn.grain]
  const cut = (series: Series): Series => ({ ...series, cells: series.cells.slice(-shown) })
  const series = drawn.series.map(cut)
  return {
    ...drawn,
    periods: drawn.periods.slice(-shown),
    series,
    besides: drawn.besides.map(cut),
    asOf: register.asOf,
    coverage: register.changeRequests,
    isLastPartial: drawn.periods.at(-1) === current,
    hiddenCells: series.reduce((sum, { cells }) => sum + cells.filter((cell) => cell === 'hidden').length, 0),
    spans,
  }
}

function periodsOf(rows: readonly { readonly period: number }[]): readonly number[] {
  return [...new Set(rows.map(({ period }) => period))].sort((a, b) => a - b)
}

function cellOf(isHidden: number | undefined, value: number | null | undefined): Cell {
  return isHidden === 1 ? 'hidden' : (value ?? null)
}

type Total = { readonly period: number; readonly event: string } & Counted
type Counted = Pick<ChangeRequestMonthRow, 'change_requests' | 'is_hidden'>

function totalsFigure(rows: readonly Total[], context: Context): Figure {
  const periods = periodsOf(rows)
  const cells = new Map(rows.map((row) => [`${row.event} ${row.period}`, cellOf(row.is_hidden, row.change_requests)]))
  return figureOf(context, {
    id: 'change-requests',
    number: 1,
    drawing: 'lines',
    unit: 'change-requests',
    grain: 'month',
    periods,
    series: EVENTS.map((id) => ({ id, cells: periods.map((period) => cells.get(`${id} ${period}`) ?? null) })),
    besides: [],
  })
}

type Grouped = { readonly period: number; readonly event: string; readonly author_group: string } & Counted

function groupsFigure(rows: readonly Grouped[], grain: Grain, context: Context): Figure {
  const opened = rows.filter(({ event }) => event === 'opened')
  const periods = periodsOf(opened)
  const cells = new Map(
    opened.map((row) => [`${row.author_group} ${row.period}`, cellOf(row.is_hidden, row.change_requests)]),
  )
  const series = (id: string): Series => ({ id, cells: periods.map((period) => cells.get(`${id} ${period}`) ?? null) })
  return figureOf(context, {
    id: 'author-groups',
    number: 2,
    drawing: 'stack',
    unit: 'change-requests',
    grain,
    periods,
    series: AUTHOR_GROUPS.map(series),
    besides: [series('bot')],
  })
}

function responseFigure(rows: readonly FirstResponseRow[], context: Context): Figure {
  const hours = (id: string, pick: (row: FirstResponseRow) => number | null): Series => ({
    id,
    cells: rows.map((row) => cellOf(row.is_hidden, days(pick(row)))),
  })
  const count = (id: string, pick: (row: FirstResponseRow) => number | null): Series => ({
    id,
    cells: rows.map((row) => cellOf(row.is_count_hidden || row.is_hidden, pick(row))),
  })
  return figureOf(context, {
    id: 'first-response',
    number: 3,
    drawing: 'frames',
    unit: 'days',
    grain: 'month',
    periods: rows.map(({ month }) => month),
    series: [hours('median', (row) => row.median_hours), hours('p90', (row) => row.p90_hours)],
    besides: [
      count('opened', (row) => row.opened),
      count('answered', (row) => row.answered),
      count('unanswered', (row) => row.unanswered),
      count('unsettled', (row) => row.unsettled),
    ],
  })
}

function days(hours: number | null): number | null {
  return hours === null ? null : hours / 24
}

/** The last month that is over and has a number, and the same month a year before. */
export function latestOf(figure: Figure, id: string): { month: number; value: number; yearAgo: Cell } | undefined {
  const cells = figure.series.find((series) => series.id === id)?.cells ?? []
  const last = figure.isLastPartial ? cells.length - 2 : cells.length - 1
  for (let index = last; index >= 0; index -= 1) {
    const value = cells[index]
    const month = figure.periods[index]
    if (typeof value !== 'number' || month === undefined) continue
    const before = figure.periods.indexOf(addMonths(month, -12))
    return { month, value, yearAgo: before === -1 ? null : (cells[before] ?? null) }
  }
  return undefined
}

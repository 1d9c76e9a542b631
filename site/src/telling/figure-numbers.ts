import type { Language } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'
import { desk } from '../desk.ts'
import type { Cell } from '../loaders/answers.ts'
import type { Figure, FigureTable, Series } from '../loaders/figures.ts'
import { addMonths } from '../loaders/months.ts'
import { formatMonth } from '../words/typography.ts'
import { cellWord } from './cell-words.ts'

/** Numbers of a figure, by what they are about: what sentences are made from. */

/** What a column of a figure sums up: a measure, and of which group. */
export function measureOf(
  figure: FigureTable,
  id: string,
): { readonly measure: ColumnName; readonly group: string | null } {
  const series = column(figure, id)
  const hasGroups = figure.answer.rows.some(({ about }) => 'author_group' in about)
  return { measure: series?.measure ?? 'value', group: hasGroups ? (series?.about?.value ?? 'all') : null }
}

interface Pointed {
  readonly period: number
  readonly value: number
}

/** Periods of the first column that have a number. */
function pointsOf({ series, periods }: Figure): readonly Pointed[] {
  const cells = series[0]?.cells ?? []
  return periods
    .map((period, index) => ({ period, value: cells[index] }))
    .filter((point): point is Pointed => typeof point.value === 'number')
}

/** Of these, without the one under way. */
export function finishedPoints(figure: Figure): readonly Pointed[] {
  const points = pointsOf(figure)
  return figure.isLastPartial ? points.filter(({ period }) => period !== figure.periods.at(-1)) : points
}

/** The last period that is over and has a number; and the same of a year before, or the first where the series is no longer than that. */
export function lastTwo(figure: Figure): (Pointed & { readonly before: Pointed | undefined }) | undefined {
  const over = finishedPoints(figure)
  const points = pointsOf(figure)
  const last = over.at(-1)
  if (last === undefined) return undefined
  const yearBefore = points.find(({ period }) => period === aYearBefore(figure, last.period))
  const [first] = points
  const isShort = figure.grain === 'month' && figure.periods.length <= 12
  const before = yearBefore ?? (isShort && first !== last ? first : undefined)
  return { ...last, before }
}

function aYearBefore({ grain }: Figure, period: number): number {
  if (grain === 'month') return addMonths(period, -12)
  return grain === 'quarter' ? period - 10 : period - 1
}

/** "en octobre 2026", "au 3e trimestre 2026". */
export function duringOf({ grain }: Figure, period: number, language: Language): string {
  const { during } = desk(language).words.figures
  if (grain === 'month') return during.month(formatMonth(language, period))
  return grain === 'quarter'
    ? during.quarter(period % 10, String(Math.floor(period / 10)))
    : during.year(String(period))
}

export function column(figure: FigureTable, id: string): Series | undefined {
  return [...figure.series, ...figure.besides].find((series) => series.id === id)
}

/** The number of a column in the row that is about something; in the only row for an empty word. */
export function lookIn(figure: Figure) {
  return (series: Series | undefined, value: string): number | undefined => {
    const row = figure.rows.findIndex((names) => names.some((name) => name.value === value))
    const isOnly = value === '' && figure.rows.length === 1
    const cell =
      value === 'any-age' && row === -1 ? figure.total.get(series?.id ?? '') : series?.cells[isOnly ? 0 : row]
    return typeof cell === 'number' ? cell : undefined
  }
}

export function totalOf({ series }: Figure): number | undefined {
  const cells = series.flatMap((one) => one.cells)
  return cells.every((cell) => typeof cell === 'number')
    ? cells.reduce<number>((sum, cell) => sum + known(cell), 0)
    : undefined
}

export function sumOf(series: Series | undefined): number {
  return (series?.cells ?? []).reduce<number>((sum, cell) => sum + known(cell), 0)
}

export function known(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0
}

/** The greatest number of the drawn column, and its row; what is not known is not the first. */
export function firstOf({ series, rows }: Figure): { readonly row: number; readonly value: number } | undefined {
  const points = (series[0]?.cells ?? []).flatMap((value, row) =>
    typeof value === 'number' && rows[row]?.some((name) => name.value !== null) ? [{ row, value }] : [],
  )
  return points.toSorted((a, b) => b.value - a.value)[0]
}

export function named({ rows }: Figure, row: number, language: Language): string {
  return (rows[row] ?? []).map(({ column: name, value }) => cellWord(name, value ?? '', language)).join(', ')
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { FigureTable, Series } from '../loaders/figures.ts'
import type { Read } from '../scripts/table.ts'
import { columnTitle, digitsOf, isShare, printCell, rowTitle } from '../telling/cell-words.ts'
import { shortPeriod, totalsOf } from '../telling/telling.ts'
import { marksOf } from './event-marks.ts'

export interface PrintedCell {
  readonly text: string
  /** What is drawn: null for what is hidden or not known. */
  readonly value: number | null
}

/** The table of a figure as it is printed: the page shows it, and drawings are made from nothing else. */
export interface PrintedTable {
  readonly rowHead: string
  readonly columns: readonly { readonly id: string; readonly title: string; readonly isDrawn: boolean }[]
  readonly rows: readonly {
    readonly title: string
    readonly period: number | null
    readonly cells: readonly PrintedCell[]
  }[]
  readonly totals: { readonly title: string; readonly cells: readonly string[] } | undefined
}

export function printedTable(figure: FigureTable, language: Language): PrintedTable {
  const { words } = desk(language)
  const columns = [...figure.series, ...figure.besides]
  const digits = new Map(columns.map((series) => [series, digitsOf(series.cells, series.measure)]))
  const cell = (series: Series, row: number) =>
    printCell(series.cells[row] ?? null, { measure: series.measure, language, digits: digits.get(series) })
  const { grain } = figure
  const keys = grain === null ? figure.rows : figure.periods
  return {
    rowHead: grain === null ? words.figures.measured : words.figures.rowNames[grain],
    columns: columns.map((series, index) => ({
      ...{ id: series.id, title: columnTitle(series, language), isDrawn: index < figure.series.length },
    })),
    rows: keys.map((key, row) => ({
      title: typeof key === 'number' ? shortPeriod(language, grain ?? 'month', key) : rowTitle(key, language),
      period: typeof key === 'number' ? key : null,
      cells: columns.map((series) => cell(series, row)),
    })),
    totals: totalsRow(figure, language, digits),
  }
}

/** Decimals of each column, the same from its first row to its total. */
type Digits = ReadonlyMap<Series, 0 | 1>

/** Twelve months of a series; the sum of a list of which every number is known. */
function totalsRow(figure: FigureTable, language: Language, digits: Digits): PrintedTable['totals'] {
  const { words, number } = desk(language)
  const columns = [...figure.series, ...figure.besides]
  const sums = totalsOf(figure, language)
  if (sums?.columns.some(({ text }) => text !== undefined)) {
    const title = sums.isEarlier ? words.figures.twelveKnown : words.figures.twelveMonths
    return { title, cells: sums.columns.map(({ text }) => text ?? '') }
  }
  if (figure.grain !== null || figure.rows.length < 2) return undefined
  /* One component has texts in several languages: it would be counted once for each. */
  const isShared = columns.some(({ measure }) => measure === 'keys')
  const cells = columns.map((series) => {
    const { id, measure, cells: own } = series
    const told = figure.total.get(id)
    if (told !== undefined) return printCell(told, { measure, language, digits: digits.get(series) }).text
    const isAdded =
      SUMMED.has(measure) && !(isShared && measure === 'components') && own.every((one) => typeof one === 'number')
    return isAdded ? number(own.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0)) : ''
  })
  return cells.some((text) => text !== '') ? { title: words.figures.together, cells } : undefined
}

/** What a list of rows divides between them, so that it adds up. */
const SUMMED: ReadonlySet<string> = new Set([
  'components',
  'activities',
  'change_requests',
  'repositories',
  'bytes',
  'open_now',
])

/** The table as drawings read it: what the browser reads from the page, and the build from the figure. */
export function readFigure(figure: FigureTable, language: Language): Read {
  const table = printedTable(figure, language)
  return {
    ...{ drawing: figure.drawing, grain: figure.grain ?? '', periods: figure.periods, isPartial: figure.isLastPartial },
    ...{ rows: table.rows.map(({ title }) => title), isShare: isShare(figure), language },
    marks: marksOf(figure, language).map(({ at, words }) => ({ at, words })),
    series: figure.series.map(({ id }, column) => {
      const last = table.rows.findLast(({ cells }) => cells[column]?.value != null)
      return {
        ...{
          id,
          name: table.columns[column]?.title ?? '',
          values: table.rows.map(({ cells }) => cells[column]?.value ?? null),
        },
        texts: table.rows.map(({ cells }) => cells[column]?.text ?? ''),
        ...{ last: last?.cells[column]?.text ?? '', lastRow: last?.title ?? '' },
      }
    }),
  }
}

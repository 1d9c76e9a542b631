import type { Marked } from './event-lines.ts'

/** The table beside the drawing: the only place that the numbers are read from. */
export interface Read {
  readonly drawing: string
  /** month, quarter or year; empty for a figure that is not by period. */
  readonly grain: string
  /** Months YYYYMM, quarters YYYYQ or years; none for a figure that is not by period. */
  readonly periods: readonly number[]
  /** What each row is called. */
  readonly rows: readonly string[]
  /** The last period is not over. */
  readonly isPartial: boolean
  /** Numbers are per cent. */
  readonly isShare: boolean
  readonly language: string
  /** What happened, by its place on the axis in rows. */
  readonly marks: readonly Marked[]
  readonly series: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly (number | null)[]
    /** The numbers as the table prints them. */
    readonly texts: readonly string[]
    /** The last number, and its row, as the table prints them. */
    readonly last: string
    readonly lastRow: string
  }[]
}

/** The last number of a column with its row, as the table prints them. */
function lastOf(rows: readonly HTMLTableRowElement[], column: number) {
  const row = rows.findLast(({ cells }) => cells[column]?.dataset.n !== undefined)
  return { last: row?.cells[column]?.textContent ?? '', lastRow: titleOf(row) }
}

function titleOf(row: HTMLTableRowElement | undefined): string {
  return row?.cells[0]?.textContent?.replace(/[ *]+$/u, '') ?? ''
}

export function readTable(table: HTMLTableElement): Read {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')]
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  return {
    drawing: table.dataset.drawing ?? 'lines',
    grain: table.dataset.grain ?? '',
    periods: rows.flatMap((row) => {
      const period = row.querySelector('th')?.dataset.period
      return period === undefined ? [] : [Number(period)]
    }),
    rows: rows.map(titleOf),
    isPartial: table.dataset.partial !== undefined,
    isShare: table.dataset.share !== undefined,
    language: document.documentElement.lang,
    marks: rows.flatMap((row) => {
      const { marks } = row.cells[0]?.dataset ?? {}
      // Our own page wrote it.
      return marks === undefined ? [] : (JSON.parse(marks) as readonly Marked[])
    }),
    series: heads.flatMap((head, column) => {
      const id = head.dataset.series
      if (id === undefined) return []
      const cells = rows.map((row) => row.cells[column])
      return {
        id,
        name: head.textContent ?? '',
        values: cells.map((cell) => (cell?.dataset.n === undefined ? null : Number(cell.dataset.n))),
        texts: cells.map((cell) => cell?.textContent ?? ''),
        ...lastOf(rows, column),
      }
    }),
  }
}

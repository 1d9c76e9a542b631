/** The table beside the drawing: the only place that the numbers are read from. */
export interface Read {
  readonly drawing: string
  readonly grain: string
  /** Months YYYYMM or quarters YYYYQ. */
  readonly periods: readonly number[]
  /** The last period is not over. */
  readonly isPartial: boolean
  readonly series: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly (number | null)[]
    /** The last number, and its period, as the table prints them. */
    readonly last: string
    readonly lastMonth: string
  }[]
}

/** The last number of a column with its month, as the table prints them. */
function lastOf(rows: readonly HTMLTableRowElement[], column: number) {
  const row = rows.findLast(({ cells }) => cells[column]?.dataset.n !== undefined)
  return {
    last: row?.cells[column]?.textContent ?? '',
    lastMonth: row?.cells[0]?.textContent?.replace(/[ *]+$/u, '') ?? '',
  }
}

export function readTable(table: HTMLTableElement): Read {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')]
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  return {
    drawing: table.dataset.drawing ?? 'lines',
    grain: table.dataset.grain ?? 'month',
    periods: rows.map((row) => Number(row.querySelector('th')?.dataset.period)),
    isPartial: table.dataset.partial !== undefined,
    series: heads.flatMap((head, column) => {
      const id = head.dataset.series
      if (id === undefined) return []
      const cells = rows.map((row) => row.cells[column])
      return {
        id,
        name: head.textContent ?? '',
        values: cells.map((cell) => (cell?.dataset.n === undefined ? null : Number(cell.dataset.n))),
        ...lastOf(rows, column),
      }
    }),
  }
}

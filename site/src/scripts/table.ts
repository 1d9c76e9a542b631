/** The table beside the drawing: the only place that the numbers are read from. */
export interface Read {
  readonly drawing: string
  readonly months: readonly number[]
  /** The last month is not over. */
  readonly isPartial: boolean
  readonly series: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly (number | null)[]
    /** The last number as the table prints it. */
    readonly last: string
  }[]
}

export function readTable(table: HTMLTableElement): Read {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')]
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  return {
    drawing: table.dataset['drawing'] ?? 'lines',
    months: rows.map((row) => Number(row.querySelector('th')?.dataset['month'])),
    isPartial: table.dataset['partial'] !== undefined,
    series: heads.flatMap((head, column) => {
      const id = head.dataset['series']
      if (id === undefined) return []
      const cells = rows.map((row) => row.cells[column])
      return {
        id,
        name: head.textContent ?? '',
        values: cells.map((cell) => (cell?.dataset['n'] === undefined ? null : Number(cell.dataset['n']))),
        last: cells.findLast((cell) => cell?.dataset['n'] !== undefined)?.textContent ?? '',
      }
    }),
  }
}

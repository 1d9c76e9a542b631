/** Rows of a page of a list that is filtered. */
export const PAGE_SIZE = 24

export interface ListPage<Row> {
  readonly number: number
  readonly pages: number
  readonly size: number
  readonly entries: readonly Row[]
  /** Positions of the first and last of the page, from 1; 0 and 0 for an empty list. */
  readonly from: number
  readonly to: number
}

/** Pages that so many rows take; one for none. */
export function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE_SIZE))
}

export function pageOf<Row>(rows: readonly Row[], number: number): ListPage<Row> {
  const start = (number - 1) * PAGE_SIZE
  const entries = rows.slice(start, start + PAGE_SIZE)
  return {
    ...{ number, pages: pagesOf(rows.length), size: PAGE_SIZE, entries },
    from: entries.length === 0 ? 0 : start + 1,
    to: start + entries.length,
  }
}

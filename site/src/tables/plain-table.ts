/** One cell of a table that pages print as it is. */
export interface PlainCell {
  readonly text: string
  /** Language of what people wrote, where it is not that of the page. */
  readonly lang?: string | undefined
  readonly href?: string | undefined
  readonly isCode?: boolean
  readonly isNumber?: boolean
  /** A second line, muted. */
  readonly second?: string | undefined
}

export interface PlainTable {
  readonly caption: string
  readonly head: readonly PlainCell[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly PlainCell[])[]
}

export function plain(text: string): PlainCell {
  return { text }
}

export function code(text: string): PlainCell {
  return { text, isCode: true }
}

export function count(text: string): PlainCell {
  return { text, isNumber: true }
}

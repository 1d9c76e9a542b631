import type { Shape } from '../telling/mark-drawing.ts'

/** What stands in a cell of a ledger of the internal site. */
export interface Cell {
  readonly text: string
  readonly href?: string | undefined
  /** A second line, muted. */
  readonly second?: string | undefined
  readonly shape?: Shape
  /** Language of the text, where people wrote it in another than that of the page. */
  readonly lang?: string | undefined
  readonly isCode?: boolean
}

export interface Head {
  readonly name: string
  readonly isNumber?: boolean
}

export const plain = (text: string): Cell => ({ text })

/** The first few names, and how many others there are. */
export function someOf(
  names: readonly string[],
  { most, others }: { most: number; others: (count: number) => string },
) {
  const shown = names.length > most + 1 ? names.slice(0, most) : names
  const rest = names.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? ` ${others(rest)}` : ''}`
}

/** `owner/name:folder` and `owner/name#profile` by their last part. */
export function shortName(id: string): string {
  return id.split(/[/:#]/u).at(-1) ?? id
}

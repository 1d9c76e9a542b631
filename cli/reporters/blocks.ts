import { stringify } from 'csv-stringify/sync'
import { table } from './table.ts'

/** A part of an answer: a heading, sentences, and rows under a head. */
export interface Block {
  readonly heading?: string
  /** Whether it stands below the part before it. */
  readonly isBelow?: boolean
  readonly lines?: readonly string[]
  /** Things to do, and whether they are done. */
  readonly tasks?: readonly { readonly text: string; readonly done: boolean }[]
  readonly head?: readonly string[]
  readonly rows?: readonly (readonly string[])[]
  /** Columns of words; those behind them hold figures. All of them when left out. */
  readonly words?: number
}

export function blocksText(blocks: readonly Block[]): string {
  const parts = blocks.map(({ heading, lines = [], tasks = [], head, rows = [], words }) => {
    const tabled = head === undefined || rows.length === 0 ? [] : table([head, ...rows], words ?? head.length)
    const listed = tasks.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`)
    return [...(heading === undefined ? [] : [heading]), ...lines, ...listed, ...tabled].join('\n')
  })
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

export function blocksMarkdown(blocks: readonly Block[]): string {
  const parts = blocks.map(({ heading, isBelow, lines = [], tasks = [], head, rows = [], words }) => {
    const title = heading === undefined ? [] : [`${isBelow === true ? '###' : '##'} ${markdownLine(heading)}`, '']
    const listed = tasks.map(({ text, done }) => `- [${done ? 'x' : ' '}] ${markdownLine(text)}`)
    const said = [...lines.flatMap((line) => [markdownLine(line), '']), ...listed]
    if (head === undefined || rows.length === 0) return [...title, ...said].join('\n').trimEnd()
    const rule = head.map((_, index) => (index < (words ?? head.length) ? '---' : '--:'))
    return [...title, ...said, ...[head, rule, ...rows].map(markdownRow)].join('\n')
  })
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** A row of a table; its cells are text. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => markdownLine(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

/** Text on one line of Markdown. Addresses stay as they are: a backslash in one leads elsewhere. */
export function markdownLine(text: string): string {
  const line = text.replaceAll(/[\r\n]+/gu, ' ')
  return line.replaceAll(/https?:\/\/[\w./~%#?&=-]+|[<>*_`[\]]/gu, (found) => (found.length > 1 ? found : `\\${found}`))
}

/** Cells that a spreadsheet would run as a formula are defused. */
export function csvText(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([[...head], ...rows.map((row) => [...row])], { escape_formulas: true })
}

import { stringify } from 'csv-stringify/sync'
import { table } from './table.ts'

/** A part of an answer: a heading, sentences, and rows under a head. */
export interface Block {
  readonly heading?: string
  readonly lines?: readonly string[]
  readonly head?: readonly string[]
  readonly rows?: readonly (readonly string[])[]
  /** Columns of words; those behind them hold figures. All of them when left out. */
  readonly words?: number
}

export function blocksText(blocks: readonly Block[]): string {
  const parts = blocks.map(({ heading, lines = [], head, rows = [], words }) => {
    const tabled = head === undefined || rows.length === 0 ? [] : table([head, ...rows], words ?? head.length)
    return [...(heading === undefined ? [] : [heading]), ...lines, ...tabled].join('\n')
  })
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

export function blocksMarkdown(blocks: readonly Block[]): string {
  const parts = blocks.map(({ heading, lines = [], head, rows = [], words }) => {
    const title = heading === undefined ? [] : [`## ${escaped(heading)}`, '']
    const said = lines.flatMap((line) => [escaped(line), ''])
    if (head === undefined || rows.length === 0) return [...title, ...said].join('\n').trimEnd()
    const rule = head.map((_, index) => (index < (words ?? head.length) ? '---' : '--:'))
    return [...title, ...said, ...[head, rule, ...rows].map(markdownRow)].join('\n')
  })
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/gu, ' ').replaceAll(/[<>*_`[\]]/gu, (sign) => `\\${sign}`)
}

/** Cells that a spreadsheet would run as a formula are defused. */
export function csvText(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([[...head], ...rows.map((row) => [...row])], { escape_formulas: true })
}

import { escapeMarkup } from '#data/model/markup.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Block } from './blocks.ts'

const STYLE = [
  '@page{size:A4;margin:20mm}',
  'body{font:11pt/1.4 serif;max-width:170mm;margin:auto;padding:4mm}',
  'h2{break-after:avoid;font-size:13pt}',
  'p{margin:.2em 0;overflow-wrap:anywhere}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border-bottom:1px solid #767676;padding:.2em .6em .2em 0;text-align:start;overflow-wrap:anywhere}',
  'tr{break-inside:avoid}',
  '.figure{text-align:end;white-space:nowrap}',
].join('')

interface Page {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly language: Language
}

/** Blocks as one page that prints on A4, without anything from elsewhere. */
export function blocksPage({ title, blocks, language }: Page): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title><style>${STYLE}</style>`
  const body = `<main>\n<h1>${escapeMarkup(title)}</h1>\n${blocks.map(section).join('\n')}\n</main>`
  return `<!doctype html>\n<html lang="${language}">\n<head>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`
}

function section({ heading, lines = [], head, rows = [], words }: Block): string {
  const title = heading === undefined ? [] : [`<h2>${escapeMarkup(heading)}</h2>`]
  const said = lines.map((line) => `<p>${escapeMarkup(line)}</p>`)
  if (head === undefined || rows.length === 0) return [...title, ...said].join('\n')
  const kind = (index: number) => (index < (words ?? head.length) ? '' : ' class="figure"')
  const heads = head.map((cell, index) => `<th scope="col"${kind(index)}>${escapeMarkup(cell)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td${kind(index)}>${escapeMarkup(cell)}</td>`).join('')}</tr>`,
  )
  const table = `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
  return [...title, ...said, table].join('\n')
}

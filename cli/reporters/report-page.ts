import type { IndicatorState } from '#data/report/indicators.ts'
import type { ToldItem } from '#data/report/telling/tell-changes.ts'
import type { ToldIndicator } from '#data/report/telling/tell-indicator.ts'
import type { Told, ToldPart, ToldSection } from '#data/report/telling/tell-report.ts'
import { trendLine } from '#data/report/trend.ts'
import { reportStyle } from './report-style.ts'
import { xml } from './xml.ts'

/** A report as one page that prints on A4 and asks for nothing from elsewhere. */
export function reportPage(told: Told, { publisher }: { readonly publisher: string }): string {
  const { language, title, finding, lead, sections } = told
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${said(title)}</title><style>${reportStyle(`${publisher} · ${title}`)}</style>`
  const body = [
    `<p class="over">${said(publisher)} · ${said(title)}</p>`,
    `<h1>${said(finding)}</h1>`,
    ...lead.map((line) => `<p class="lead">${said(line)}</p>`),
    ...sections.map(section),
  ]
  return `<!doctype html>\n<html lang="${language}">\n<head>${head}</head>\n<body>\n<main>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`
}

function section({ id, title, parts }: ToldSection): string {
  const cases = parts.filter((part) => part.kind === 'cases')
  const others = parts.filter((part) => part.kind !== 'cases')
  const listed = cases.length === 0 ? [] : [`<ul class="cases">${cases.map(caseItem).join('\n')}</ul>`]
  return `<section id="${id}">\n<h2>${said(title)}</h2>\n${[...others.map(partHtml), ...listed].join('\n')}\n</section>`
}

function partHtml(part: Exclude<ToldPart, { readonly kind: 'cases' }>): string {
  switch (part.kind) {
    case 'text':
      return `<p>${said(part.text)}</p>`
    case 'note':
      return `<p class="note">${said(part.text)}</p>`
    case 'matters':
      return `<div>${part.items.map(matter).join('\n')}</div>`
    case 'indicators':
      return indicators(part)
    case 'series':
      return `<h3>${said(part.title)}</h3>\n${series(part.rows)}`
    case 'table':
      return table(part)
  }
}

function caseItem({ text, items, rest }: Extract<ToldPart, { readonly kind: 'cases' }>): string {
  const all = [...items.map(itemHtml), ...(rest === null ? [] : [said(rest)])]
  const isDated = items.some(({ day }) => day !== null)
  const list =
    all.length === 0 ? '' : `<ul${isDated ? '' : ' class="one"'}>${all.map((one) => `<li>${one}</li>`).join('')}</ul>`
  return `<li>${said(text)}${list}</li>`
}

function itemHtml({ day, text }: ToldItem): string {
  return day === null ? said(text) : `<span class="day">${said(day)}</span> ${said(text)}`
}

function matter({
  head,
  headIn,
  outcome,
  reason,
  names,
}: Extract<ToldPart, { readonly kind: 'matters' }>['items'][number]): string {
  const list = names.length === 0 ? '' : `<ul>${names.map((name) => `<li>${said(name)}</li>`).join('')}</ul>`
  const question = headIn === undefined ? '<b>' : `<b lang="${headIn}">`
  const decided = outcome === undefined ? '' : ` <span lang="${outcome.language}">${said(outcome.text)}</span>`
  return `<div class="matter"><p>${question}${said(head)}</b>${decided} ${said(reason)}</p>${list}</div>`
}

/** The line of twelve months stands behind the change that it is about. */
function indicators({ head, rows, points, bounds }: Extract<ToldPart, { readonly kind: 'indicators' }>): string {
  const numbers = [1, 2, 4]
  const heads = [...head, ''].map(
    (cell, index) => `<th scope="col"${numbers.includes(index) ? ' class="n"' : ''}>${said(cell)}</th>`,
  )
  const body = rows.map(({ title, detail, value, target, dated, state, stateWord, change }, index) =>
    [
      `<tr><th scope="row"><b>${said(title)}</b><span>${said(detail)}</span></th>`,
      `<td class="big">${said(value)}</td><td class="n until">${until(target, dated)}</td>`,
      `<td class="state ${state}">${MARKS[state]}${said(stateWord)}</td><td class="n">${said(change)}</td>`,
      `<td>${trend(points[index] ?? [], bounds[index] ?? null)}</td></tr>`,
    ].join(''),
  )
  return `<div class="scroll"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

/** The target, and its day on a line of its own. */
function until(target: string, dated: string): string {
  const by = dated.startsWith(target) ? dated.slice(target.length).trim() : ''
  return by === '' ? said(dated) : `${said(target)}<span>${said(by)}</span>`
}

function trend(values: readonly (number | null)[], bound: number | null): string {
  const line = trendLine(values, bound)
  if (line === undefined) return ''
  const across = line.bound === null ? '' : `<path d="M0 ${line.bound}h88" stroke="#4a5160" stroke-dasharray="4 3"/>`
  return `<svg class="trend" width="88" height="32" viewBox="0 0 88 32" fill="none" aria-hidden="true">${across}<path d="${line.path}" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" stroke-linecap="round"/><circle cx="${line.end.x}" cy="${line.end.y}" r="3" fill="currentColor"/></svg>`
}

/** Series end in different months: a month that one has not is left empty. */
function series(rows: readonly ToldIndicator[]): string {
  const months = new Map(rows.flatMap((row) => row.months.map(({ month, title }) => [month, title] as const)))
  const known = [...months].sort(([a], [b]) => a - b)
  const heads = known.map(([, title]) => `<th scope="col" class="n">${said(title)}</th>`).join('')
  const body = rows.map((row) => {
    const own = new Map(row.months.map(({ month, value }) => [month, value]))
    const cells = known.map(([month]) => `<td class="n">${said(own.get(month) ?? '')}</td>`).join('')
    return `<tr><th scope="row">${said(row.title)}</th>${cells}</tr>`
  })
  return `<div class="scroll"><table class="series"><thead><tr><td></td>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

function table({ head, rows, words }: Extract<ToldPart, { readonly kind: 'table' }>): string {
  if (rows.length === 0) return ''
  const kind = (index: number) => (index < words ? '' : ' class="n"')
  const heads = head.map((cell, index) => `<th scope="col"${kind(index)}>${said(cell)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td${kind(index)}>${said(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

/** Spaces before French signs do not break, nor those of a date or a count; in English the former are none. */
function said(text: string): string {
  return xml(text)
    .replaceAll(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(/ ([:;?!%»])/gu, '\u00a0$1')
    .replaceAll('« ', '«\u00a0')
}

const SVG = '<svg width="11" height="11" viewBox="0 0 14 14" aria-hidden="true">'

/** Shape beside word: a page may be printed in black. */
const MARKS = {
  reached: `${SVG}<circle cx="7" cy="7" r="6.5" fill="currentColor"/><path d="m4 7.2 2.1 2.1L10 5.3" fill="none" stroke="#fff" stroke-width="1.6"/></svg>`,
  'to-watch': `${SVG}<path d="M1 1h12v12H1z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M1 1h6v12H1z" fill="currentColor"/></svg>`,
  behind: `${SVG}<path d="M7 1 13.5 13H.5z" fill="currentColor"/><path d="M7 5v4m0 1.2v1.4" stroke="#fff" stroke-width="1.4"/></svg>`,
  unknown: `${SVG}<circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.2 1.7"/></svg>`,
  'no-target': '',
} as const satisfies Record<IndicatorState, string>

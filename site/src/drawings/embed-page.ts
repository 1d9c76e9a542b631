import { escapeMarkup } from '#data/model/markup.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { isOn } from '../all-sheets.ts'
import { desk } from '../desk.ts'
import type { Figure } from '../loaders/figures.ts'
import { PAGE_POLICY } from '../policy.ts'
import { figures, register } from '../register.ts'
import { marksOf } from '../tables/event-marks.ts'
import { printedTable } from '../tables/printed-table.ts'
import { type Telling, tell } from '../telling/telling.ts'
import { figureHeight, inlineSvg } from './figure-svg.ts'

/** Figures as other sites may frame them, in each language; an internal build has none. */
export function embedsHere(): readonly { readonly figure: Figure; readonly language: Language }[] {
  const { settings, isPublic } = desk('fr')
  if (!isPublic || !isOn('figures')) return []
  return figures.flatMap((figure) => settings.languages.map((language) => ({ figure, language })))
}

/** What somebody copies to frame a figure; the frame is as high as the figure needs on a wide page. */
export function embedCode(figure: Figure, language: Language): string {
  const { settings, href } = desk(language)
  const path = href({ sheet: 'embed', figure: figure.id })
  const address = settings.site === undefined ? path : new URL(path, settings.site).href
  const title = escapeMarkup(tell(figure, language, register.floor).name)
  const height = (figure.drawing === 'facts' ? 240 : figureHeight(figure, language)) + 280
  return `<iframe src="${address}" title="${title}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`
}

/** A page that needs no script and asks for one stylesheet: finding, drawing, table, where it is from. */
export function embedPage(figure: Figure, language: Language): string {
  const { words, href, data, day, text, settings, isPublic } = desk(language)
  const said = words.figures
  const telling = tell(figure, language, register.floor)
  const page = href({ sheet: 'figure', figure: figure.id })
  const license = desk(language).license
  const lines = [
    `<p class="number"><b>${escapeMarkup(said.figure(figure.number))}</b> — ${escapeMarkup(telling.name)}</p>`,
    `<h1>${escapeMarkup(telling.finding)}</h1>`,
    `<p class="subtitle">${escapeMarkup(telling.subtitle)}</p>`,
    framed(inlineSvg(figure, language, telling), telling.name),
    ...marksOf(figure, language).map(
      ({ on, words: told }) => `<p class="note">${escapeMarkup(day(on))}${words.colon}${escapeMarkup(told)}</p>`,
    ),
    ...telling.cautions.map((caution) => `<p class="note">${escapeMarkup(caution)}</p>`),
    `<details${figure.drawing === 'facts' ? ' open' : ''}><summary>${escapeMarkup(said.showTable)}</summary>${tableOf(figure, language, telling)}</details>`,
  ]
  const source = [
    `<a href="${page}" target="_top">${escapeMarkup(text(settings.identity.title))}${words.colon}${escapeMarkup(said.page.toLowerCase())}</a>`,
    escapeMarkup(said.asOf(day(figure.asOf))),
    `<a href="${escapeMarkup(license.url)}" target="_top">${escapeMarkup(license.title)}</a>`,
    ...(settings.reserve === undefined
      ? []
      : [
          escapeMarkup(
            words.colophon.reserve({ from: day(settings.reserve.from), to: day(settings.reserve.to), isPublic }),
          ),
        ]),
    ...(settings.identity.isDemo === true ? [escapeMarkup(words.frame.demo)] : []),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY.replace("script-src 'self'; ", '')}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeMarkup(telling.name)} — ${escapeMarkup(text(settings.identity.title))}</title>
<meta name="description" content="${escapeMarkup(telling.subtitle)}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${settings.site === undefined ? page : new URL(page, settings.site).href}">
${alternatesOf(figure).join('\n')}
<link rel="stylesheet" href="${data('embed.css')}">
</head>
<body>
<main>
${lines.filter(Boolean).join('\n')}
<p class="source">${source.join('\u00a0· ')}</p>
</main>
</body>
</html>
`
}

function tableOf(figure: Figure, language: Language, { subtitle }: Telling): string {
  const { rowHead, columns, rows, totals } = printedTable(figure, language)
  const heads = columns.map(({ title }) => `<th scope="col">${escapeMarkup(title)}</th>`).join('')
  const line = (title: string, cells: readonly string[]) =>
    `<tr><th scope="row">${escapeMarkup(title)}</th>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}</tr>`
  const isLast = (row: number) => figure.isLastPartial && row === rows.length - 1
  const body = rows.map(({ title, cells }, row) =>
    line(
      isLast(row) ? `${title} *` : title,
      cells.map(({ text }) => text),
    ),
  )
  const foot = totals === undefined ? '' : `<tfoot>${line(totals.title, totals.cells)}</tfoot>`
  return framed(
    `<table><caption>${escapeMarkup(subtitle)}</caption><thead><tr><th scope="col">${escapeMarkup(rowHead)}</th>${heads}</tr></thead><tbody>${body.join('')}</tbody>${foot}</table>`,
    subtitle,
  )
}

/** The same figure in each language. */
function alternatesOf(figure: Figure): readonly string[] {
  const { settings } = desk('fr')
  if (settings.languages.length < 2) return []
  return settings.languages.map((language) => {
    const path = desk(language).href({ sheet: 'embed', figure: figure.id })
    const address = settings.site === undefined ? path : new URL(path, settings.site).href
    return `<link rel="alternate" hreflang="${language}" href="${address}">`
  })
}

/** What may be wider than its frame moves sideways in it, by keyboard, too. */
function framed(html: string | undefined, label: string): string {
  if (html === undefined) return ''
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeMarkup(label)}">${html}</div>`
}

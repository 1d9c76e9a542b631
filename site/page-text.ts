/** What a page says of itself, read from the HTML that our own build wrote. */
export interface PageText {
  readonly title: string
  readonly description: string
  /** Text of its main part, on one line, without tables, forms and navigation. */
  readonly text: string
}

const LEFT_OUT = /<(table|form|nav|template|svg|script|style|pre)\b[\s\S]*?<\/\1>/gu
/** A tag whose attributes may hold what looks like the end of one. */
const TAG = /<\/?[a-z!](?:"[^"]*"|'[^']*'|[^'">])*>/giu

export function readPage(html: string): PageText {
  const main = between(html, /<main\b(?:"[^"]*"|'[^']*'|[^'">])*>/u, '</main>')
  const heading = /<h1\b[^>]*>([\s\S]*?)<\/h1>/u.exec(main)?.[1]
  const title = /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? ''
  const description = /<meta name="description" content="([^"]*)"/u.exec(html)?.[1] ?? ''
  return {
    title: plain(heading ?? title),
    description: plain(description),
    text: plain(main.replace(LEFT_OUT, ' ')),
  }
}

function between(html: string, begin: RegExp, end: string): string {
  const found = begin.exec(html)
  if (found === null) return ''
  const from = found.index + found[0].length
  const to = html.indexOf(end, from)
  return html.slice(from, to === -1 ? undefined : to)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function plain(html: string): string {
  return html
    .replace(/<\/?sup>/gu, '')
    .replace(TAG, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/\s+/gu, ' ')
    .trim()
}

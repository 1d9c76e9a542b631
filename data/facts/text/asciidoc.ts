import type { Reading } from './reading.ts'

/** AsciiDoc, as much of it as a measure needs: blocks of code and comments are left out. */
export function outlineAsciidoc(text: string): Reading {
  const headings: Reading['headings'][number][] = []
  const links: Reading['links'][number][] = []
  const prose: string[] = []
  let fence: string | undefined
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1
    const mark = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|```)\s*$/.exec(raw)?.[1]
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined
    else if (fence === undefined) {
      const shown = takeLinks(raw, line, links)
      const [, marks, title] = /^(={1,6})[ \t]+(.*)$/.exec(shown) ?? []
      if (marks !== undefined) headings.push({ level: marks.length, text: title ?? '', line })
      else if (!/^(?:\/\/|:[\w!-]+:|\[[^\]]*\]\s*$|\|===|include::|ifdef::|endif::)/.test(raw)) {
        prose.push(shown.replace(/^\s*(?:[*.-]{1,5}\s+)/, '').replace(/[*_`|]/g, ''))
      }
    }
  }
  return { headings, links, prose: prose.join('\n') }
}

const IMAGE = /image::?([^\s[\]]{1,500})\[([^[\]]{0,1000})\]/g
const LINK = /(?:link:|(?=https?:\/\/))([^\s[\]]{1,500})\[([^[\]]{0,1000})\]/g

function takeLinks(raw: string, line: number, links: Reading['links'][number][]): string {
  if (!raw.includes('[')) return raw
  const withoutImages = raw.replace(IMAGE, (_whole, url: string, text: string) => {
    links.push({ url, text: text.split(',')[0] ?? '', isImage: true, line })
    return ''
  })
  return withoutImages.replace(LINK, (_whole, url: string, text: string) => {
    links.push({ url, text, isImage: false, line })
    return text
  })
}

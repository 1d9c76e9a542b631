import { blank } from '../blanking.ts'
import { lineIndex } from '../line-index.ts'
import type { Reading } from './reading.ts'

/** HTML, and the XML of documentation sites (`<section name="...">` is a heading there). */
export function outlineMarkup(text: string): Reading {
  const visible = blank(text, HIDDEN)
  return { headings: headingsOf(visible), links: linksOf(visible), prose: withoutTags(withoutTitles(visible)) }
}

const HIDDEN = [
  { open: '<!--', close: '-->' },
  { open: '<script', close: '</script>' },
  { open: '<style', close: '</style>' },
]

const TITLE = /<(title|h[1-6])\b[^<>]*>/gi
const MAX_TITLE = 2000
const NAMED_SECTION = /<(section|subsection)\s[^<>]*?name\s*=\s*["']([^"'<>]*)["'][^<>]*>/gi

interface Title {
  readonly level: number
  readonly text: string
  readonly at: number
  readonly end: number
}

function titlesOf(text: string): readonly Title[] {
  return [...text.matchAll(TITLE)].flatMap((match) => {
    const tag = (match[1] ?? '').toLowerCase()
    const from = match.index + match[0].length
    const inner = text.slice(from, from + MAX_TITLE)
    const length = inner.toLowerCase().indexOf(`</${tag}`)
    if (length === -1) return []
    const level = tag === 'title' ? 1 : Number(tag[1])
    return [{ level, text: withoutTags(inner.slice(0, length)), at: match.index, end: from + length }]
  })
}

function headingsOf(text: string): Reading['headings'] {
  const place = lineIndex(text)
  const sections = [...text.matchAll(NAMED_SECTION)].map((match) => {
    const level = match[1]?.toLowerCase() === 'section' ? 2 : 3
    return { level, text: decodeEntities(match[2] ?? ''), at: match.index }
  })
  return [...titlesOf(text), ...sections]
    .toSorted((a, b) => a.at - b.at)
    .map(({ level, text: heading, at }) => ({ level, text: heading, line: place(at).line }))
}

const LINK = /<a\s[^<>]*?href\s*=\s*["']([^"'<>]*)["'][^<>]*>([^<]*)|<img\s([^<>]*)>/gi

function linksOf(text: string): Reading['links'] {
  const place = lineIndex(text)
  return [...text.matchAll(LINK)].flatMap((match): Reading['links'] => {
    const { line } = place(match.index)
    const [, href, label = '', image] = match
    if (href !== undefined) return [{ url: decodeEntities(href), text: decodeEntities(label), isImage: false, line }]
    const url = attribute(image ?? '', 'src')
    return url === undefined ? [] : [{ url, text: attribute(image ?? '', 'alt') ?? '', isImage: true, line }]
  })
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  const found = value?.[1] ?? value?.[2]
  return found === undefined ? undefined : decodeEntities(found)
}

function withoutTitles(text: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { at, end } of titlesOf(text)) {
    // A title inside another one is gone already.
    if (at < from) continue
    pieces.push(text.slice(from, at))
    from = end
  }
  pieces.push(text.slice(from))
  return pieces.join(' ')
}

export function withoutTags(text: string): string {
  return decodeEntities(text.replace(/<[^<>]*>/g, ' '))
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole
  })
}

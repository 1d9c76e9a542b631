import { blank } from '../blanking.ts'
import { outlineMarkup, withoutTags } from './markup.ts'
import type { Reading } from './reading.ts'

/** Markdown, as much of it as a measure needs: code is left out, HTML inside counts as such. */
export function outlineMarkdown(text: string): Reading {
  const headings: Reading['headings'][number][] = []
  const links: Reading['links'][number][] = []
  const prose: string[] = []
  const lines = withoutCode(blank(text, [{ open: '<!--', close: '-->' }]).split(/\r\n|\n|\r/))
  for (const [index, raw] of lines.entries()) {
    const line = index + 1
    const shown = takeLinks(raw, line, links)
    const heading = headingAt(shown, lines[index + 1] ?? '')
    if (heading) headings.push({ ...heading, text: withoutTags(heading.text), line })
    else if (!isUnderline(raw)) prose.push(withoutMarks(shown))
  }
  const html = outlineMarkup(lines.join('\n'))
  return {
    headings: [...headings, ...html.headings].toSorted((a, b) => a.line - b.line),
    links: [...links, ...html.links].toSorted((a, b) => a.line - b.line),
    prose: outlineMarkup(prose.join('\n')).prose,
  }
}

/** Lines of fenced code become empty, so that the others keep their number. */
function withoutCode(lines: readonly string[]): readonly string[] {
  let fence: string | undefined
  return lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === undefined) {
      fence = mark
      return mark === undefined ? line : ''
    }
    if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
    return ''
  })
}

function headingAt(line: string, next: string): { level: number; text: string } | undefined {
  // `#Title` is none to Markdown, yet what an old generator of documentation writes for one; `#12` is an issue.
  const [, marks, title] = /^ {0,3}(#{1,6})(?![#\d])(?:[ \t]+|(?=\p{Lu})|$)(.*)$/u.exec(line) ?? []
  if (marks !== undefined) return { level: marks.length, text: (title ?? '').replace(/[ \t]#+[ \t]*$/, '') }
  if (line.trim() === '' || !isUnderline(next) || /^\s*[-*+>|]/.test(line)) return undefined
  return { level: next.trim().startsWith('=') ? 1 : 2, text: line }
}

function isUnderline(line: string): boolean {
  return /^ {0,3}(?:={2,}|-{2,})\s*$/.test(line)
}

const IMAGE = /!\[([^[\]]{0,1000})\]\(\s{0,10}<?([^()\s<>]{0,2000})>?(?:\s[^()]{0,1000})?\)/g
const LINK = /\[([^[\]]{0,1000})\]\(\s{0,10}<?([^()\s<>]{0,2000})>?(?:\s[^()]{0,1000})?\)/g

/** Lists images and links of a line; gives it back with the texts of links in their place, and no images. */
function takeLinks(raw: string, line: number, links: Reading['links'][number][]): string {
  if (!raw.includes('](')) return raw
  const withoutImages = raw.replace(IMAGE, (_whole, text: string, url: string) => {
    links.push({ url, text, isImage: true, line })
    return ''
  })
  return withoutImages.replace(LINK, (_whole, text: string, url: string) => {
    links.push({ url, text, isImage: false, line })
    return text
  })
}

function withoutMarks(line: string): string {
  return line.replace(/^\s*(?:>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+/, '').replace(/[*_`~|]|:?-{3,}:?/g, '')
}

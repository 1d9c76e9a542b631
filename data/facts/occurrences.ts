import { blank, type Span } from './blanking.ts'
import { cut, decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import type { Mask, Occurrence, Occurrences, OccurrencesOptions } from './shapes/occurrences.ts'

/** Patterns are those of packs, so trusted not to explode; files are not, so size and count are bounded. */
const MAX_OCCURRENCES = 1000
const KEPT_LENGTH = 200

export const occurrences = defineExtractor<Occurrences, OccurrencesOptions>({
  id: 'occurrences',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { mask, patterns, ignoreCase }) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: { code: 'not-text', message: 'The file is binary.' } }
    const text = MASKS[mask].length === 0 ? decoded.text : blank(decoded.text, MASKS[mask])
    const found = Object.entries(patterns).map(([name, source]) => {
      return [name, findAll(text, new RegExp(source, ignoreCase ? 'gmi' : 'gm'))] as const
    })
    return { ok: true, fact: Object.fromEntries(found) }
  },
})

const JAVA_COMMENTS: readonly Span[] = [
  { open: '//', close: '\n' },
  { open: '/*', close: '*/' },
]
const JAVA_STRINGS: readonly Span[] = [
  { open: '"""', close: '"""', isQuoted: true },
  { open: '"', close: '"', isQuoted: true },
  { open: "'", close: "'", isQuoted: true },
]
const XML_COMMENTS: readonly Span[] = [{ open: '<!--', close: '-->' }]

const MASKS: Readonly<Record<Mask, readonly Span[]>> = {
  none: [],
  'java-comments': [...JAVA_COMMENTS, ...JAVA_STRINGS.map((span) => ({ ...span, isKept: true }))],
  'java-code': [...JAVA_COMMENTS, ...JAVA_STRINGS],
  'xml-comments': XML_COMMENTS,
  'jsp-comments': [{ open: '<%--', close: '--%>' }, ...XML_COMMENTS],
  'sql-comments': [
    { open: '--', close: '\n' },
    { open: '/*', close: '*/' },
    { open: "'", close: "'", isQuoted: true, isKept: true },
  ],
}

function findAll(text: string, pattern: RegExp): readonly Occurrence[] {
  const place = lineIndex(text)
  const found: Occurrence[] = []
  for (const match of text.matchAll(pattern)) {
    const groups = match
      .slice(1)
      .map((group: string | undefined) => (group === undefined ? null : cut(group, KEPT_LENGTH)))
    found.push({ text: cut(match[0], KEPT_LENGTH), groups, ...place(match.index) })
    if (found.length >= MAX_OCCURRENCES) break
  }
  return found
}

import { Buffer } from 'node:buffer'
import { blank, type Span } from './blanking.ts'
import { cut, decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import { linearMatches, type PatternMatch } from './linear-pattern.ts'
import type { Mask, Occurrence, Occurrences, OccurrencesOptions } from './shapes/occurrences.ts'

/** Neither files nor most patterns are ours: size, count and the time of each pattern are bounded. */
const MAX_OCCURRENCES = 1000
const KEPT_LENGTH = 200

export const occurrences = defineExtractor<Occurrences, OccurrencesOptions>({
  id: 'occurrences',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { mask, words, patterns, ...how }) {
    if (words !== undefined && !hasAny(content, words)) {
      return { ok: true, fact: Object.fromEntries(Object.keys(patterns).map((name) => [name, []])) }
    }
    const whole = masked(content, mask)
    if (whole === null && how.skipsBinaries) return { ok: true, fact: {} }
    if (whole === null) return { ok: false, problem: NOT_TEXT }
    const text = how.firstLines === undefined ? whole : firstLines(whole, how.firstLines)
    const found = Object.entries(patterns).map(
      ([name, source]) => [name, findAll(text, matchesOf(source, how))] as const,
    )
    return { ok: true, fact: Object.fromEntries(found) }
  },
})

function hasAny(content: Uint8Array, words: readonly string[]): boolean {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return words.some((word) => buffer.includes(word))
}

/** Several rules look for their own words in the same file, one after the other: its text is decoded and blanked once. */
let last: { readonly content: WeakRef<Uint8Array>; readonly texts: Map<Mask, string | null> } | undefined

function masked(content: Uint8Array, mask: Mask): string | null {
  if (last?.content.deref() !== content) last = { content: new WeakRef(content), texts: new Map() }
  const known = last.texts.get(mask)
  if (known !== undefined) return known
  const decoded = last.texts.get('none') ?? decodeText(content)?.text ?? null
  const text = decoded === null || SPANS[mask].length === 0 ? decoded : blank(decoded, SPANS[mask])
  last.texts.set('none', decoded).set(mask, text)
  return text
}

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

const SPANS: Readonly<Record<Mask, readonly Span[]>> = {
  none: [],
  'java-comments': [...JAVA_COMMENTS, ...JAVA_STRINGS.map((span) => ({ ...span, isKept: true }))],
  'java-code': [...JAVA_COMMENTS, ...JAVA_STRINGS],
  'xml-comments': XML_COMMENTS,
  'template-comments': [{ open: '<#--', close: '-->' }, ...XML_COMMENTS],
  'jsp-comments': [{ open: '<%--', close: '--%>' }, ...XML_COMMENTS],
  'sql-comments': [
    { open: '--', close: '\n' },
    { open: '/*', close: '*/' },
    { open: "'", close: "'", isQuoted: true, isKept: true },
  ],
}

function firstLines(text: string, count: number): string {
  let end = -1
  for (let line = 0; line < count; line++) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return text
  }
  return text.slice(0, end + 1)
}

type Matches = (text: string) => Iterable<PatternMatch>
type Manner = Pick<OccurrencesOptions, 'ignoreCase' | 'isProven' | 'isWholeText'>

function matchesOf(source: string, { ignoreCase = false, isProven = false, isWholeText = false }: Manner): Matches {
  if (!isProven) return linearMatches(source, { ignoresCase: ignoreCase, isByLine: !isWholeText })
  const pattern = new RegExp(source, `g${isWholeText ? '' : 'm'}${ignoreCase ? 'i' : ''}`)
  return function* (text) {
    for (const match of text.matchAll(pattern)) yield { 0: match[0], index: match.index, groups: match }
  }
}

function findAll(text: string, matches: Matches): readonly Occurrence[] {
  const place = lineIndex(text)
  const found: Occurrence[] = []
  for (const match of matches(text)) {
    const groups = match.groups.slice(1).map((group) => (group === undefined ? null : cut(group, KEPT_LENGTH)))
    found.push({ text: cut(match[0], KEPT_LENGTH), groups, ...place(match.index) })
    if (found.length >= MAX_OCCURRENCES) break
  }
  return found
}

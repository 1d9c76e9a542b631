import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import type { MalformedLine, Properties, PropertyEntry } from './shapes/properties.ts'

export const properties = defineExtractor<Properties>({
  id: 'properties',
  version: 2,
  maxBytes: 4_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null || decoded.encoding === 'utf-16') {
      return { ok: false, problem: { code: 'not-text', message: 'Neither UTF-8 nor ISO-8859-1 text.' } }
    }
    const { encoding, hasBom, text } = decoded
    return { ok: true, fact: { encoding, hasBom, ...readEntries(text) } }
  },
})

function readEntries(text: string): Pick<Properties, 'entries' | 'duplicates' | 'malformed'> {
  const entries: PropertyEntry[] = []
  const duplicates: Properties['duplicates'][number][] = []
  const malformed: MalformedLine[] = []
  const seen = new Map<string, { readonly firstLine: number; value: string }>()
  // Hardly any file has one: only then is each escape looked at.
  const mayHaveBadEscape = BAD_ESCAPE.test(text)
  for (const { line, text: logical } of logicalLines(text)) {
    const { key, value, reason } = readEntry(logical)
    if (reason !== undefined) malformed.push({ line, reason })
    if (mayHaveBadEscape && hasBadEscape(logical)) malformed.push({ line, reason: 'bad-escape' })
    entries.push({ key, line })
    const before = seen.get(key)
    if (before === undefined) seen.set(key, { firstLine: line, value })
    else {
      const isSame = before.value === value || decodeEscapes(before.value) === decodeEscapes(value)
      duplicates.push({ key, line, firstLine: before.firstLine, isSame })
      before.value = value
    }
  }
  return { entries, duplicates, malformed }
}

/** Lines without comments and blank ones, continuations joined; `line` is where each begins. */
function logicalLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  const logicals: { line: number; text: string }[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1
    let logical = withoutIndent(lines[index] ?? '')
    if (logical === '' || logical[0] === '#' || logical[0] === '!') continue
    let joined = ''
    while (isContinued(logical) && index + 1 < lines.length) {
      joined += logical.slice(0, -1)
      logical = withoutIndent(lines[++index] ?? '')
    }
    logicals.push({ line, text: joined + (isContinued(logical) ? logical.slice(0, -1) : logical) })
  }
  return logicals
}

function withoutIndent(line: string): string {
  const start = skipBlanks(line, 0)
  return start === 0 ? line : line.slice(start)
}

/** By an odd number of backslashes at its end: an even one is a row of escaped backslashes. */
function isContinued(line: string): boolean {
  let at = line.length
  while (line[at - 1] === '\\') at--
  return (line.length - at) % 2 === 1
}

/** The value as it is written: nothing but a key met again asks what it reads as. */
function readEntry(line: string): {
  readonly key: string
  readonly value: string
  readonly reason: Exclude<MalformedLine['reason'], 'bad-escape'> | undefined
} {
  const keyEnd = endOfKey(line)
  let valueStart = skipBlanks(line, keyEnd)
  const hasSeparator = line[valueStart] === '=' || line[valueStart] === ':'
  if (hasSeparator) valueStart = skipBlanks(line, valueStart + 1)
  return {
    key: decodeEscapes(line.slice(0, keyEnd)),
    value: line.slice(valueStart),
    reason:
      keyEnd === 0
        ? 'empty-key'
        : hasSeparator
          ? undefined
          : valueStart < line.length
            ? 'blank-separator'
            : 'no-separator',
  }
}

const KEY_END = /[=: \t\f\\]/g

function endOfKey(line: string): number {
  KEY_END.lastIndex = 0
  while (KEY_END.test(line)) {
    const at = KEY_END.lastIndex - 1
    if (line[at] !== '\\') return at
    KEY_END.lastIndex = at + 2
  }
  return line.length
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\f') at++
  return at
}

const BAD_ESCAPE = /\\u(?![0-9a-fA-F]{4})/

/** An escaped backslash before the `u` makes it a plain letter. */
function hasBadEscape(line: string): boolean {
  return [...line.matchAll(/\\(?:u[0-9a-fA-F]{4}|[\s\S])/g)].some(([found]) => found === '\\u')
}

const ESCAPED = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text.toWellFormed()
  const unescaped = text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_whole, code?: string, character = '') => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return ESCAPED.get(character) ?? character
  })
  return unescaped.toWellFormed()
}

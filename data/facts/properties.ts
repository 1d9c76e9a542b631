import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import type { MalformedLine, Properties, PropertyEntry } from './shapes/properties.ts'

export const properties = defineExtractor<Properties>({
  id: 'properties',
  version: 1,
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
  const seen = new Map<string, { firstLine: number; value: string }>()
  for (const { line, text: logical } of logicalLines(text)) {
    const { key, value, reasons } = readEntry(logical)
    for (const reason of reasons) malformed.push({ line, reason })
    entries.push({ key, value, line })
    const before = seen.get(key)
    if (before) duplicates.push({ key, line, firstLine: before.firstLine, isSame: before.value === value })
    seen.set(key, { firstLine: before?.firstLine ?? line, value })
  }
  return { entries, duplicates, malformed }
}

/** Lines without comments and blank ones, continuations joined; `line` is where each begins. */
function* logicalLines(text: string): Generator<{ line: number; text: string }> {
  const lines = text.split(/\r\n|\n|\r/)
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1
    let logical = (lines[index] ?? '').replace(/^[ \t\f]+/, '')
    if (logical === '' || logical.startsWith('#') || logical.startsWith('!')) continue
    const pieces: string[] = []
    while (isContinued(logical) && index + 1 < lines.length) {
      pieces.push(logical.slice(0, -1))
      logical = (lines[++index] ?? '').replace(/^[ \t\f]+/, '')
    }
    pieces.push(isContinued(logical) ? logical.slice(0, -1) : logical)
    yield { line, text: pieces.join('') }
  }
}

/** By an odd number of backslashes at its end: an even one is a row of escaped backslashes. */
function isContinued(line: string): boolean {
  let at = line.length
  while (line[at - 1] === '\\') at--
  return (line.length - at) % 2 === 1
}

function readEntry(line: string): { key: string; value: string; reasons: readonly MalformedLine['reason'][] } {
  const keyEnd = endOfKey(line)
  let valueStart = skipBlanks(line, keyEnd)
  const hasSeparator = line[valueStart] === '=' || line[valueStart] === ':'
  if (hasSeparator) valueStart = skipBlanks(line, valueStart + 1)

  const reasons: MalformedLine['reason'][] = []
  if (keyEnd === 0) reasons.push('empty-key')
  else if (!hasSeparator) reasons.push(valueStart < line.length ? 'blank-separator' : 'no-separator')
  const badEscape = () => {
    if (!reasons.includes('bad-escape')) reasons.push('bad-escape')
  }
  return {
    key: decodeEscapes(line.slice(0, keyEnd), badEscape),
    value: decodeEscapes(line.slice(valueStart), badEscape),
    reasons,
  }
}

function endOfKey(line: string): number {
  const end = /[=: \t\f\\]/g
  for (let found = end.exec(line); found !== null; found = end.exec(line)) {
    if (found[0] !== '\\') return found.index
    end.lastIndex = found.index + 2
  }
  return line.length
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\f') at++
  return at
}

const ESCAPED = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

function decodeEscapes(text: string, badEscape: () => void): string {
  if (!text.includes('\\')) return text.toWellFormed()
  const unescaped = text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_whole, code?: string, character = '') => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    if (character === 'u') badEscape()
    return ESCAPED.get(character) ?? character
  })
  return unescaped.toWellFormed()
}

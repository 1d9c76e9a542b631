import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { decodeEscapes, logicalLines, readEntry } from './property-lines.ts'
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

const BAD_ESCAPE = /\\u(?![0-9a-fA-F]{4})/

/** An escaped backslash before the `u` makes it a plain letter. */
function hasBadEscape(line: string): boolean {
  return [...line.matchAll(/\\(?:u[0-9a-fA-F]{4}|[\s\S])/g)].some(([found]) => found === '\\u')
}

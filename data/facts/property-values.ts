import { createHash } from 'node:crypto'
import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { placeholdersOf, withoutPlaceholders } from './placeholders.ts'
import { decodeEscapes, logicalLines, readEntry } from './property-lines.ts'
import type { PropertyValue, PropertyValues } from './shapes/property-values.ts'

export const propertyValues = defineExtractor<PropertyValues>({
  id: 'property-values',
  version: 2,
  maxBytes: 4_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null || decoded.encoding === 'utf-16') {
      return { ok: false, problem: { code: 'not-text', message: 'Neither UTF-8 nor ISO-8859-1 text.' } }
    }
    const byKey = new Map<string, PropertyValue>()
    for (const { line, text } of logicalLines(decoded.text)) {
      const { key, value: written, reason } = readEntry(text)
      const value = decodeEscapes(written)
      byKey.set(key, {
        ...{ key, line, isMalformed: reason !== undefined, isEmpty: value.trim() === '' },
        ...{ digest: digestOf(value), isProse: isProse(value), placeholders: placeholdersOf(value) },
      })
    }
    return { ok: true, fact: { entries: [...byKey.values()] } }
  },
})

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16)
}

/** Fewer letters than this are a label that several languages may share. */
const LEAST_LETTERS = 12

/**
 * Two words and more, of which one behind the first begins with a small letter: names, numbers, addresses, codes and short
 * labels are the same in many languages.
 */
function isProse(value: string): boolean {
  // Each expression passes over a text once: a bundle may hold a line of a megabyte.
  const bare = withoutPlaceholders(value).replace(/<[^<>]*>|&#?\w+;/gu, ' ')
  const words = bare
    .split(/\s+/u)
    .filter((word) => !word.includes('://') && !word.includes('@') && /^\p{P}*\p{L}{2}[\p{L}\p{P}]*$/u.test(word))
  const letters = words.join('').replace(/\P{L}/gu, '').length
  return letters >= LEAST_LETTERS && words.slice(1).some((word) => /^\p{P}*\p{Ll}{3}/u.test(word))
}

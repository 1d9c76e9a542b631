import { openDataDocument } from './data-document.ts'
import { defineExtractor } from './extractor.ts'
import type { DataKeys } from './shapes/data-keys.ts'

const MAX_KEYS = 50_000
const MAX_DEPTH = 50

/** The keys of a resource file: every leaf of the document. */
export const dataKeys = defineExtractor<DataKeys>({
  id: 'data-keys',
  version: 2,
  maxBytes: 2_000_000,
  extract(content) {
    const opened = openDataDocument(content)
    if (!opened.ok) return opened
    const keys: { key: string; isEmpty: boolean }[] = []
    const walk = (value: unknown, key: string, depth: number): boolean => {
      if (typeof value !== 'object' || value === null) {
        keys.push({ key, isEmpty: value === null || value === '' })
        return keys.length <= MAX_KEYS
      }
      if (depth > MAX_DEPTH) return false
      return Object.entries(value).every(([name, inner]) =>
        walk(inner, key === '' ? name : `${key}.${name}`, depth + 1),
      )
    }
    if (!walk(opened.document.value, '', 0)) {
      return {
        ok: false,
        problem: { code: 'too-large', message: `More than ${MAX_KEYS} keys, or ${MAX_DEPTH} levels.` },
      }
    }
    return { ok: true, fact: keys }
  },
})

import type { Language } from '#data/model/vocabulary.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { typeset } from './typography.ts'

export type Words = typeof fr

/** The words of a language with their spaces set: what pages print, and what sentences answer. */
export const WORDS = { fr: set('fr', fr), en: set('en', en) } satisfies Record<Language, Words>

/** Same shape, every text typeset: the one place that knows this is why the shape may be asserted. */
function set<Value>(language: Language, value: Value): Value {
  return setAny(language, value) as Value
}

function setAny(language: Language, value: unknown): unknown {
  if (typeof value === 'string') return typeset(language, value)
  if (typeof value === 'function') return (...args: unknown[]) => setAny(language, value(...args))
  if (Array.isArray(value)) return value.map((item) => setAny(language, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, setAny(language, item)]))
}

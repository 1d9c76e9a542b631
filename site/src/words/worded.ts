import type { Language } from '#data/model/vocabulary.ts'

/** Words of the pages, by what a city says in their place. */
export type Wording = Readonly<Partial<Record<Language, Readonly<Record<string, string>> | undefined>>>

interface Speaking {
  readonly language: Language
  readonly wording?: Wording | undefined
  /** Name of the platform that components stand on. */
  readonly platform?: string | undefined
}

/** What dictionaries call the platform below all components, where they call it by no more than that. */
const PLATFORM = { fr: 'Socle', en: 'Core' } as const satisfies Record<Language, string>

/**
 * A dictionary in the words of a city: whole words changed, a capital kept, in texts and in what sentences answer. Names and
 * numbers that a sentence was given stay as they are.
 */
export function worded<Words>(words: Words, { wording, platform, language }: Speaking): Words {
  const changes = Object.entries(wording?.[language] ?? {})
  if (changes.length === 0 && platform === undefined) return words
  const changed = new Map(changes.flatMap(([from, to]) => [[from, to] as const, [capital(from), capital(to)] as const]))
  const pattern = anyOf(changed.keys(), String.raw`(?<![\p{L}\p{N}_-])`, String.raw`(?![\p{L}\p{N}_-])`)
  const change = (text: string) => text.replace(pattern, (found) => changed.get(found) ?? found)
  const said: Said = (text, given) => {
    if (text === PLATFORM[language] && platform !== undefined) return platform
    if (given.length === 0) return change(text)
    const parts = text.split(anyOf(given, '(', ')'))
    return parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join('')
  }
  return inAll(words, said, []) as Words
}

type Said = (text: string, given: readonly string[]) => string

function inAll(value: unknown, said: Said, given: readonly string[]): unknown {
  if (typeof value === 'string') return said(value, given)
  if (typeof value === 'function') return (...args: unknown[]) => inAll(value(...args), said, args.flatMap(textsIn))
  if (Array.isArray(value)) return value.map((item) => inAll(item, said, given))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAll(item, said, given)]))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** One of some texts, between what must stand around it; the longest first, and nothing for no text. */
function anyOf(texts: Iterable<string>, before: string, after: string): RegExp {
  const escaped = [...texts]
    .sort((one, other) => other.length - one.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  return new RegExp(`${before}(?:${escaped.length === 0 ? '(?!)' : escaped.join('|')})${after}`, 'gu')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

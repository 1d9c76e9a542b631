import { languageTag } from '#data/model/language-tag.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { FieldType, Value } from '#data/model/register.ts'
import { isOneOf, LANGUAGES, type Language } from '#data/model/vocabulary.ts'

/** A value, or the sentence that says what was expected instead. */
export type Read = { readonly value: Exclude<Value, null> } | { readonly expected: string }

/** Makes of one scalar, or of one mapping by language, what its field holds. */
export function readValue(type: FieldType, given: unknown): Read {
  if (type.kind === 'bilingual') return readBilingual(given, type.only)
  if (type.kind === 'prose') return readProse(given)
  if (typeof given === 'object') return { expected: 'one value, not a list or a mapping' }
  return READERS[type.kind](String(given).trim(), type)
}

/** `owner/name`, `name`, `group:artifact`; of several in one repository `owner/name:folder`, of an assembly `name#profile`. */
const NAME = /^[\w-][\w.-]*(?:\/[\w.-]+)?(?::[\w.-]+(?:\/[\w.-]+)*)?(?:#[\w.-]+)?$/u

const READERS: {
  readonly [Kind in Exclude<FieldType['kind'], 'bilingual' | 'prose'>]: (text: string, type: FieldType) => Read
} = {
  text: (value) => ({ value }),
  component: (value) =>
    NAME.test(value) ? { value } : { expected: 'owner/name, or the name of a component or of an assembly' },
  reference: (value) => ({ value }),
  day: readDay,
  flag: readFlag,
  count: (text) => {
    const value = numberOf(text)
    return value !== undefined && Number.isInteger(value) && value >= 0
      ? { value }
      : { expected: 'a whole number from 0' }
  },
  number: (text) => {
    const value = numberOf(text)
    return value === undefined ? { expected: 'a number' } : { value }
  },
  address: (value) =>
    /^https?:\/\/\S+$/u.test(value) && URL.canParse(value)
      ? { value }
      : { expected: 'an address that starts with https://' },
  language: readLanguage,
  choice: (text, type) => {
    const choices = type.kind === 'choice' ? type.of : []
    const value = choices.find((one) => one.toLowerCase() === text.toLowerCase())
    return value === undefined
      ? { expected: `one of ${choices.join(', ')}.${suggestion(text, choices).trimEnd()}` }
      : { value }
  },
}

/** A text, or one for each language that is named. */
function readProse(given: unknown): Read {
  if (typeof given !== 'object') return { value: String(given).trim() }
  const expected = 'a text, or a text in fr, in en or in both'
  if (given === null || Array.isArray(given)) return { expected }
  const texts = Object.entries(given).filter(([, text]) => text !== '' && text !== null)
  if (texts.length === 0) return { expected }
  const isTold = ([name, text]: readonly [string, unknown]) =>
    isOneOf(LANGUAGES, name) && typeof text === 'string' && text.trim() !== ''
  if (!texts.every(isTold)) return { expected }
  return { value: Object.fromEntries(texts.map(([name, text]) => [name, String(text).trim()])) }
}

function readBilingual(given: unknown, only: Language | undefined): Read {
  const texts = typeof given === 'object' ? given : only === undefined ? {} : { [only]: String(given) }
  const { fr, en, ...others } = (Array.isArray(texts) ? {} : (texts ?? {})) as Record<string, unknown>
  const [french, english] = [told(fr), told(en)]
  const isWhole = Object.keys(others).length === 0
  if (isWhole && french !== undefined && english !== undefined) return { value: { fr: french, en: english } }
  const alone = only === undefined ? undefined : { fr: french, en: english }[only]
  if (isWhole && alone !== undefined) return { value: { fr: alone, en: alone } }
  if (only !== undefined) return { expected: `a text in ${only}` }
  const has = french === undefined ? (english === undefined ? undefined : 'en') : 'fr'
  const asked =
    has === undefined ? 'a text in fr and one in en' : `a text in ${has === 'fr' ? 'en' : 'fr'} beside that in ${has}`
  return {
    expected: `${asked}; a site in one language says which in parvis.yaml (site.languages) and needs that one alone`,
  }
}

function told(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** `2026-03-31`, or `31/03/2026` as a French spreadsheet shows it; a day that the calendar has. */
function readDay(text: string): Read {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? []
  const value = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/u.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true
  return isDay ? { value } : { expected: 'a day that the calendar has, such as 2026-03-31' }
}

const YES = ['true', 'yes', 'oui', 'vrai', '1', 'x']
const NO = ['false', 'no', 'non', 'faux', '0']

function readFlag(text: string): Read {
  const word = text.toLowerCase()
  if (YES.includes(word)) return { value: true }
  return NO.includes(word) ? { value: false } : { expected: 'true or false (oui, non)' }
}

/** `1234.5`, `1 234,5` and `1.234,5`: a comma is decimal unless three digits follow it and nothing else tells. */
function numberOf(text: string): number | undefined {
  const bare = text.replace(/[\s\u00A0\u202F]/gu, '')
  const plain = /^-?\d{1,3}(?:\.\d{3})+,\d+$/u.test(bare) ? bare.replaceAll('.', '') : bare
  const value = plain.replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : undefined
}

function readLanguage(text: string): Read {
  const value = languageTag(text)
  return value === undefined ? { expected: 'a language, such as fr, en or pt-BR' } : { value }
}

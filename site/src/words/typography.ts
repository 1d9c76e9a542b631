import type { Language } from '#data/model/vocabulary.ts'

/** No-break space, and the narrow one. */
const NBSP = '\u00a0'
const NNBSP = '\u202f'
/** Nothing to see, and no place to break a line. */
const JOINER = '\u2060'
/** Words that a number follows: they stay on its line. */
const NUMBERED =
  /(?<![\p{L}\d])(générations?|versions?|figures?|niveaux?|articles?|parties?|pages?|n°|v|level|part|generation) (?=\d)/giu

/**
 * Quotes and apostrophes of the language, and spaces that must not break: before French high punctuation and inside guillemets, before a unit, between a number
 * and the word that it counts, and between a word and the number that it bears.
 */
export function typeset(language: Language, text: string): string {
  const counted = text
    .replace(/(\d) (?=[\p{L}%])/gu, `$1${NBSP}`)
    .replace(NUMBERED, `$1${NBSP}`)
    .replace(/(\bplans?) (?=B\b)/giu, `$1${NBSP}`)
  if (language !== 'fr') {
    return counted.replace(/"([^"]*)"/gu, '“$1”').replace(/(?<=[\p{L}\d])'/gu, '’')
  }
  return counted
    .replace(/ ([:%»])/gu, `${NBSP}$1`)
    .replace(/« /gu, `«${NBSP}`)
    .replace(/ ([;?!])/gu, `${NNBSP}$1`)
    .replace(/'/gu, '’')
}

/** Making one of these takes longer than writing a whole table with it. */
const numbers = new Map<string, Intl.NumberFormat>()

/** `1 214` or `1,214`, rounded to `digits` after the decimal mark. */
export function formatNumber(language: Language, value: number, digits = 0): string {
  const key = `${language} ${digits}`
  const known = numbers.get(key)
  if (known !== undefined) return known.format(value)
  const made = new Intl.NumberFormat(language === 'fr' ? 'fr' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  numbers.set(key, made)
  return made.format(value)
}

/** A share between 0 and 1 in per cent, with its sign: `56 %` or `56%`. */
export function formatShare(language: Language, share: number): string {
  const value = formatNumber(language, Math.round(share * 100))
  return language === 'fr' ? `${value}${NBSP}%` : `${value}%`
}

const locales = { fr: 'fr-FR', en: 'en-GB' } satisfies Record<Language, string>

type DayStyle = 'long' | 'short' | 'month' | 'short-month'

const STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'short-month': { month: 'short', year: 'numeric' },
} as const satisfies Record<DayStyle, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()
/** Days as they were written: a site repeats few days on thousands of pages. */
const written = new Map<string, string>()

function format(language: Language, day: Date, style: DayStyle): string {
  const key = `${language} ${style} ${day.getTime()}`
  const known = written.get(key)
  if (known !== undefined) return known
  const text = formatOf(language, style).format(day).replaceAll(' ', NBSP)
  written.set(key, text)
  return text
}

function formatOf(language: Language, style: DayStyle): Intl.DateTimeFormat {
  const key = `${language} ${style}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...STYLES[style] })
  formats.set(key, made)
  return made
}

/** `19 novembre 2026` from an instant or a day. */
export function formatDay(language: Language, at: string): string {
  return ordinalFirst(language, format(language, new Date(at), 'long'))
}

/** `19 nov. 2026`. */
export function formatShortDay(language: Language, at: string): string {
  return ordinalFirst(language, format(language, new Date(at), 'short'))
}

/** Days from one to another, what they share said once: `21–22 janv. 2027`. */
export function formatDays(language: Language, from: string, to: string): string {
  const range = formatOf(language, 'short').formatRange(new Date(from), new Date(to))
  return range
    .replaceAll(/\s/gu, NBSP)
    .replace(/^(\d+)\u00a0?–\u00a0?/u, `$1–${JOINER}`)
    .replace(/\u00a0–\u00a0/u, `${NBSP}– `)
}

/** A time of the day from `HH:MM`: `14 h`, `9 h 30`; English writes it as it is. */
export function formatTime(language: Language, time: string): string {
  if (language !== 'fr') return time
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`
}

/** `T3 2026` from a quarter as registers have it, 2026-T3 or 2026-Q3; another text stays as it is. */
export function formatWrittenQuarter(language: Language, quarter: string): string {
  const [, year, part] = /^(\d{4})-[TQ]([1-4])$/u.exec(quarter) ?? []
  return year === undefined ? quarter : formatQuarter(language, Number(`${year}${part}`))
}

/** French writes the first of a month with an ordinal. */
function ordinalFirst(language: Language, day: string): string {
  return language === 'fr' ? day.replace(/^1(?=\u00a0)/u, '1er') : day
}

function monthDate(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1))
}

/** `octobre 2026` from 202610. */
export function formatMonth(language: Language, month: number): string {
  return format(language, monthDate(month), 'month')
}

/** `oct. 2026`. */
export function formatShortMonth(language: Language, month: number): string {
  return format(language, monthDate(month), 'short-month')
}

/** `T3 2026` from 20263. */
export function formatQuarter(language: Language, quarter: number): string {
  return `${language === 'fr' ? 'T' : 'Q'}${quarter % 10}${NBSP}${Math.floor(quarter / 10)}`
}

/** Hours as people say them: `5 h` under two days, `2,8 jours` after. */
export function formatDuration(
  language: Language,
  hours: number,
): { readonly value: string; readonly unit: 'hours' | 'days' } {
  if (Math.round(hours) < 48) return { value: formatNumber(language, Math.max(1, Math.round(hours))), unit: 'hours' }
  const days = hours / 24
  return { value: formatNumber(language, days, days < 10 ? 1 : 0), unit: 'days' }
}

/** Bytes as kilobytes of a thousand: `61 ko`, `1,2 Mo`. */
export function formatBytes(language: Language, bytes: number): string {
  const unit = language === 'fr' ? 'o' : 'B'
  if (bytes < 1000) return `${formatNumber(language, bytes)}${NBSP}${language === 'fr' ? 'octets' : 'bytes'}`
  if (bytes < 1_000_000) return `${formatNumber(language, Math.round(bytes / 1000))}${NBSP}k${unit}`
  return `${formatNumber(language, bytes / 1_000_000, 1)}${NBSP}M${unit}`
}

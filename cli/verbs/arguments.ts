import { InvalidArgumentError } from 'commander'
import { languageTag } from '#data/model/language-tag.ts'
import { monthAsked } from '../metrics/month.ts'

/** A language by its tag; country codes that stand for languages in file names are read as what they mean. */
export function languageOption(text: string): string {
  const tag = languageTag(text)
  if (tag !== undefined) return tag
  throw new InvalidArgumentError('expected a language, such as fr, en or pt-BR.')
}

export function anyDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('expected a day, YYYY-MM-DD.')
}

export function firstMonth(text: string): number {
  return month(text, { isEnd: false })
}

export function lastMonth(text: string): number {
  return month(text, { isEnd: true })
}

function month(text: string, when: { readonly isEnd: boolean }): number {
  const read = monthAsked(text, when)
  if (read !== undefined) return read
  throw new InvalidArgumentError(
    'expected a month, YYYY-MM; a day or a year stands for the month that it begins or ends in.',
  )
}

/** A share of 1. */
export function percent(text: string): number {
  const value = Number(text.replace(/%$/u, ''))
  if (value > 0 && value <= 100) return value / 100
  throw new InvalidArgumentError('expected a percentage above 0 and up to 100.')
}

export function port(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value
  throw new InvalidArgumentError('expected a whole number from 0 to 65535.')
}

import type { Language } from '../../model/vocabulary.ts'
import type { Month } from '../../months.ts'
import type { Indicator } from '../indicators.ts'
import type { ReportWords } from './words.ts'
import { EN } from './words-en.ts'
import { FR } from './words-fr.ts'

const WORDS = { fr: FR, en: EN } as const satisfies Record<Language, ReportWords>

/** How whoever prints a report sets numbers and days, and what it calls activities and registers. */
export interface Print {
  readonly language: Language
  /** Language of what people wrote without saying which: the first one of their site. */
  readonly writtenIn: Language
  readonly number: (value: number, digits?: number) => string
  /** Written out: `15 November 2026`. */
  readonly day: (day: string) => string
  /** `15 Nov.` */
  readonly shortDay: (day: string) => string
  /** `November 2026`. */
  readonly month: (month: Month) => string
  /** `Nov. 26`. */
  readonly shortMonth: (month: Month) => string
  /** Title of an activity of the handbook. */
  readonly activity: (id: string) => string
  /** A rule by its code, with its title: `POM-05, Parent of the platform`. */
  readonly rule: (code: string) => string
  /** Title of a pack of rules. */
  readonly pack: (id: string) => string
}

export function wordsOf({ language }: Pick<Print, 'language'>): ReportWords {
  return WORDS[language]
}

/** A value in its unit: `86,2 %`, `2,8 j`, `38`. */
export function valueText(value: number, unit: Indicator['unit'], print: Print): string {
  const { targets } = wordsOf(print)
  if (unit === 'working-days') {
    const days = Math.round(value * 10) / 10
    return targets.days(print.number(days, Number.isInteger(days) ? 0 : 1))
  }
  return unit === 'share' ? shareText(value, print) : print.number(value)
}

/** Whole per cent without a decimal, others with one: 70 %, 86,2 %. */
export function shareText(share: number, { number, language }: Print): string {
  const percent = Math.round(share * 1000) / 10
  return `${number(percent, Number.isInteger(percent) ? 0 : 1)}${language === 'fr' ? '\u00a0%' : '%'}`
}

/** `+3 points`, `−0,3 j`, `unchanged`; not known where one end is not. */
export function changeText({ change, unit }: Pick<Indicator, 'change' | 'unit'>, print: Print): string {
  const { targets, unknown } = wordsOf(print)
  if (change === null) return unknown
  const size = Math.abs(unit === 'share' ? change * 100 : change)
  const digits = unit === 'count' ? 0 : 1
  const rounded = Number(size.toFixed(digits))
  if (rounded === 0) return targets.unchanged
  const text = `${change < 0 ? '−' : '+'}${print.number(rounded, Number.isInteger(rounded) ? 0 : digits)}`
  if (unit === 'share') return targets.points(text, rounded)
  return unit === 'working-days' ? targets.days(text) : text
}

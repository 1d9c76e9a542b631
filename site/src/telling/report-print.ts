import { settings } from 'virtual:parvis-site'
import type { Language } from '#data/model/vocabulary.ts'
import type { Print } from '#data/report/telling/print.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { builtinPacks, ruleNamed } from '#policies/registry.ts'
import { formatDay, formatMonth, formatNumber, formatShortDay, formatShortMonth, typeset } from '../words/typography.ts'

/** How pages set the numbers and days of a report. */
export function printOf(language: Language): Print {
  const { activities } = governanceMethod()
  return {
    language,
    writtenIn: settings.languages[0] ?? language,
    number: (value, digits) => formatNumber(language, value, digits),
    day: (day) => formatDay(language, day),
    shortDay: (day) => formatShortDay(language, day),
    month: (month) => formatMonth(language, month),
    // Twelve of them stand side by side.
    shortMonth: (month) => formatShortMonth(language, month).replace(/\d{2}(?=\d{2}$)/u, ''),
    activity: (id) => activities.find((one) => one.id === id)?.title[language] ?? id,
    rule: (code) => ruleNamed(code, language),
    pack: (id) => builtinPacks().find((one) => one.id === id)?.title[language] ?? id,
  }
}

/** Sentences of a report come as plain text: their spaces are set here. */
export function typesetter(language: Language): (text: string) => string {
  return (text) => typeset(language, text)
}

import type { Language } from '#data/model/vocabulary.ts'
import type { Month } from '#data/months.ts'
import type { Print } from '#data/report/telling/print.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { builtinPacks, ruleNamed } from '#policies/registry.ts'

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>

/** How the command line sets numbers and days in a report. */
export function printIn(language: Language, writtenIn = language): Print {
  const locale = LOCALES[language]
  const { activities } = governanceMethod()
  const dated = (at: string | number, options: Intl.DateTimeFormatOptions) =>
    new Date(at)
      .toLocaleDateString(locale, { timeZone: 'UTC', ...options })
      .replace(/^1 /u, language === 'fr' ? '1er ' : '1 ')
  return {
    language,
    writtenIn,
    number: (value, digits = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    day: (day) => dated(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: (day) => dated(day, { day: 'numeric', month: 'short' }),
    month: (month) => dated(firstOf(month), { month: 'long', year: 'numeric' }),
    shortMonth: (month) => dated(firstOf(month), { month: 'short', year: '2-digit' }),
    activity: (id) => activities.find((one) => one.id === id)?.title[language] ?? id,
    rule: (code) => ruleNamed(code, language),
    pack: (id) => builtinPacks().find((one) => one.id === id)?.title[language] ?? id,
  }
}

function firstOf(month: Month): number {
  return Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1)
}

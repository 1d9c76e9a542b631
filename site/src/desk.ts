import { settings } from 'virtual:parvis-site'
import { proseIn } from '#data/model/prose.ts'
import type { Language, Text } from '#data/model/vocabulary.ts'
import { DATA_LICENSES } from '#data/reference/data-licenses.ts'
import { type Address, pathOf } from './routes.ts'
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatMonth,
  formatNumber,
  formatShare,
  formatShortDay,
  typeset,
} from './words/typography.ts'
import { worded } from './words/worded.ts'
import { WORDS } from './words/words.ts'

/** The words of a language as the city has them, and the names that it gives to chapters. */
function saidIn(language: Language) {
  const words = worded(WORDS[language], { ...settings.brand, language })
  const names = settings.brand.chapters?.flatMap(({ chapter, name }) =>
    name ? [[chapter, name[language]] as const] : [],
  )
  return { ...words, chapter: { ...words.chapter, ...Object.fromEntries(names ?? []) } }
}

const SAID = { fr: saidIn('fr'), en: saidIn('en') }

/** All that a sheet needs to write in one language: words, links and the form of numbers and days. */
export function desk(language: Language): Desk {
  return DESKS[language]
}

type Desk = ReturnType<typeof setUp>

function proseFor(language: Language, held: string) {
  const told = proseIn(held, { language, writtenIn: settings.languages[0] ?? language })
  const lang = told.language === language ? undefined : told.language
  return { text: lang === undefined ? typeset(language, told.text) : told.text, lang }
}

function setUp(language: Language) {
  const words = SAID[language]
  return {
    language,
    words,
    settings,
    isPublic: settings.profile === 'public',
    href: (address: Address) => `${settings.base}${pathOf(address, language)}`,
    /** For what people of the organisation wrote: they write in the first language of the site. */
    writtenIn: settings.languages[0] === language ? undefined : settings.languages[0],
    /** What people wrote, in the language of the page where they did; else `lang` says which one it is in. */
    prose: (held: string) => proseFor(language, held),
    data: (file: string) => `${settings.base}data/${file}`,
    text: typesetter(language),
    /** A text that is in this language already, with its spaces set. */
    written: (text: string) => typeset(language, text),
    day: (at: string) => formatDay(language, at),
    shortDay: (at: string) => formatShortDay(language, at),
    month: (month: number) => formatMonth(language, month),
    number: (value: number, digits = 0) => formatNumber(language, value, digits),
    share: (value: number) => formatShare(language, value),
    bytes: (value: number) => formatBytes(language, value),
    duration: (hours: number) => {
      const { value, unit } = formatDuration(language, hours)
      return words.duration[unit](value)
    },
    license: licenseOf(language),
    /** A message to the role that answers, begun for whoever writes; undefined where the city gave no address. */
    mail: (subject: string, lines: readonly string[] = []) => {
      if (settings.identity.contact === undefined) return undefined
      const body = lines.length === 0 ? '' : `&body=${encodeURIComponent(lines.join('\r\n'))}`
      return `mailto:${settings.identity.contact}?subject=${encodeURIComponent(subject)}${body}`
    },
  }
}

/** Names of rules, services and cities stand on thousands of pages: each is set once. */
function typesetter(language: Language): (text: Text) => string {
  const known = new WeakMap<Text, string>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const made = typeset(language, text[language])
    known.set(text, made)
    return made
  }
}

/** Laid out once: every component of every page asks for one. */
const DESKS: Readonly<Record<Language, Desk>> = { fr: setUp('fr'), en: setUp('en') }

/** Licence of the open data, as the city chose it. */
function licenseOf(language: Language) {
  const { title, asks, url } = DATA_LICENSES[settings.identity.dataLicense]
  return { title: typeset(language, title[language]), asks: typeset(language, asks[language]), url }
}

/** No audit record, or under half of the criteria: not compliant. The tests of the tool never change it. */
export function accessibilityState(): 'none' | 'partial' | 'full' {
  const rate = settings.identity.accessibility?.rate
  if (rate === undefined || rate < 50) return 'none'
  return rate >= 100 ? 'full' : 'partial'
}

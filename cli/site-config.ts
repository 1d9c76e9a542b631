import { isOneOf, LANGUAGES, type Language, type Text } from '#data/model/vocabulary.ts'
import { DATA_LICENSE_IDS } from '#data/reference/data-licenses.ts'
import {
  choice,
  count,
  flag,
  listOf,
  mapOf,
  matching,
  optional,
  type Reader,
  record,
  text,
  texts,
} from '#policies/options.ts'
import { bilingual } from '#policies/texts-by-language.ts'
import { SITE_NAMES } from '#site/places.ts'
import { brandIn, switches } from './brand-config.ts'
import { dayReader } from './calendar.ts'
import { webAddress } from './web-address.ts'

const day = matching(/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD')

/** An audit of the site against the accessibility reference. */
const accessibilityIn = (told: Reader<Text>) =>
  record({
    auditor: text(),
    date: day,
    sample: texts(),
    /** Criteria met, in per cent. */
    rate: count(),
    /** Tools and readers that it was done with. */
    tools: optional(texts(), []),
    /** What was found wanting, what is exempt and why, and what is outside of the law's scope. */
    issues: optional(listOf(told), []),
    exemptions: optional(listOf(told), []),
    outOfScope: optional(listOf(told), []),
  })

/** An assessment of the site against the eco-design reference. */
const ecoDesign = record({
  assessor: text(),
  date: day,
  /** Criteria met, in per cent. */
  rate: count(),
  address: optional(webAddress()),
})

/** The office behind the site: roles, never names. Whatever is left out is said to be missing. */
function officeIn(told: Reader<Text>) {
  const link = record({ title: told, address: webAddress() })
  return record({
    name: optional(told),
    mission: optional(told),
    roles: optional(listOf(told), []),
    services: optional(listOf(record({ for: told, what: told })), []),
    principles: optional(listOf(told), []),
    legalBase: optional(told),
    memberships: optional(listOf(link), []),
    decides: optional(told),
    committers: optional(told),
    conduct: optional(webAddress()),
    security: optional(told),
    channels: optional(listOf(link), []),
    logos: optional(listOf(link), []),
  })
}

/** What the site says of the city; `site/settings.ts` tells what each is for. */
export function siteReader(languages: readonly Language[]) {
  const told = bilingual(languages)
  return record({
    title: optional(told, { fr: 'Code ouvert', en: 'Open code' }),
    publisher: optional(told, { fr: 'Votre collectivité', en: 'Your city' }),
    purpose: optional(told),
    /** Address the site is served at; its path is the base path. */
    url: optional(webAddress()),
    /** Mail address of a role, never of a person. */
    contact: optional(text('the mail address of a role')),
    languages: optional(listOf(choice(LANGUAGES)), LANGUAGES),
    searches: optional(listOf(record({ title: told, query: text() }))),
    /** Headlines of figures in place of the generated ones: dated, by a role, for the numbers with the mark `of`. */
    headlines: optional(
      listOf(
        record({
          figure: choice(SITE_NAMES.figures),
          text: told,
          date: text('a day, YYYY-MM-DD'),
          by: told,
          of: optional(text('the mark of its meta.json')),
        }),
      ),
    ),
    /** What happened on a day, drawn as a dashed line with words on figures over time; on some alone where `figures` names them. */
    marks: optional(
      listOf(record({ on: dayReader, words: told, figures: optional(listOf(choice(SITE_NAMES.figures))) })),
    ),
    /** Licence of the open data. */
    dataLicense: optional(choice(DATA_LICENSE_IDS), 'etalab-2.0'),
    /** Groups of words for the same thing: a search for one finds the others. */
    synonyms: optional(listOf(texts())),
    legal: optional(mapOf(told)),
    accessibility: optional(accessibilityIn(told)),
    ecoDesign: optional(ecoDesign),
    office: optional(officeIn(told)),
    /** How it looks and speaks. */
    brand: optional(brandIn(told)),
    /** Pages on or off; what the law asks of a public site cannot be switched off. */
    pages: optional(
      switches(
        SITE_NAMES.switchable,
        SITE_NAMES.places.filter((name) => !isOneOf(SITE_NAMES.switchable, name)),
      ),
      [],
    ),
    /** Folder of the texts that the city writes itself: pages, news, parts of pages, texts of the guide. */
    content: optional(text('the path of a folder')),
    /** Page on which an issue about the site is opened. */
    issuesAt: optional(webAddress()),
    /** Folder on the web under which the texts of the guide are edited. */
    editGuideAt: optional(webAddress()),
    /** Says on every page that city and data are invented, and keeps search engines out. */
    demo: optional(flag(), false),
  })
}

export type SiteConfig = NonNullable<ReturnType<ReturnType<typeof siteReader>['read']>>

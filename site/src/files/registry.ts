import { settings } from 'virtual:parvis-site'
import type { Language } from '#data/model/vocabulary.ts'
import { isOn } from '../all-sheets.ts'
import { badgeFile, badgeOf } from '../drawings/badge.ts'
import { svgFile } from '../drawings/figure-svg.ts'
import { adopterFacetValues, catalogueValues, listFileName } from '../facet-lists.ts'
import { atomFeed } from '../feeds/atom-feed.ts'
import { calendarFile } from '../feeds/calendar.ts'
import { jsonFeed } from '../feeds/json-feed.ts'
import { siteFeeds } from '../feeds/site-feeds.ts'
import type { Figure } from '../loaders/figures.ts'
import {
  adoption,
  agenda,
  catalogue,
  evidence,
  figures,
  governance,
  guide,
  officer,
  packs,
  register,
  sheets,
} from '../register.ts'
import { tell } from '../telling/telling.ts'
import { activityFile, componentsFile, entriesFile, rulesFile, sheetFile } from './data-files.ts'
import { figureFile, figureMeta } from './figure-files.ts'
import { evidenceFile, governanceFile } from './governance-files.ts'
import { ledgerFile, ledgerFileName, longLedgers } from './long-ledgers.ts'
import { adopterLinesFile, adoptersFile, packFile } from './reuse-files.ts'
import { thirdPartyFile } from './third-party-file.ts'

/** Every file under `data/`, by name: what the pages link to and say the size of. Texts are made once. */
const texts: ReadonlyMap<string, () => string> = new Map([
  ...(['csv', 'json'] as const).flatMap((kind) => [
    [`components.${kind}`, () => componentsFile(catalogue, kind)] as const,
    ...(isOn('figures') ? figures : []).map(
      (figure) => [`${figure.id}.${kind}`, () => figureFile(figure, kind)] as const,
    ),
  ]),
  ...figures.map((figure) => [`${figure.id}.meta.json`, () => figureMeta(figure, register.floor)] as const),
  ...figures.flatMap(drawings),
  ...sheets.flatMap((sheet) => [
    [`components/${sheet.entry.slug}.csv`, () => activityFile(sheet.activity)] as const,
    [`components/${sheet.entry.slug}.json`, () => sheetFile(sheet)] as const,
  ]),
  ...(isOn('packs') ? packs : []).flatMap((pack) =>
    (['csv', 'json'] as const).map((kind) => [`packs/${pack.slug}.${kind}`, () => packFile(pack, kind)] as const),
  ),
  ...(!isOn('adopters') || adoption.adopters.length === 0
    ? []
    : (['csv', 'json'] as const).map((kind) => [`adopters.${kind}`, () => adoptersFile(adoption, kind)] as const)),
  ...catalogueValues.map((value) => [listFileName('components', value), () => entriesFile(value.rows)] as const),
  ...(isOn('adopters') ? adopterFacetValues : []).map(
    (value) => [listFileName('adopters', value), () => adopterLinesFile(value.rows)] as const,
  ),
  ...settings.languages.flatMap((language) => calendars(language)),
  ...settings.languages.flatMap((language) => feeds(language)),
  ...(settings.profile === 'internal' && officer().thirdParties.all.length > 0
    ? [['third-party-components.csv', () => thirdPartyFile(officer().thirdParties)] as const]
    : []),
  ...settings.languages.flatMap((language) => ledgers(language)),
  ...sheets.flatMap((sheet) => badges(sheet)),
  ...governanceFiles(governance),
  ...(isOn('governance') ? evidence : []).map(
    (counted) => [`evidence/${counted.slug}.csv`, () => evidenceFile(counted)] as const,
  ),
  ...(register.conformity === 'off' || !isOn('guide') ? [] : [['rules.csv', () => rulesFile(guide)] as const]),
])

/** A figure as a file of its own, in each language; none for one that is numbers and no drawing. */
function drawings(figure: Figure): readonly (readonly [string, () => string])[] {
  if (figure.drawing === 'facts') return []
  return settings.languages.map((language) => [
    `${figure.id}.${language}.svg`,
    () => svgFile(figure, language, tell(figure, language, register.floor)) ?? '',
  ])
}

/** Read by whoever shows them elsewhere: an internal build has none. */
function badges(sheet: (typeof sheets)[number]): readonly (readonly [string, () => string])[] {
  const badge = settings.profile === 'public' ? badgeOf(sheet) : undefined
  if (badge === undefined) return []
  return settings.languages.map((language) => [
    `badges/${sheet.entry.slug}.${language}.svg`,
    () => badgeFile(badge, language),
  ])
}

/** Each in both forms. */
function feeds(language: Language): readonly (readonly [string, () => string])[] {
  return siteFeeds(language).flatMap(({ file, feed }): readonly (readonly [string, () => string])[] => [
    [`${file}.${language}.atom`, () => atomFeed(feed)],
    [`${file}.${language}.json`, () => jsonFeed(feed)],
  ])
}

/** What the pages of the office have no room for. */
function ledgers(language: Language): readonly (readonly [string, () => string])[] {
  return [...longLedgers(language).values()]
    .filter(({ rows, most }) => rows.length > most)
    .map((ledger) => [ledgerFileName(ledger.id, language), () => ledgerFile(ledger, language)])
}

/** One calendar of all events, and one of each. */
function calendars(language: Language): readonly (readonly [string, () => string])[] {
  const events = [...agenda.past.toReversed(), ...agenda.upcoming]
  if (events.length === 0 || !isOn('agenda')) return []
  const { asOf } = agenda
  return [
    [`events.${language}.ics`, () => calendarFile(events, { language, asOf })],
    ...events.map((event): readonly [string, () => string] => [
      `events/${event.id}.${language}.ics`,
      () => calendarFile([event], { language, asOf }),
    ]),
  ]
}

export const fileNames: readonly string[] = [...texts.keys()]

const sizes = new Map<string, number>()

export function fileContent(name: string): string {
  const text = texts.get(name)?.() ?? ''
  sizes.set(name, Buffer.byteLength(text))
  return text
}

/** Bytes; of a file that was written before, without making it again. */
export function fileSize(name: string): number {
  return sizes.get(name) ?? Buffer.byteLength(fileContent(name))
}

function governanceFiles(told: typeof governance) {
  if (told === undefined || !isOn('governance')) return []
  return (['csv', 'json'] as const).map((kind) => [`governance.${kind}`, () => governanceFile(told, kind)] as const)
}

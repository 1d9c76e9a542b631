import { settings } from 'virtual:parvis-site'
import { hashUuid } from '#data/model/hash-uuid.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { isOn } from '../all-sheets.ts'
import { desk } from '../desk.ts'
import type { CatalogueEntry } from '../loaders/catalogue.ts'
import { newsIn } from '../loaders/news.ts'
import { agenda, catalogue, collections, register, sheets, upkeepOf } from '../register.ts'
import type { Address } from '../routes.ts'
import { eventWords } from '../telling/event-words.ts'
import { purposeOf } from '../telling/purpose.ts'
import { type Feed, type FeedItem, feedOf } from './feed.ts'

export interface SiteFeed {
  /** Name of its files below `data/`, without language and ending: `feeds/news`. */
  readonly file: string
  readonly name: string
  /** What it brings, in one line. */
  readonly what: string
  readonly feed: Feed
}

interface Subject extends Omit<SiteFeed, 'feed'> {
  readonly page: Address
  readonly items: readonly FeedItem[]
}

const FEEDS: Readonly<Record<Language, readonly SiteFeed[]>> = { fr: allFeeds('fr'), en: allFeeds('en') }

/** Feeds of this build: none inside, none of a page that is switched off, none with nothing to tell. */
export function siteFeeds(language: Language): readonly SiteFeed[] {
  return FEEDS[language]
}

/** Those that say what is new on a page. */
export function feedsOfPage(address: Address, language: Language): readonly SiteFeed[] {
  const files: readonly string[] =
    address.sheet === 'collection' ? [`feeds/collections/${address.slug}`] : (OF_PAGE[address.sheet] ?? [])
  return FEEDS[language].filter(({ file }) => files.includes(file))
}

const GENERAL = ['feeds/releases', 'feeds/components', 'feeds/news', 'feeds/events'] as const
const OF_CATALOGUE = ['feeds/releases', 'feeds/components'] as const
const OF_PAGE: { readonly [Sheet in Address['sheet']]?: readonly string[] } = {
  ...{ home: GENERAL, feeds: GENERAL, 'release-calendar': ['feeds/releases'] },
  ...{ catalogue: OF_CATALOGUE, 'catalogue-page': OF_CATALOGUE, browse: OF_CATALOGUE, facet: OF_CATALOGUE },
  ...{ component: OF_CATALOGUE, news: ['feeds/news'], article: ['feeds/news'], agenda: ['feeds/events'] },
}

function allFeeds(language: Language): readonly SiteFeed[] {
  if (settings.profile === 'internal' || !settings.languages.includes(language) || !isOn('feeds')) return []
  return subjects(language).flatMap((subject) => {
    const feed = subjectFeed(subject, language)
    return feed === undefined ? [] : [{ file: subject.file, name: subject.name, what: subject.what, feed }]
  })
}

function subjects(language: Language): readonly Subject[] {
  const { words, text } = desk(language)
  const { kinds, ofCollection } = words.feeds
  return [
    { ...subject('releases', { sheet: 'catalogue' }), ...kinds.releases, items: releases(catalogue.entries, language) },
    { ...subject('components', { sheet: 'catalogue' }), ...kinds.components, items: newComponents(language) },
    { ...subject('news', { sheet: 'news' }), ...kinds.news, items: isOn('news') ? news(language) : [] },
    { ...subject('events', { sheet: 'agenda' }), ...kinds.events, items: isOn('agenda') ? events(language) : [] },
    ...(isOn('collections') ? collections : []).map(({ slug, name, entries }) => ({
      ...subject(`collections/${slug}`, { sheet: 'collection', slug }),
      ...ofCollection(text(name)),
      items: releases(entries, language),
    })),
  ]
}

function subject(name: string, page: Address): Pick<Subject, 'file' | 'page'> {
  return { file: `feeds/${name}`, page }
}

function subjectFeed({ file, name, page, items }: Subject, language: Language): Feed | undefined {
  const { text, href, data } = desk(language)
  return feedOf(items, {
    id: idOf(language, file),
    title: `${name} — ${text(settings.identity.title)}`,
    url: absolute(href(page)),
    self: absolute(data(`${file}.${language}`)),
    author: text(settings.identity.publisher),
    ...{ language, asOf: register.asOf },
  })
}

/** Each version that came out, by the place of its component: a page may move when another takes its name. */
function releases(entries: readonly CatalogueEntry[], language: Language): readonly FeedItem[] {
  return entries.flatMap((entry) =>
    versionsOf(entry).map(({ version, on }) => ({
      ...aboutComponent(entry, language),
      id: idOf(language, 'release', entry.repository, entry.path, version),
      title: `${entry.name} ${version}`,
      date: on,
    })),
  )
}

function versionsOf(entry: CatalogueEntry) {
  const told = upkeepOf(entry).releases
  if (told.length > 0) return told
  const { version, releasedOn: on } = entry
  return version === null || on === null ? [] : [{ version, on }]
}

/** By the day their repository was created: when a component was first read says nothing of its age. */
function newComponents(language: Language): readonly FeedItem[] {
  return sheets.flatMap(({ entry, createdOn }) => {
    if (createdOn === null) return []
    const id = idOf(language, 'component', entry.repository, entry.path)
    return [{ ...aboutComponent(entry, language), id, title: entry.name, date: createdOn }]
  })
}

function aboutComponent(entry: CatalogueEntry, language: Language) {
  const { href } = desk(language)
  const purpose = purposeOf(entry, language)
  return {
    url: absolute(href({ sheet: 'component', slug: entry.slug })),
    summary: purpose?.text ?? null,
    language: purpose?.lang ?? language,
  }
}

function news(language: Language): readonly FeedItem[] {
  const { href, written } = desk(language)
  return newsIn(settings.content, language).map(({ slug, title, summary, date, language: tongue }) => ({
    id: idOf(language, 'article', slug),
    url: absolute(href({ sheet: 'article', slug })),
    ...(tongue === language ? { title: written(title), summary: written(summary) } : { title, summary }),
    ...{ date, language: tongue },
  }))
}

/** By their first day: no register says when an event was announced, and a day of the build would change every day. */
function events(language: Language): readonly FeedItem[] {
  const { href, text } = desk(language)
  return [...agenda.past, ...agenda.upcoming].map((event) => {
    const { days, line } = eventWords(event, language)
    return {
      id: idOf(language, 'event', event.id),
      url: `${absolute(href({ sheet: 'agenda' }))}#${encodeURIComponent(event.id)}`,
      title: text(event.title),
      summary: [days, line, event.summary === null ? '' : text(event.summary)].filter(Boolean).join(' · '),
      ...{ date: event.startsOn, language },
    }
  })
}

/** What tells this site's from another's: its address, its publisher as long as it has none. */
function idOf(...parts: readonly string[]): string {
  const owner =
    settings.site === undefined ? settings.identity.publisher.fr : new URL(settings.base, settings.site).href
  return hashUuid(JSON.stringify([owner, ...parts]))
}

function absolute(path: string): string {
  return settings.site === undefined ? path : new URL(path, settings.site).href
}

import type { Language, Text } from '#data/model/vocabulary.ts'
import { BROWSE, type BrowseAddress, browseAddress, browseSegments } from './browse-paths.ts'
import { type DeskPlace, isDeskPlace, TIME_WINDOWS, type TimeWindow } from './desk-plans.ts'
import { FIGURE_IDS, type FigureId, planOf } from './figure-plans.ts'

/** Where each sheet of the register lives, in both languages: the one table that links, pages and tests read. */

const PUBLIC_PLACES = {
  home: { fr: '', en: '' },
  services: { fr: 'services', en: 'services' },
  packs: { fr: 'packs-de-services', en: 'service-packs' },
  catalogue: { fr: 'composants', en: 'components' },
  compare: { fr: 'composants/comparer', en: 'components/compare' },
  collections: { fr: 'selections', en: 'collections' },
  adopters: { fr: 'reutilisateurs', en: 'adopters' },
  providers: { fr: 'reutilisateurs/prestataires', en: 'adopters/providers' },
  figures: { fr: 'chiffres', en: 'figures' },
  method: { fr: 'methode', en: 'method' },
  guide: { fr: 'contribuer', en: 'contribute' },
  rules: { fr: 'contribuer/regles', en: 'contribute/rules' },
  propose: { fr: 'contribuer/proposer', en: 'contribute/propose' },
  'first-issues': { fr: 'contribuer/premiers-tickets', en: 'contribute/good-first-issues' },
  translations: { fr: 'contribuer/traductions', en: 'contribute/translations' },
  adopt: { fr: 'contribuer/adopter-un-composant', en: 'contribute/adopt-a-component' },
  'release-calendar': { fr: 'contribuer/calendrier-des-versions', en: 'contribute/release-calendar' },
  community: { fr: 'contribuer/communaute', en: 'contribute/community' },
  governance: { fr: 'gouvernance', en: 'governance' },
  understand: { fr: 'comprendre', en: 'understand' },
  impact: { fr: 'impact', en: 'impact' },
  policy: { fr: 'comprendre/politique', en: 'understand/policy' },
  office: { fr: 'comprendre/mission-code-ouvert', en: 'understand/open-source-office' },
  press: { fr: 'comprendre/presse-et-reutilisation', en: 'understand/press-and-reuse' },
  corrections: { fr: 'comprendre/corrections', en: 'understand/corrections' },
  agenda: { fr: 'agenda', en: 'agenda' },
  news: { fr: 'actualites', en: 'news' },
  search: { fr: 'recherche', en: 'search' },
  'open-data': { fr: 'donnees-ouvertes', en: 'open-data' },
  feeds: { fr: 'flux', en: 'feeds' },
  accessibility: { fr: 'accessibilite', en: 'accessibility' },
  legal: { fr: 'mentions-legales', en: 'legal-notice' },
  privacy: { fr: 'donnees-personnelles', en: 'personal-data' },
  'eco-design': { fr: 'ecoconception', en: 'eco-design' },
  'site-map': { fr: 'plan-du-site', en: 'site-map' },
} as const satisfies Record<string, Text>

/** Places of the internal build alone; `internal-chapters.ts` says in which chapter each is. */
const INTERNAL_PLACES = {
  todo: { fr: 'a-traiter', en: 'to-do' },
  compliance: { fr: 'conformite', en: 'compliance' },
  practices: { fr: 'qualite-et-securite', en: 'quality-and-security' },
  inventory: { fr: 'composants-tiers', en: 'third-party-components' },
  migration: { fr: 'migration', en: 'migration' },
  'watch-list': { fr: 'a-surveiller', en: 'watch-list' },
  board: { fr: 'pilotage', en: 'steering-board' },
  reports: { fr: 'rapports', en: 'reports' },
  'activity-desk': { fr: 'activite', en: 'activity' },
  responsiveness: { fr: 'reactivite', en: 'responsiveness' },
  sustainability: { fr: 'perennite', en: 'sustainability' },
  'data-quality': { fr: 'qualite-des-donnees', en: 'data-quality' },
} as const satisfies Record<string, Text>

const PLACES = { ...PUBLIC_PLACES, ...INTERNAL_PLACES }

export type Place = keyof typeof PLACES
export const PLACE_NAMES = Object.keys(PLACES).filter(isPlace)

export function isInternal(place: Place): boolean {
  return place in INTERNAL_PLACES
}

/** Figures that a city may write a headline for. */
export const FIGURE_NAMES: readonly FigureId[] = FIGURE_IDS

/** Places that a city may leave out. The others carry what the law asks, or what everything else refers to. */
export const SWITCHABLE = [
  'services',
  'packs',
  'collections',
  'adopters',
  'figures',
  'guide',
  'first-issues',
  'translations',
  'adopt',
  'release-calendar',
  'community',
  'policy',
  'office',
  'press',
  'governance',
  'impact',
  'agenda',
  'news',
  'open-data',
  'feeds',
] as const satisfies readonly Place[]

/** Pages of the city's own lie in a folder of theirs: no name of theirs can take the place of another page. */
const OWN = { fr: 'pages', en: 'pages' } as const satisfies Text
/** A figure as other sites may frame it lies below the figure. */
const EMBED = { fr: 'integrer', en: 'embed' } as const satisfies Text
const EVIDENCE = { fr: 'preuves', en: 'evidence' } as const satisfies Text

/** Parts of the contributor guide that are read; the part on rules is a place of its own, written by the linter's rules. */
export const GUIDE_SLUGS = {
  map: { fr: 'carte-de-la-plateforme', en: 'map-of-the-platform' },
  'first-hour': { fr: 'premiere-heure', en: 'first-hour' },
  'first-plugin': { fr: 'premiere-extension', en: 'first-plugin' },
  tests: { fr: 'tests-du-composant', en: 'testing' },
  versions: { fr: 'versions-et-migration', en: 'versions-and-migration' },
  change: { fr: 'proposer-un-changement', en: 'propose-a-change' },
  document: { fr: 'documenter-et-traduire', en: 'document-and-translate' },
  publish: { fr: 'publier', en: 'publish' },
  maintain: { fr: 'entretenir-ou-passer-la-main', en: 'maintain-or-hand-over' },
  reference: { fr: 'aide-memoire', en: 'cheat-sheet' },
} as const satisfies Record<string, Text>
export type GuidePartId = keyof typeof GUIDE_SLUGS
export const GUIDE_PART_IDS = Object.keys(GUIDE_SLUGS).filter(isGuidePart)

/** Places whose page is a text of the guide, by the same name. */
const WRITTEN_PLACES = ['propose', 'community', 'policy', 'office', 'press'] as const satisfies readonly Place[]

/** The text behind the page of a place; an error for a place that has none. */
export function writtenPlace(sheet: string): (typeof WRITTEN_PLACES)[number] {
  const place = WRITTEN_PLACES.find((name) => name === sheet)
  if (place === undefined) throw new Error(`The page of ${sheet} is no text`)
  return place
}

/** Texts that come with Parvis and that a city may write itself. */
export const TEXT_IDS = ['start', ...WRITTEN_PLACES, ...GUIDE_PART_IDS] as const
export type TextId = (typeof TEXT_IDS)[number]

export type Address =
  | { readonly sheet: Place }
  | { readonly sheet: 'catalogue-page' | 'adopters-page'; readonly page: number }
  | BrowseAddress
  | { readonly sheet: 'component'; readonly slug: string }
  | { readonly sheet: 'collection'; readonly slug: string }
  | { readonly sheet: 'pack'; readonly slug: string }
  | { readonly sheet: 'figure'; readonly figure: FigureId }
  | { readonly sheet: 'embed'; readonly figure: FigureId }
  | { readonly sheet: 'desk-window'; readonly place: DeskPlace; readonly timeWindow: Exclude<TimeWindow, 'year'> }
  | { readonly sheet: 'rule'; readonly code: string }
  | { readonly sheet: 'table'; readonly slug: string }
  | { readonly sheet: 'report'; readonly slug: string }
  | { readonly sheet: 'guide-part'; readonly part: GuidePartId }
  | { readonly sheet: 'activity'; readonly slug: string }
  | { readonly sheet: 'own'; readonly slug: string }
  | { readonly sheet: 'article'; readonly slug: string }
  | { readonly sheet: 'all-evidence' }
  | { readonly sheet: 'evidence'; readonly slug: string }

/** Path below the base, with a final slash: `fr/composants/plugin-x/`. */
export function pathOf(address: Address, language: Language): string {
  return `${[language, ...segments(address, language)].filter(Boolean).join('/')}/`
}

function segments(address: Address, language: Language): readonly string[] {
  switch (address.sheet) {
    case 'catalogue-page':
      return [PLACES.catalogue[language], 'page', String(address.page)]
    case 'adopters-page':
      return [PLACES.adopters[language], 'page', String(address.page)]
    case 'adopters-browse':
    case 'adopters-facet':
      return [PLACES.adopters[language], ...browseSegments(address, language)]
    case 'pack':
      return [PLACES.packs[language], address.slug]
    case 'browse':
    case 'facet':
      return [PLACES.catalogue[language], ...browseSegments(address, language)]
    case 'collection':
      return [PLACES.collections[language], address.slug]
    case 'report':
      return [PLACES.reports[language], address.slug]
    case 'component':
      return [PLACES.catalogue[language], address.slug]
    case 'figure':
      return [PLACES.figures[language], planOf(address.figure).slug[language]]
    case 'embed':
      return [PLACES.figures[language], planOf(address.figure).slug[language], EMBED[language]]
    case 'desk-window':
      return [PLACES[address.place][language], TIME_WINDOWS[address.timeWindow][language]]
    case 'rule':
      return [PLACES.rules[language], address.code.toLowerCase()]
    case 'guide-part':
      return [PLACES.guide[language], GUIDE_SLUGS[address.part][language]]
    case 'own':
      return [OWN[language], address.slug]
    case 'article':
      return [PLACES.news[language], address.slug]
    case 'table':
      return [PLACES['open-data'][language], address.slug]
    case 'activity':
      return [PLACES.governance[language], address.slug]
    case 'all-evidence':
      return [PLACES.governance[language], EVIDENCE[language]]
    case 'evidence':
      return [PLACES.governance[language], EVIDENCE[language], address.slug]
    default:
      return [PLACES[address.sheet][language]]
  }
}

/** The place that a sheet lies below; undefined for pages of the city's own. */
export function placeOf(address: Address): Place | undefined {
  // A place may lie below another: contribuer/traductions.
  const [first = ''] = segments(address, 'fr').join('/').split('/')
  return PLACE_NAMES.find((name) => PLACES[name].fr === first)
}

/** The other direction; undefined for a path that is no sheet of the register. */
export function addressOf(path: string): { readonly address: Address; readonly language: Language } | undefined {
  const [language, ...below] = path.split('/').filter(Boolean)
  if (language !== 'fr' && language !== 'en') return undefined
  const sheet = placeAt(below, language)
  if (sheet !== undefined) return { address: { sheet }, language }
  const [first = '', second, third, ...rest] = below
  const list = (['catalogue', 'adopters'] as const).find((name) => PLACES[name][language] === first)
  if (list !== undefined && second === BROWSE[language]) {
    const found = browseAddress(list, [third ?? [], rest].flat(), language)
    return found === undefined ? undefined : { address: found, language }
  }
  if (first === OWN[language] && second !== undefined && third === undefined) {
    return { address: { sheet: 'own', slug: second }, language }
  }
  const place = placeAt([first], language)
  if (place === undefined || rest.length > 0) return undefined
  const address = inside(place, language, [second, third])
  return address === undefined ? undefined : { address, language }
}

function placeAt(segments: readonly string[], language: Language): Place | undefined {
  const path = segments.join('/')
  return PLACE_NAMES.find((name) => PLACES[name][language] === path)
}

function inside(
  place: Place,
  language: Language,
  [second, third]: readonly [string | undefined, string | undefined],
): Address | undefined {
  if (second === undefined) return undefined
  if ((place === 'catalogue' || place === 'adopters') && second === 'page') {
    return third !== undefined && /^[1-9]\d*$/u.test(third)
      ? { sheet: `${place}-page`, page: Number(third) }
      : undefined
  }
  if (place === 'guide' && `${PLACES.guide[language]}/${second}` === PLACES.rules[language]) {
    return third === undefined ? undefined : { sheet: 'rule', code: third.toUpperCase() }
  }
  if (place === 'governance' && second === EVIDENCE[language]) {
    return third === undefined ? { sheet: 'all-evidence' } : { sheet: 'evidence', slug: third }
  }
  if (place === 'figures' && (third === undefined || third === EMBED[language])) {
    const figure = FIGURE_IDS.find((id) => planOf(id).slug[language] === second)
    return figure && { sheet: third === undefined ? 'figure' : 'embed', figure }
  }
  if (third !== undefined) return undefined
  if (place === 'guide') {
    const part = GUIDE_PART_IDS.find((id) => GUIDE_SLUGS[id][language] === second)
    return part && { sheet: 'guide-part', part }
  }
  if (isDeskPlace(place)) {
    const timeWindow = (['three-years', 'whole'] as const).find((name) => TIME_WINDOWS[name][language] === second)
    return timeWindow === undefined ? undefined : { sheet: 'desk-window', place, timeWindow }
  }
  if (place === 'governance') return { sheet: 'activity', slug: second }
  if (place === 'catalogue') return { sheet: 'component', slug: second }
  if (place === 'collections') return { sheet: 'collection', slug: second }
  if (place === 'news') return { sheet: 'article', slug: second }
  if (place === 'open-data') return { sheet: 'table', slug: second }
  if (place === 'packs') return { sheet: 'pack', slug: second }
  if (place === 'reports') return { sheet: 'report', slug: second }
  return undefined
}

function isPlace(name: string): name is Place {
  return name in PLACES
}

function isGuidePart(id: string): id is GuidePartId {
  return id in GUIDE_SLUGS
}

/** Chapters of the masthead, in order. */
export const CHAPTERS = [
  'services',
  'catalogue',
  'adopters',
  'figures',
  'guide',
  'governance',
  'understand',
] as const satisfies readonly Place[]
export type Chapter = (typeof CHAPTERS)[number]

/** The chapter that a sheet belongs to; undefined for the home page and the search. */
export function chapterOf(address: Address): Chapter | undefined {
  switch (address.sheet) {
    case 'home':
    case 'search':
      return undefined
    case 'services':
    case 'packs':
    case 'pack':
      return 'services'
    case 'adopters':
    case 'providers':
    case 'adopters-page':
    case 'adopters-browse':
    case 'adopters-facet':
      return 'adopters'
    case 'catalogue':
    case 'catalogue-page':
    case 'browse':
    case 'facet':
    case 'compare':
    case 'collections':
    case 'collection':
    case 'component':
      return 'catalogue'
    case 'figures':
    case 'figure':
    case 'embed':
      return 'figures'
    case 'guide':
    case 'guide-part':
    case 'rules':
    case 'rule':
    case 'propose':
    case 'first-issues':
    case 'translations':
    case 'adopt':
    case 'release-calendar':
    case 'community':
      return 'guide'
    case 'governance':
    case 'activity':
    case 'all-evidence':
    case 'evidence':
      return 'governance'
    default:
      return 'understand'
  }
}

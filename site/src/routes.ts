import type { Language, Text } from '#data/model/vocabulary.ts'
import { BROWSE, type BrowseAddress, browseAddress, browseSegments } from './browse-paths.ts'
import { FIGURE_IDS, type FigureId, planOf } from './figure-plans.ts'

/** Where each sheet of the register lives, in both languages: the one table that links, pages and tests read. */

const PUBLIC_PLACES = {
  home: { fr: '', en: '' },
  services: { fr: 'services', en: 'services' },
  packs: { fr: 'packs-de-services', en: 'service-packs' },
  catalogue: { fr: 'composants', en: 'components' },
  collections: { fr: 'selections', en: 'collections' },
  adopters: { fr: 'reutilisateurs', en: 'adopters' },
  figures: { fr: 'chiffres', en: 'figures' },
  method: { fr: 'methode', en: 'method' },
  guide: { fr: 'contribuer', en: 'contribute' },
  governance: { fr: 'gouvernance', en: 'governance' },
  understand: { fr: 'comprendre', en: 'understand' },
  impact: { fr: 'impact', en: 'impact' },
  agenda: { fr: 'agenda', en: 'agenda' },
  news: { fr: 'actualites', en: 'news' },
  search: { fr: 'recherche', en: 'search' },
  'open-data': { fr: 'donnees-ouvertes', en: 'open-data' },
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
  'data-quality': { fr: 'qualite-des-donnees', en: 'data-quality' },
} as const satisfies Record<string, Text>

const PLACES = { ...PUBLIC_PLACES, ...INTERNAL_PLACES }

export type Place = keyof typeof PLACES
export const PLACE_NAMES = Object.keys(PLACES).filter(isPlace)

export function isInternal(place: Place): boolean {
  return place in INTERNAL_PLACES
}

/** Places that a city may leave out. The others carry what the law asks, or what everything else refers to. */
export const SWITCHABLE = [
  'services',
  'packs',
  'collections',
  'adopters',
  'figures',
  'guide',
  'governance',
  'impact',
  'agenda',
  'news',
  'open-data',
] as const satisfies readonly Place[]

const RULES = { fr: 'regles', en: 'rules' } as const satisfies Text
/** Pages of the city's own lie in a folder of theirs: no name of theirs can take the place of another page. */
const OWN = { fr: 'pages', en: 'pages' } as const satisfies Text
const EVIDENCE = { fr: 'preuves', en: 'evidence' } as const satisfies Text

export type Address =
  | { readonly sheet: Place }
  | { readonly sheet: 'catalogue-page'; readonly page: number }
  | BrowseAddress
  | { readonly sheet: 'component'; readonly slug: string }
  | { readonly sheet: 'collection'; readonly slug: string }
  | { readonly sheet: 'pack'; readonly slug: string }
  | { readonly sheet: 'figure'; readonly figure: FigureId }
  | { readonly sheet: 'rule'; readonly code: string }
  | { readonly sheet: 'table'; readonly slug: string }
  | { readonly sheet: 'report'; readonly slug: string }
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
    case 'rule':
      return [PLACES.guide[language], RULES[language], address.code.toLowerCase()]
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
  const [first = ''] = segments(address, 'fr')
  return PLACE_NAMES.find((name) => PLACES[name].fr === first)
}

/** The other direction; undefined for a path that is no sheet of the register. */
export function addressOf(path: string): { readonly address: Address; readonly language: Language } | undefined {
  const [language, first = '', second, third, ...rest] = path.split('/').filter(Boolean)
  if (language !== 'fr' && language !== 'en') return undefined
  if (first === PLACES.catalogue[language] && second === BROWSE[language]) {
    const found = browseAddress([third ?? [], rest].flat(), language)
    return found === undefined ? undefined : { address: found, language }
  }
  if (rest.length > 0) return undefined
  if (first === OWN[language] && second !== undefined && third === undefined) {
    return { address: { sheet: 'own', slug: second }, language }
  }
  const place = PLACE_NAMES.find((name) => PLACES[name][language] === first)
  if (place === undefined) return undefined
  const address = below(place, language, [second, third])
  return address === undefined ? undefined : { address, language }
}

function below(
  place: Place,
  language: Language,
  [second, third]: readonly [string | undefined, string | undefined],
): Address | undefined {
  if (second === undefined) return { sheet: place }
  if (place === 'catalogue' && second === 'page') {
    return third !== undefined && /^[1-9]\d*$/u.test(third)
      ? { sheet: 'catalogue-page', page: Number(third) }
      : undefined
  }
  if (place === 'guide' && second === RULES[language]) {
    return third === undefined ? undefined : { sheet: 'rule', code: third.toUpperCase() }
  }
  if (place === 'governance' && second === EVIDENCE[language]) {
    return third === undefined ? { sheet: 'all-evidence' } : { sheet: 'evidence', slug: third }
  }
  if (third !== undefined) return undefined
  if (place === 'governance') return { sheet: 'activity', slug: second }
  if (place === 'catalogue') return { sheet: 'component', slug: second }
  if (place === 'collections') return { sheet: 'collection', slug: second }
  if (place === 'news') return { sheet: 'article', slug: second }
  if (place === 'open-data') return { sheet: 'table', slug: second }
  if (place === 'packs') return { sheet: 'pack', slug: second }
  if (place === 'reports') return { sheet: 'report', slug: second }
  if (place !== 'figures') return undefined
  const figure = FIGURE_IDS.find((id) => planOf(id).slug[language] === second)
  return figure === undefined ? undefined : { sheet: 'figure', figure }
}

function isPlace(name: string): name is Place {
  return name in PLACES
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
      return 'adopters'
    case 'catalogue':
    case 'catalogue-page':
    case 'browse':
    case 'facet':
    case 'collections':
    case 'collection':
    case 'component':
      return 'catalogue'
    case 'figures':
    case 'figure':
      return 'figures'
    case 'guide':
    case 'rule':
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

import { settings } from 'virtual:parvis-site'
import { isDeskPlace } from './desk-plans.ts'
import { adopterFacetValues, catalogueValues } from './facet-lists.ts'
import { pagesOf } from './loaders/list-page.ts'
import {
  adoption,
  agenda,
  catalogue,
  collections,
  evidence,
  figures,
  governance,
  guide,
  impact,
  openData,
  packs,
  providers,
  reports,
  services,
} from './register.ts'
import { type Address, GUIDE_PART_IDS, isInternal, PLACE_NAMES, type Place, placeOf } from './routes.ts'

/** Places that a file may have nothing to show at: then they are no places of this build. */
const IS_HERE: { readonly [Name in Place]?: boolean } = {
  services: services.services.length + services.needs.length + packs.length > 0,
  packs: packs.length > 0,
  collections: collections.length > 0,
  compare: catalogue.entries.length > 1,
  adopters: adoption.adopters.length > 0,
  providers: providers.length > 0,
  agenda: agenda.upcoming.length + agenda.past.length + agenda.roadmap.length > 0,
  governance: governance !== undefined,
  impact: impact.years.length > 0 && !settings.isReserved,
  board: reports.length > 0,
  reports: reports.length > 0,
  news: settings.content.articles.length > 0,
  // Nothing of an internal build is to be subscribed to.
  feeds: settings.profile === 'public',
}

/** Looked up once: every page asks for its menu. */
const HERE = PLACE_NAMES.filter(
  (place) => (settings.profile === 'internal' || !isInternal(place)) && (IS_HERE[place] ?? true) && isOn(place),
)

export function placesHere(): readonly Place[] {
  return HERE
}

/** Whether the city has switched off neither the place nor the one it lies below. */
export function isOn(place: Place): boolean {
  const above = placeOf({ sheet: place })
  return !settings.off.includes(place) && (above === undefined || !settings.off.includes(above))
}

/** Every sheet of this build, in the order of the site map. */
export function allSheets(): readonly Address[] {
  return everySheet().filter((address) => {
    const place = placeOf(address)
    return place === undefined || isOn(place)
  })
}

function everySheet(): readonly Address[] {
  return [
    ...placesHere().map((sheet) => ({ sheet })),
    ...Array.from({ length: pagesOf(catalogue.entries.length) - 1 }, (_, index) => ({
      ...{ sheet: 'catalogue-page' as const, page: index + 2 },
    })),
    ...browseSheets(),
    ...adopterSheets(),
    ...catalogue.entries.map(({ slug }) => ({ sheet: 'component' as const, slug })),
    ...collections.map(({ slug }) => ({ sheet: 'collection' as const, slug })),
    ...packs.map(({ slug }) => ({ sheet: 'pack' as const, slug })),
    ...figures.map(({ id }) => ({ sheet: 'figure' as const, figure: id })),
    ...GUIDE_PART_IDS.map((part) => ({ sheet: 'guide-part' as const, part })),
    ...deskSheets(),
    ...guide.families.flatMap(({ rules }) => rules.map(({ rule }) => ({ sheet: 'rule' as const, code: rule.code }))),
    ...settings.content.articles.map(({ slug }) => ({ sheet: 'article' as const, slug })),
    ...settings.content.pages.map(({ slug }) => ({ sheet: 'own' as const, slug })),
    ...openData.groups.flatMap(({ tables }) => tables.map(({ slug }) => ({ sheet: 'table' as const, slug }))),
    ...reports.map(({ slug }) => ({ sheet: 'report' as const, slug })),
    ...governanceSheets(),
  ]
}

function browseSheets(): readonly Address[] {
  if (catalogue.entries.length === 0) return []
  return [
    { sheet: 'browse' },
    ...catalogueValues.flatMap(({ facet, slug, pages }) =>
      Array.from({ length: pages }, (_, index) => ({ sheet: 'facet' as const, facet, value: slug, page: index + 1 })),
    ),
  ]
}

/** Further pages of the adopters, and a list for each value that they have. */
function adopterSheets(): readonly Address[] {
  const pages = pagesOf(adoption.adopters.length)
  if (adoption.adopters.length === 0) return []
  return [
    ...Array.from({ length: pages - 1 }, (_, index) => ({ sheet: 'adopters-page' as const, page: index + 2 })),
    { sheet: 'adopters-browse' },
    ...adopterFacetValues.flatMap(({ facet, slug, pages: own }) =>
      Array.from({ length: own }, (_, index) => ({
        ...{ sheet: 'adopters-facet' as const, facet, value: slug, page: index + 1 },
      })),
    ),
  ]
}

/** Other periods of the pages of the office. */
function deskSheets(): readonly Address[] {
  if (settings.profile !== 'internal') return []
  return placesHere()
    .filter(isDeskPlace)
    .flatMap((place) =>
      (['three-years', 'whole'] as const).map((timeWindow) => ({ sheet: 'desk-window' as const, place, timeWindow })),
    )
}

/** Activities and evidence have pages of their own inside only. */
function governanceSheets(): readonly Address[] {
  if (evidence.length === 0) return []
  return [
    ...(governance?.activities ?? []).map(({ slug }) => ({ sheet: 'activity' as const, slug })),
    { sheet: 'all-evidence' },
    ...evidence.map(({ slug }) => ({ sheet: 'evidence' as const, slug })),
  ]
}

import { PAGE_SIZE } from './loaders/catalogue.ts'
import { catalogue, evidence, governance, guide } from './register.ts'
import { type Address, FIGURE_SLUGS, type FigureId, PLACE_NAMES, type Place } from './routes.ts'

/** Places of this build: governance is one where the file tells of it. */
export function placesHere(): readonly Place[] {
  return PLACE_NAMES.filter((place) => place !== 'governance' || governance !== undefined)
}

/** Every sheet of this build, in the order of the site map. */
export function allSheets(): readonly Address[] {
  const pages = Math.ceil(catalogue.entries.length / PAGE_SIZE)
  return [
    ...placesHere().map((sheet) => ({ sheet })),
    ...Array.from({ length: Math.max(0, pages - 1) }, (_, index) => ({
      sheet: 'catalogue-page' as const,
      page: index + 2,
    })),
    ...catalogue.entries.map(({ slug }) => ({ sheet: 'component' as const, slug })),
    ...FIGURES.map((figure) => ({ sheet: 'figure' as const, figure })),
    ...guide.families.flatMap(({ rules }) => rules.map(({ rule }) => ({ sheet: 'rule' as const, code: rule.code }))),
    ...governanceSheets(),
  ]
}

const FIGURES = (Object.keys(FIGURE_SLUGS) as FigureId[]).sort()

/** Activities and evidence have pages of their own inside only. */
function governanceSheets(): readonly Address[] {
  if (evidence.length === 0) return []
  return [
    ...(governance?.activities ?? []).map(({ slug }) => ({ sheet: 'activity' as const, slug })),
    { sheet: 'all-evidence' },
    ...evidence.map(({ slug }) => ({ sheet: 'evidence' as const, slug })),
  ]
}

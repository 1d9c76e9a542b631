import { PAGE_SIZE } from './loaders/catalogue.ts'
import { catalogue, guide } from './register.ts'
import { type Address, FIGURE_SLUGS, type FigureId, PLACE_NAMES } from './routes.ts'

/** Every sheet of this build, in the order of the site map. */
export function allSheets(): readonly Address[] {
  const pages = Math.ceil(catalogue.entries.length / PAGE_SIZE)
  return [
    ...PLACE_NAMES.map((sheet) => ({ sheet })),
    ...Array.from({ length: Math.max(0, pages - 1) }, (_, index) => ({
      sheet: 'catalogue-page' as const,
      page: index + 2,
    })),
    ...catalogue.entries.map(({ slug }) => ({ sheet: 'component' as const, slug })),
    ...FIGURES.map((figure) => ({ sheet: 'figure' as const, figure })),
    ...guide.families.flatMap(({ rules }) => rules.map(({ rule }) => ({ sheet: 'rule' as const, code: rule.code }))),
  ]
}

const FIGURES = (Object.keys(FIGURE_SLUGS) as FigureId[]).sort()

import { valuesOf } from './loaders/catalogue.ts'
import { facetValues } from './loaders/facet-pages.ts'
import { adoption, catalogue } from './register.ts'

/** Lists by one value, worked out once for the whole build. */

export const catalogueValues = facetValues({ facets: catalogue.facets, rows: catalogue.entries, valuesOf })

export const adopterFacetValues = facetValues({
  facets: adoption.facets,
  rows: adoption.adopters,
  valuesOf: ({ values }, facet) => values[facet],
})

/** File that holds a list by one value, below the files of data: the same in every language. */
export function listFileName(
  list: 'components' | 'adopters',
  { facet, slug }: { readonly facet: string; readonly slug: string },
): string {
  return `${list}/by-${facet.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}/${slug}.csv`
}

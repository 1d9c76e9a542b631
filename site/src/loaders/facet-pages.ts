import { type Catalogue, type CatalogueEntry, FACETS, type FacetId, valuesOf } from './catalogue.ts'
import { uniqueSlugs } from './slugs.ts'

/** Rows of a page for one value: short ones, so that a register of 1,500 makes some 150 pages and not ten times that. */
export const FACET_PAGE_SIZE = 120

/** A value of one group with a page of its own, for whoever has no script. */
export interface FacetValue {
  readonly facet: FacetId
  readonly value: string
  readonly slug: string
  readonly count: number
  readonly pages: number
}

/** Values that something has, in the order of the groups. Two groups are combined by the filters only. */
export function facetValues({ facets }: Pick<Catalogue, 'facets'>): readonly FacetValue[] {
  return FACETS.flatMap((facet) => {
    const values = (facets.find(({ id }) => id === facet)?.values ?? []).filter(({ count }) => count > 0)
    const slugs = uniqueSlugs(values, { candidates: [({ value }) => value], reserved: ['none'], fallback: 'value' })
    return values.map(
      ({ value, count }, index): FacetValue => ({
        ...{ facet, value, count },
        slug: value === '' ? 'none' : (slugs[index] ?? ''),
        pages: Math.ceil(count / FACET_PAGE_SIZE),
      }),
    )
  })
}

/** Entries of one page of a value, from 1. */
export function entriesOf(
  { entries }: Pick<Catalogue, 'entries'>,
  { facet, value, page }: Pick<FacetValue, 'facet' | 'value'> & { readonly page: number },
): readonly CatalogueEntry[] {
  const own = entries.filter((entry) => valuesOf(entry, facet).includes(value))
  return own.slice((page - 1) * FACET_PAGE_SIZE, page * FACET_PAGE_SIZE)
}

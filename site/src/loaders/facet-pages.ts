import { uniqueSlugs } from './slugs.ts'

/** Rows of a page for one value: short ones, so that a register of 1,500 makes some 150 pages and not ten times that. */
export const FACET_PAGE_SIZE = 120

/** A value of one group with a page of its own, for whoever has no script. */
export interface FacetValue<Id extends string, Row> {
  readonly facet: Id
  readonly value: string
  readonly slug: string
  /** Of its group, then its own in the group: `204` is the fourth value of the second group. */
  readonly number: string
  /** What the rows count for, as the filters say it. */
  readonly count: number
  readonly rows: readonly Row[]
  readonly pages: number
}

interface FacetedList<Id extends string, Row> {
  readonly facets: readonly {
    readonly id: Id
    readonly values: readonly { readonly value: string; readonly count: number }[]
  }[]
  readonly rows: readonly Row[]
  readonly valuesOf: (row: Row, facet: Id) => readonly string[]
}

/** Values that something has, in the order of the groups. Two groups are combined by the filters only. */
export function facetValues<Id extends string, Row>({
  facets,
  rows,
  valuesOf,
}: FacetedList<Id, Row>): readonly FacetValue<Id, Row>[] {
  return facets.flatMap(({ id: facet, values: all }, group) => {
    const values = all.filter(({ count }) => count > 0)
    const reserved = values.some(({ value }) => value === '') ? ['none'] : []
    const slugs = uniqueSlugs(values, { candidates: [({ value }) => value], reserved, fallback: 'value' })
    return values.map(({ value, count }, index): FacetValue<Id, Row> => {
      const own = rows.filter((row) => valuesOf(row, facet).includes(value))
      const slug = value === '' ? 'none' : (slugs[index] ?? '')
      const number = `${group + 1}${String(index + 1).padStart(2, '0')}`
      return { ...{ facet, value, count, slug, number }, rows: own, pages: Math.ceil(own.length / FACET_PAGE_SIZE) }
    })
  })
}

/** Rows of one page of a value, from 1. */
export function rowsOfPage<Row>({ rows }: Pick<FacetValue<string, Row>, 'rows'>, page: number): readonly Row[] {
  return rows.slice((page - 1) * FACET_PAGE_SIZE, page * FACET_PAGE_SIZE)
}

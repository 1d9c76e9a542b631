import type { AdopterFacetId } from '../loaders/adopter-facets.ts'
import type { Filterable, ListPlan } from './filter-query.ts'
import { fold } from './search-terms.ts'

/** What the list of adopters is filtered and sorted by. */

const GROUPS = ['state', 'type', 'country', 'runs', 'through'] as const satisfies readonly AdopterFacetId[]

/** A line of the list in the words of the page; texts are empty where there is none. */
export interface AdopterRow {
  readonly who: string
  /** Kind and country. */
  readonly kind: string
  readonly state: string
  readonly basis: string
  readonly confirmed: string
  readonly what: string
  /** Page of what it runs. */
  readonly href: string
  /** Page that tells of it. */
  readonly url: string
  readonly isNamed: boolean
  /** Organisations that the line stands for. */
  readonly count: number
  readonly since: string
  /** Days, YYYY-MM-DD. */
  readonly sinceOn: string
  readonly confirmedOn: string
  readonly values: Readonly<Record<AdopterFacetId, readonly string[]>>
}

export interface AdopterEntry extends AdopterRow, Filterable<AdopterFacetId> {
  /** What it is sorted by. */
  readonly folded: string
}

export function readAdopters(rows: readonly AdopterRow[]): readonly AdopterEntry[] {
  return rows.map((row) => ({
    ...row,
    folded: fold(row.who),
    text: fold(`${row.isNamed ? row.who : ''} ${row.kind} ${row.what} ${row.state}`),
  }))
}

const byName = (a: AdopterEntry, b: AdopterEntry) =>
  Number(b.isNamed) - Number(a.isNamed) || (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0)

export const ADOPTERS = {
  groups: GROUPS,
  orders: {
    name: byName,
    confirmed: (a, b) => (a.confirmedOn === b.confirmedOn ? byName(a, b) : a.confirmedOn < b.confirmedOn ? 1 : -1),
  },
  weigh: ({ count }) => count,
} as const satisfies ListPlan<AdopterFacetId, AdopterEntry>

export const ADOPTER_SORTS = ['name', 'confirmed'] as const satisfies readonly (keyof typeof ADOPTERS.orders)[]

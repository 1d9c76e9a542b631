import type { AssemblySheet } from './assemblies.ts'
import type { CatalogueEntry } from './catalogue.ts'

/** What the list of adopters is found by, in the order of the page. */
export const ADOPTER_FACETS = ['state', 'type', 'country', 'runs', 'through'] as const
export type AdopterFacetId = (typeof ADOPTER_FACETS)[number]

/** One organisation, or several that did not agree to be named. */
export interface Adopter {
  readonly organisation: string | null
  readonly type: string
  readonly country: string
  readonly state: string
  readonly basis: string | null
  readonly since: string | null
  readonly confirmedOn: string | null
  readonly url: string | null
  readonly count: number
  readonly assembly: AssemblySheet | undefined
  readonly entry: CatalogueEntry | undefined
  /** What it is found by in each group. */
  readonly values: Readonly<Record<AdopterFacetId, readonly string[]>>
}

/** Directly, or through a pack or a site that holds a component. */
export type Through = 'direct' | 'pack'

export interface AdopterFacet {
  readonly id: AdopterFacetId
  /** Values with what they count for: one for a named organisation, as many as they are for those without a name. */
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

/** What a line is found by. A pack is found by what it holds, too, where anybody runs that by itself. */
export function adopterValues(
  { state, type, country, assembly, entry }: Omit<Adopter, 'values'>,
  facet: AdopterFacetId,
  runAlone: ReadonlySet<string>,
): readonly string[] {
  switch (facet) {
    case 'state':
      return [state]
    case 'type':
      return [type]
    case 'country':
      return [country]
    case 'through':
      return [assembly === undefined ? 'direct' : ('pack' satisfies Through)]
    case 'runs': {
      if (assembly === undefined) return entry === undefined ? [] : [entry.slug]
      const parts = [...assembly.groups.flatMap(({ parts: own }) => own), ...assembly.brought]
      const held = parts.flatMap(({ entry: part }) =>
        part !== undefined && runAlone.has(part.slug) ? [part.slug] : [],
      )
      return [packValue(assembly.slug), ...new Set(held)]
    }
  }
}

/** A pack and a component may have the same name. */
export function packValue(slug: string): string {
  return `pack/${slug}`
}

/** Values that something has, by what they count for; equal ones by name. */
export function adopterFacets(adopters: readonly Adopter[]): readonly AdopterFacet[] {
  return ADOPTER_FACETS.map((id) => {
    const counts = new Map<string, number>()
    for (const adopter of adopters) {
      for (const value of adopter.values[id]) counts.set(value, (counts.get(value) ?? 0) + adopter.count)
    }
    const values = [...counts].map(([value, count]) => ({ value, count }))
    return { id, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) }
  })
}

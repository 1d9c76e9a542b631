import { siteAdopters, siteReusers } from '#data/queries/site/services.ts'
import { ADOPTER_FACETS, type Adopter, type AdopterFacet, adopterFacets, adopterValues } from './adopter-facets.ts'
import type { AssemblySheet } from './assemblies.ts'
import type { EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

export interface Adoption extends Dated {
  /** Those who are named first, by name. */
  readonly adopters: readonly Adopter[]
  readonly facets: readonly AdopterFacet[]
  /** Organisations in service or testing, each once whatever it runs; the count that every page gives. */
  readonly reusing: number
  /** Those of them that are in service. */
  readonly inService: number
  /** Where those that reuse are. */
  readonly countries: number
  /** Lines of the list, those without a name as many as they are. */
  readonly declared: number
}

export async function loadAdoption(
  store: Asked,
  register: Register,
  { assemblies, entryOf }: { readonly assemblies: readonly AssemblySheet[]; readonly entryOf: EntryOf },
): Promise<Adoption> {
  const byId = new Map(assemblies.map((assembly) => [assembly.id, assembly]))
  const read = (await store.ask(siteAdopters, {})).map((row) => ({
    ...{ organisation: row.organisation, type: row.type, country: row.country, state: row.state },
    ...{ basis: row.basis, since: row.since, confirmedOn: row.confirmed_at, url: webAddress(row.url) },
    count: row.adopters,
    assembly: row.assembly === null ? undefined : byId.get(row.assembly),
    entry: entryOf(row),
  }))
  const runAlone = new Set(read.flatMap(({ entry }) => entry?.slug ?? []))
  const adopters = read.map((adopter): Adopter => ({ ...adopter, values: valuesOf(adopter, runAlone) }))
  const counts = new Map((await store.ask(siteReusers, {})).map((row) => [row.counted, row]))
  return {
    ...{ asOf: register.asOf, coverage: register.trees, adopters, facets: adopterFacets(adopters) },
    reusing: counts.get('reusing')?.organisations ?? 0,
    inService: counts.get('in-service')?.organisations ?? 0,
    countries: counts.get('reusing')?.countries ?? 0,
    declared: adopters.reduce((sum, { count }) => sum + count, 0),
  }
}

function valuesOf(adopter: Omit<Adopter, 'values'>, runAlone: ReadonlySet<string>): Adopter['values'] {
  const [state, type, country, runs, through] = ADOPTER_FACETS.map((facet) => adopterValues(adopter, facet, runAlone))
  return { state: state ?? [], type: type ?? [], country: country ?? [], runs: runs ?? [], through: through ?? [] }
}

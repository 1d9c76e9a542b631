import { siteAdopters } from '#data/queries/site/services.ts'
import type { AssemblySheet } from './assemblies.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

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
}

export interface Adoption extends Dated {
  /** Those who are named first, by name. */
  readonly adopters: readonly Adopter[]
  /** In service, each organisation once; those without a name are counted as one each. */
  readonly inService: number
  readonly countries: number
}

export async function loadAdoption(
  store: Asked,
  register: Register,
  { assemblies, entryOf }: { readonly assemblies: readonly AssemblySheet[]; readonly entryOf: EntryOf },
): Promise<Adoption> {
  const byId = new Map(assemblies.map((assembly) => [assembly.id, assembly]))
  const adopters = (await store.ask(siteAdopters, {})).map(
    (row): Adopter => ({
      ...{ organisation: row.organisation, type: row.type, country: row.country, state: row.state },
      ...{
        basis: row.basis,
        since: row.since,
        confirmedOn: row.confirmed_at,
        url: webAddress(row.url),
        count: row.adopters,
      },
      assembly: row.assembly === null ? undefined : byId.get(row.assembly),
      entry: entryOf(row),
    }),
  )
  const running = adopters.filter(({ state }) => state === 'in-service')
  const named = new Set(running.flatMap(({ organisation }) => organisation?.toLowerCase() ?? []))
  const unnamed = running.reduce((sum, { organisation, count }) => sum + (organisation === null ? count : 0), 0)
  return {
    asOf: register.asOf,
    coverage: register.trees,
    adopters,
    inService: named.size + unnamed,
    countries: new Set(running.map(({ country }) => country)).size,
  }
}

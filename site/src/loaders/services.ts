import type { Text } from '#data/model/vocabulary.ts'
import { siteNeeds, siteNeedWords, siteServiceComponents, siteServices } from '#data/queries/site/services.ts'
import type { AssemblySheet } from './assemblies.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

/** A service under the name that residents know. */
export interface Service {
  readonly id: string
  readonly name: Text
  readonly summary: Text | null
  readonly url: string | null
  readonly since: string | null
  /** False: shown inside only. */
  readonly isPublic: boolean
  readonly assembly: AssemblySheet | undefined
  readonly components: readonly CatalogueEntry[]
  /** Everything it stands on, listed in the catalogue or not. */
  readonly parts: number
  /** Of these, what serves elsewhere, too; null when there is no elsewhere to look at. */
  readonly genericParts: number | null
  readonly use: {
    readonly count: number
    readonly of: string | null
    readonly year: number
    readonly source: string
  } | null
}

/** Something residents want to do, and what does it. */
export interface Need {
  readonly id: string
  readonly words: Text
  /** Other words that people search it by. */
  readonly alsoCalled: readonly string[]
  readonly assemblies: readonly AssemblySheet[]
  readonly components: readonly CatalogueEntry[]
}

export interface Services extends Dated {
  readonly services: readonly Service[]
  readonly needs: readonly Need[]
}

export async function loadServices(
  store: Asked,
  register: Register,
  { assemblies, entryOf }: { readonly assemblies: readonly AssemblySheet[]; readonly entryOf: EntryOf },
): Promise<Services> {
  const rows = await store.ask(siteServices, {})
  const parts = Map.groupBy(await store.ask(siteServiceComponents, {}), ({ service }) => service)
  const byId = new Map(assemblies.map((assembly) => [assembly.id, assembly]))
  const called = Map.groupBy(await store.ask(siteNeedWords, {}), ({ need }) => need)
  const needs = Map.groupBy(await store.ask(siteNeeds, {}), ({ id }) => id)
  return {
    asOf: register.asOf,
    coverage: register.trees,
    services: rows.map((row) => ({
      ...{ id: row.id, url: webAddress(row.url), since: row.since, isPublic: row.is_public === 1 },
      name: { fr: row.name_fr, en: row.name_en },
      summary: bothOf(row.summary_fr, row.summary_en),
      assembly: row.assembly === null ? undefined : byId.get(row.assembly),
      components: (parts.get(row.id) ?? []).flatMap((place) => entryOf(place) ?? []),
      parts: row.parts,
      genericParts: row.generic_parts,
      use: useOf(row),
    })),
    needs: [...needs.values()].flatMap((answers) => {
      const [first] = answers
      if (first === undefined) return []
      return {
        id: first.id,
        words: { fr: first.words_fr, en: first.words_en },
        alsoCalled: (called.get(first.id) ?? []).map(({ word }) => word),
        assemblies: answers.flatMap(({ assembly }) => (assembly === null ? [] : (byId.get(assembly) ?? []))),
        components: answers.flatMap((place) => entryOf(place) ?? []),
      }
    }),
  }
}

function bothOf(fr: string | null, en: string | null): Text | null {
  return fr === null || en === null ? null : { fr, en }
}

function useOf({
  yearly_use: count,
  yearly_use_of: of,
  yearly_use_year: year,
  yearly_use_source: source,
}: {
  readonly yearly_use: number | null
  readonly yearly_use_of: string | null
  readonly yearly_use_year: number | null
  readonly yearly_use_source: string | null
}): Service['use'] {
  return count === null || year === null || source === null ? null : { count, of, year, source }
}

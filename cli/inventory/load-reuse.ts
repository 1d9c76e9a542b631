import { monthsEarlier } from '#data/inventory/readiness.ts'
import { CONFIRMED_WITHIN_MONTHS, type Reuse, reuseOf } from '#data/inventory/reuse.ts'
import { registeredAdopters, registeredImages, registeredLeads } from '#data/queries/registers/adopters.ts'
import { outsideCatalogues } from '#data/queries/registers/outside.ts'
import type { Holdings } from './holdings.ts'

/** Who reuses what, by all that registers and collected repositories say. */
export async function loadReuse({ store, inventory, assemblies }: Holdings): Promise<readonly Reuse[]> {
  const confirmed_from = monthsEarlier(inventory.at, CONFIRMED_WITHIN_MONTHS).slice(0, 10)
  return reuseOf(
    { inventory, assemblies },
    {
      adopters: await store.ask(registeredAdopters, { confirmed_from }),
      leads: await store.ask(registeredLeads, {}),
      images: await store.ask(registeredImages, {}),
      outside: (await store.ask(outsideCatalogues, {})).map(({ repository }) => repository),
    },
  )
}

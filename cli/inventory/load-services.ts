import { componentNames } from '#data/inventory/names.ts'
import { isWithheld } from '#data/inventory/published.ts'
import { type Service, servicesOf } from '#data/inventory/services.ts'
import { registeredAdopters } from '#data/queries/registers/adopters.ts'
import { registeredServices } from '#data/queries/registers/services.ts'
import type { Holdings } from './holdings.ts'

/** Services with what they stand on; for the public, those that may be shown, and nothing of what is `withheld`. */
export async function loadServices(
  { store, inventory, assemblies }: Holdings,
  { isPublic, withheld = new Set() }: { readonly isPublic: boolean; readonly withheld?: ReadonlySet<string> },
): Promise<readonly Service[]> {
  const names = componentNames(inventory.portfolio.components)
  const adopters = await store.ask(registeredAdopters, { confirmed_from: '' })
  const inService = adopters.filter(({ state }) => state === 'in-service')
  const adopted = new Set(inService.flatMap(({ component }) => names.find(component).map(({ id }) => id)))
  const rows = await store.ask(registeredServices, { public_only: isPublic ? 1 : 0 })
  const isClosed = (component: string) => isWithheld(component, { withheld })
  return servicesOf(rows, { inventory, assemblies, adopted, isClosed })
}

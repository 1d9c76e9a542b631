import { repositoryName } from '#data/export/export-table.ts'
import { assembliesOf } from '#data/inventory/assembly.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { migrationsOf } from '#data/inventory/migration.ts'
import { namesOfComponent } from '#data/inventory/names.ts'
import { needsOf } from '#data/inventory/needs.ts'
import type { PublishedPortfolio } from '#data/inventory/published.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { inventoriedRepositories } from '#data/queries/inventory/repositories.ts'
import type { Store } from '#data/store.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from '../config.ts'
import type { Holdings } from './holdings.ts'
import { loadInventory } from './load-inventory.ts'
import { loadMigrating } from './load-migration.ts'
import { nameOf } from './load-portfolio.ts'
import { loadReuse } from './load-reuse.ts'
import { loadServices } from './load-services.ts'
import { loadTranslations } from './load-translations.ts'

interface Order {
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly audience: Audience
  readonly now: Date
}

/** The inventory for the pages and the open data of an audience. */
export async function publishedPortfolio(store: Store, order: Order): Promise<PublishedPortfolio> {
  const { config, packs, audience, now } = order
  const isPublic = audience === 'public'
  const inventory = await loadInventory(store, { packs, now, isPublic })
  const { asOf, coverage, portfolio, numbers } = inventory
  const assemblies = assembliesOf(inventory)
  const holdings: Holdings = { store, config, inventory, asOf, coverage, portfolio, assemblies, numbers }
  const rows = await store.ask(inventoriedRepositories, {})
  const withheld = isPublic ? await withheldNames(store, { packs, now, shown: inventory }) : new Set<string>()
  return {
    ...{ inventory, assemblies },
    migrations: migrationsOf(await loadMigrating(holdings, () => false), portfolio.graph),
    needs: needsOf({ inventory, assemblies }),
    services: await loadServices(holdings, { isPublic, withheld }),
    reuse: await loadReuse(holdings),
    translations: await loadTranslations(holdings),
    withheld,
    names: new Map(rows.map((row) => [nameOf(row), repositoryName({ ...row, repository: row.name })])),
  }
}

/** Every name of a component that the inventory of the public leaves out. */
async function withheldNames(
  store: Store,
  { packs, now, shown }: { readonly packs: readonly RulePack[]; readonly now: Date; readonly shown: Inventory },
): Promise<ReadonlySet<string>> {
  const rows = await store.ask(inventoriedRepositories, {})
  if (rows.every(({ readability }) => readability === 'anonymous')) return new Set()
  const whole = await loadInventory(store, { packs, now, isPublic: false })
  const open = new Set(shown.portfolio.components.map(({ id }) => id))
  const closed = whole.portfolio.components.filter(({ id }) => !open.has(id))
  return new Set(closed.flatMap(namesOfComponent).map((name) => name.toLowerCase()))
}

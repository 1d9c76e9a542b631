import { measuredIn, measuredOf } from '#data/inventory/measured.ts'
import { migrationsOf, uncollectedRequirements } from '#data/inventory/migration.ts'
import type { MetricScope } from '#data/metrics/answer.ts'
import type { MeasuredInventory } from '#data/queries/metrics/metric.ts'
import type { Holdings } from '../inventory/holdings.ts'
import { loadTranslations } from '../inventory/load-translations.ts'

/** What figures ask of the inventory, of the components of a scope. */
export async function measuredInventory(holdings: Holdings, scope: MetricScope): Promise<MeasuredInventory> {
  const { inventory, portfolio } = holdings
  const outside = uncollectedRequirements(portfolio.bricks, inventory.platformGroups)
  const migrating = portfolio.components.map(({ id, kind, line }) => {
    return { id, kind, line, uncollected: outside.get(id) ?? [], outcomes: null }
  })
  const whole = measuredOf(inventory, {
    migrations: migrationsOf(migrating, portfolio.graph),
    translations: await loadTranslations(holdings),
  })
  return measuredIn(whole, scope, portfolio.components)
}

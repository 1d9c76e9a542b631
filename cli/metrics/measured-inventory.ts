import { bricksOf } from '#data/inventory/bricks.ts'
import { componentSheets } from '#data/inventory/components.ts'
import { migrationsOf, uncollectedRequirements } from '#data/inventory/migration.ts'
import type { MetricScope } from '#data/metrics/answer.ts'
import type { MeasuredInventory } from '#data/queries/metrics/metric.ts'
import type { Holdings } from '../inventory/holdings.ts'
import { loadTranslations } from '../inventory/load-translations.ts'

/** What figures ask of the inventory, of the components of a scope. Bricks that no component uses are of no scope. */
export async function measuredInventory(holdings: Holdings, scope: MetricScope): Promise<MeasuredInventory> {
  const { inventory, portfolio } = holdings
  const isWhole = scope.owner === '' && !scope.isPublic
  const ids = new Set(
    portfolio.components
      .filter(({ id, repository }) => isInScope(repository, scope) && isShown(inventory.records.get(id), scope))
      .map(({ id }) => id),
  )
  const outside = uncollectedRequirements(portfolio.bricks, inventory.platformGroups)
  const migrating = portfolio.components.map(({ id, kind, line }) => {
    return { id, kind, line, uncollected: outside.get(id) ?? [], outcomes: null }
  })
  return {
    components: componentSheets(inventory).filter(({ id }) => ids.has(id)),
    bricks: bricksOf(inventory).filter(({ usedBy }) => isWhole || usedBy.some((id) => ids.has(id))),
    migrations: migrationsOf(migrating, portfolio.graph).filter(({ component }) => ids.has(component)),
    translations: [...(await loadTranslations(holdings)).values()].filter(({ component }) => ids.has(component)),
  }
}

function isInScope(repository: string, { owner, name }: MetricScope): boolean {
  const [ownOwner = '', ownName = ''] = repository.toLowerCase().split('/')
  return (owner === '' || owner.toLowerCase() === ownOwner) && (name === '' || name.toLowerCase() === ownName)
}

function isShown(record: { readonly isReadable: boolean } | undefined, { isPublic }: MetricScope): boolean {
  return !isPublic || record?.isReadable === true
}

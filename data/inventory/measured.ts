import type { MeasuredInventory } from '../queries/metrics/metric.ts'
import { bricksOf } from './bricks.ts'
import { componentSheets } from './components.ts'
import type { Inventory } from './inventory.ts'
import type { PublishedPortfolio } from './published.ts'

/** What figures ask of an inventory, and of what was worked out beside it. */
export function measuredOf(
  inventory: Inventory,
  { migrations, translations }: Pick<PublishedPortfolio, 'migrations' | 'translations'>,
): MeasuredInventory {
  return {
    ...{ components: componentSheets(inventory), bricks: bricksOf(inventory), migrations },
    ...{ translations: [...translations.values()], registers: new Set(inventory.registers.keys()) },
  }
}

interface Scope {
  /** Empty for all, in letters of either case. */
  readonly owner: string
  readonly name: string
}

/** Of what the inventory worked out, that of the components of an owner or a repository. Third-party components that nothing uses are of no scope. */
export function measuredIn(
  whole: MeasuredInventory,
  { owner, name }: Scope,
  components: readonly { readonly id: string; readonly repository: string }[],
): MeasuredInventory {
  if (owner === '' && name === '') return whole
  const isInScope = (repository: string): boolean => {
    const [ownOwner = '', ownName = ''] = repository.toLowerCase().split('/')
    return (owner === '' || owner.toLowerCase() === ownOwner) && (name === '' || name.toLowerCase() === ownName)
  }
  const ids = new Set(components.filter(({ repository }) => isInScope(repository)).map(({ id }) => id))
  return {
    registers: whole.registers,
    components: whole.components.filter(({ id }) => ids.has(id)),
    bricks: whole.bricks.filter(({ usedBy }) => usedBy.some((id) => ids.has(id))),
    migrations: whole.migrations.filter(({ component }) => ids.has(component)),
    translations: whole.translations.filter(({ component }) => ids.has(component)),
  }
}

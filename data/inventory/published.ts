import type { Assembly } from './assembly.ts'
import type { Inventory } from './inventory.ts'
import type { Migration } from './migration.ts'
import type { FoundNeed } from './needs.ts'
import type { Reuse } from './reuse.ts'
import type { Service } from './services.ts'
import type { ComponentTranslations } from './translations/coverage.ts'

/**
 * The inventory as an audience may see it. For the public it is worked out from repositories that anybody can read, as
 * if there were no others, so that no count or edge tells of one that is closed.
 */
export interface PublishedPortfolio {
  readonly inventory: Inventory
  readonly assemblies: readonly Assembly[]
  readonly migrations: readonly Migration[]
  readonly needs: readonly FoundNeed[]
  readonly services: readonly Service[]
  readonly reuse: readonly Reuse[]
  /** By id of component. */
  readonly translations: ReadonlyMap<string, ComponentTranslations>
  /** Names of components and artifacts that the audience may not read, lower case, as `isWithheld` compares them. */
  readonly withheld: ReadonlySet<string>
  /** `server/owner/name` of a repository, by `owner/name`. */
  readonly names: ReadonlyMap<string, string>
}

/** Whether a name that people or build files wrote is that of something closed to the audience. */
export function isWithheld(name: string, { withheld }: Pick<PublishedPortfolio, 'withheld'>): boolean {
  return withheld.has(name.trim().toLowerCase().replace(/#.*$/u, ''))
}

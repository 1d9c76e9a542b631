import { existsSync } from 'node:fs'
import { type Assembly, assembliesOf } from '#data/inventory/assembly.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { componentNames } from '#data/inventory/names.ts'
import type { Component, Portfolio } from '#data/inventory/portfolio.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { openStore, type Store } from '#data/store.ts'
import { type Config, loadConfig } from '../config.ts'
import type { CommonOptions, Io } from '../io.ts'
import { openPacks } from '../packs.ts'
import { loadInventory } from './load-inventory.ts'

/** What questions about the portfolio start from. */
export interface Holdings {
  readonly store: Store
  readonly config: Config
  readonly inventory: Inventory
  readonly asOf: string | null
  readonly coverage: { readonly known: number; readonly all: number; readonly missing: readonly string[] }
  readonly portfolio: Portfolio
  readonly assemblies: readonly Assembly[]
  /** Number of a repository in the database, by `owner/name`. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Opens the database that was collected, hands over what is in it, and closes it. */
export async function withHoldings(
  { io, options }: { readonly io: Io; readonly options: CommonOptions },
  use: (holdings: Holdings) => Promise<void>,
): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  if (!existsSync(config.database)) {
    throw new UsageFailure('database-missing', `there is no database at ${config.database}.`, {
      hint: 'Run `parvis collect` first, or name another file with --db.',
    })
  }
  const packs = await openPacks(config)
  const store = await openStore({ path: config.database, mode: 'write', calendar: config.calendar })
  try {
    await store.refreshRollups()
    const inventory = await loadInventory(store, { packs, now: io.now() })
    const { asOf, coverage, portfolio, numbers } = inventory
    const assemblies = assembliesOf(inventory)
    await use({ store, config, inventory, asOf, coverage, portfolio, assemblies, numbers })
  } finally {
    store.close()
  }
}

/** Components that go by a name: id, repository with or without owner, artifact. A `UsageFailure` when none does. */
export function componentsNamed(asked: string, { components }: Portfolio): readonly Component[] {
  const names = componentNames(components)
  const found = names.find(asked)
  if (found.length > 0) return found
  const near = names.nearest(asked)
  const suggestion = near === undefined ? '' : ` Did you mean "${near}"?`
  throw new UsageFailure('component-unknown', `no collected component is called "${asked}".${suggestion}`, {
    hint: 'Give OWNER/NAME of its repository, or its artifact. The list: parvis inventory components',
  })
}

/** `owner/name` of the repository that a component lives in. */
export function repositoryOf(component: string, { portfolio }: Holdings): string | undefined {
  return portfolio.components.find(({ id }) => id === component)?.repository
}

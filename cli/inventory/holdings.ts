import { existsSync } from 'node:fs'
import { type Assembly, assembliesOf } from '#data/inventory/assembly.ts'
import type { Component, Portfolio } from '#data/inventory/portfolio.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { openStore, type Store } from '#data/store.ts'
import { type Config, loadConfig } from '../config.ts'
import type { CommonOptions, Io } from '../io.ts'
import { openPacks } from '../packs.ts'
import { loadPortfolio } from './load-portfolio.ts'

/** What questions about the portfolio start from. */
export interface Holdings {
  readonly store: Store
  readonly config: Config
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
  const store = await openStore({ path: config.database, mode: 'write' })
  try {
    const { asOf, coverage, repositories, releases, ...portfolio } = await loadPortfolio(store)
    const numbers = new Map([...repositories.values()].map(({ owner, name, id }) => [`${owner}/${name}`, id]))
    const assemblies = assembliesOf(portfolio, { platformGroups: await platformGroups(config), releases })
    await use({ store, config, asOf, coverage, portfolio, assemblies, numbers })
  } finally {
    store.close()
  }
}

/** Maven groups of the platform, as the classifiers of the packs have them. */
async function platformGroups(config: Config): Promise<readonly string[]> {
  return (await openPacks(config)).flatMap(({ classifier }) => {
    const { platform } = (classifier?.options ?? {}) as { readonly platform?: unknown }
    return typeof platform === 'string' ? [platform] : []
  })
}

/** Components that go by a name: id, repository with or without owner, artifact. A `UsageFailure` when none does. */
export function componentsNamed(asked: string, { components }: Portfolio): readonly Component[] {
  const named = components.map((component) => ({ component, names: namesOf(component) }))
  const found = named.filter(({ names }) => names.some((name) => name.toLowerCase() === asked.toLowerCase()))
  if (found.length > 0) return found.map(({ component }) => component)
  const names = named.flatMap((one) => one.names)
  throw new UsageFailure('component-unknown', `nothing collected is called "${asked}".${suggestion(asked, names)}`)
}

function namesOf({ id, repository, build }: Component): readonly string[] {
  const artifact = build === null ? [] : [build.artifactId, `${build.groupId}:${build.artifactId}`]
  return [id, repository, repository.slice(repository.indexOf('/') + 1), ...artifact]
}

/** `owner/name` of the repository that a component lives in. */
export function repositoryOf(component: string, { portfolio }: Holdings): string | undefined {
  return portfolio.components.find(({ id }) => id === component)?.repository
}

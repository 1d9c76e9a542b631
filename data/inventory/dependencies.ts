import type { Assembly } from './assembly.ts'
import { platformArtifact } from './assembly.ts'
import type { Inventory } from './inventory.ts'
import { componentNames } from './names.ts'
import type { Dependency } from './portfolio.ts'
import { linesOf, listIn, textIn } from './registers.ts'
import { type Looseness, loosenessOf, standingOfRequirement } from './requirement.ts'

/** One component asks for another, and how what it asks for stands. */
export interface DependencySheet extends Dependency {
  /** Last release of what is asked for; null when none is known. */
  readonly latest: string | null
  /** Releases later than the version asked for; null when that cannot be told. */
  readonly behind: number | null
  /** When the version asked for came out, and when the first later one did; null where the day is not known. */
  readonly publishedAt: string | null
  readonly behindSince: string | null
  readonly loose: Looseness
}

export function dependencySheets(inventory: Inventory): readonly DependencySheet[] {
  return inventory.portfolio.dependencies.map((dependency) => {
    const { to, version } = dependency
    const standing = standingOfRequirement(version, inventory.records.get(to)?.releases ?? [])
    const { latest = null, behind = null, publishedAt = null, behindSince = null } = standing ?? {}
    return { ...dependency, latest, behind, publishedAt, behindSince, loose: loosenessOf(version) }
  })
}

/** In which versions one artifact of the platform is asked for over the whole portfolio. */
export interface Drift {
  readonly artifact: string
  /** Id of the component; null when no collected repository produces it. */
  readonly component: string | null
  /** The most asked for first. */
  readonly versions: readonly {
    readonly version: string | null
    readonly components: readonly string[]
    readonly behind: number | null
    readonly loose: Looseness
  }[]
}

/** What is asked for in most different versions first; tests and profiles count too. */
export function driftOf(inventory: Inventory): readonly Drift[] {
  const asked = [
    ...inventory.portfolio.dependencies.map(({ artifact, to, from, version }) => ({ artifact, to, from, version })),
    ...inventory.portfolio.bricks.flatMap((use) => {
      const artifact = platformArtifact(use, inventory)
      return artifact === undefined ? [] : [{ artifact, to: null, from: use.component, version: use.version }]
    }),
  ]
  return [...Map.groupBy(asked, ({ artifact }) => artifact)]
    .map(([artifact, same]): Drift => {
      const component = same[0]?.to ?? null
      const releases = component === null ? [] : (inventory.records.get(component)?.releases ?? [])
      const versions = [...Map.groupBy(same, ({ version }) => version)].map(([version, those]) => ({
        version,
        components: [...new Set(those.map(({ from }) => from))].sort(),
        behind: standingOfRequirement(version, releases)?.behind ?? null,
        loose: loosenessOf(version),
      }))
      const byUse = versions.sort(
        (a, b) => b.components.length - a.components.length || ((a.version ?? '') < (b.version ?? '') ? -1 : 1),
      )
      return { artifact, component, versions: byUse }
    })
    .sort((a, b) => b.versions.length - a.versions.length || (a.artifact < b.artifact ? -1 : 1))
}

/** What breaks when one component stops. */
export interface Stop {
  readonly component: string
  /** Components that need it, each with the least number of steps to it, the nearest first. */
  readonly components: readonly { readonly id: string; readonly depth: number }[]
  /** Assemblies that hold it. */
  readonly assemblies: readonly string[]
  /** Services of the register that run on any of these. */
  readonly services: readonly string[]
}

export function stopOf(
  id: string,
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
): Stop {
  const components = byDepth(inventory.portfolio.graph.allRequiring(id))
  const holding = assemblies.filter(({ parts }) => parts.some(({ component }) => component === id))
  const touched = new Set([id, ...components.map((one) => one.id), ...holding.map(({ component }) => component.id)])
  const names = componentNames(inventory.portfolio.components)
  const services = linesOf(inventory.registers, 'services').filter((line) =>
    [textIn(line, 'assembly') ?? '', ...listIn(line, 'components')].some((asked) =>
      names.find(asked).some((component) => touched.has(component.id)),
    ),
  )
  return {
    component: id,
    components,
    assemblies: holding.map((assembly) => assembly.id),
    services: services.flatMap((line) => textIn(line, 'id') ?? []),
  }
}

export function byDepth(
  reached: ReadonlyMap<string, number>,
): readonly { readonly id: string; readonly depth: number }[] {
  return [...reached].map(([id, depth]) => ({ id, depth })).sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1))
}

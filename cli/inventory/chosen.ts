import type { Assembly } from '#data/inventory/assembly.ts'
import { assemblyFinder } from '#data/inventory/assembly-names.ts'
import { componentsNamed, type Holdings } from './holdings.ts'

interface Chosen {
  /** Ids of what goes by the name. */
  readonly own: ReadonlySet<string>
  /** The same with all that is held by those that are assemblies. */
  readonly ids: ReadonlySet<string>
  /** Artifacts of an assembly that no collected repository produces. */
  readonly uncollected: readonly string[]
}

/** A component alone; an assembly with all that it holds. */
export function chosenComponents(asked: string, { portfolio, assemblies }: Holdings): Chosen {
  const own = componentsNamed(asked, portfolio).map(({ id }) => id)
  const found = assemblyFinder(portfolio.components, assemblies)(asked)
  // Of several that a build file makes, the one outside of profiles goes by the bare name.
  const bare = found.filter(({ profile }) => profile === null)
  const held = bare.length > 0 ? bare : found
  return {
    own: new Set(own),
    ids: new Set([...own, ...held.flatMap(componentsOf)]),
    uncollected: held.flatMap(({ parts }) =>
      parts.filter(({ component }) => component === null).map(({ artifact }) => artifact),
    ),
  }
}

function componentsOf({ parts }: Assembly): readonly string[] {
  return parts.flatMap(({ component }) => component ?? [])
}

import type { Assembly } from '#data/inventory/assembly.ts'
import { componentsNamed, type Holdings } from './holdings.ts'

interface Chosen {
  readonly ids: ReadonlySet<string>
  /** Artifacts of an assembly that no collected repository produces. */
  readonly uncollected: readonly string[]
}

/** A component alone; an assembly with all that it holds. */
export function chosenComponents(asked: string, { portfolio, assemblies }: Holdings): Chosen {
  const named = componentsNamed(asked, portfolio)
  const held = named.flatMap(({ id }) => assemblies.find((one) => one.id === id) ?? [])
  return {
    ids: new Set([...named.map(({ id }) => id), ...held.flatMap(componentsOf)]),
    uncollected: held.flatMap(({ parts }) =>
      parts.filter(({ component }) => component === null).map(({ artifact }) => artifact),
    ),
  }
}

function componentsOf({ parts }: Assembly): readonly string[] {
  return parts.flatMap(({ component }) => component ?? [])
}

import type { Assembly } from '#data/inventory/assembly.ts'
import { assemblyFinder } from '#data/inventory/assembly-names.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import type { Component } from '#data/inventory/portfolio.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { nearest, suggestion } from '#data/model/nearest.ts'
import { componentsNamed } from './holdings.ts'

/** The one component of that name. Throws `component-ambiguous` when several repositories have one. */
export function chooseComponent(asked: string, inventory: Inventory): Component {
  const [first, ...others] = componentsNamed(asked, inventory.portfolio)
  if (first !== undefined && others.length === 0) return first
  throw new UsageFailure('component-ambiguous', `several components are called "${asked}".`, {
    hint: `Name one of them: ${[first, ...others].flatMap((one) => one?.id ?? []).join(', ')}`,
  })
}

/** The one assembly of that name, `NAME#PROFILE` for one of several that a build file makes. */
export function chooseAssembly(
  asked: string,
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
): Assembly {
  const found = assemblyFinder(inventory.portfolio.components, assemblies)(asked)
  const [first, ...others] = found
  if (first === undefined) {
    const ids = assemblies.map(({ id }) => id)
    const shown = [
      ...ids,
      ...assemblies.flatMap(({ component }) => [component.repository, component.build?.artifactId ?? []].flat()),
    ]
    throw new UsageFailure('assembly-unknown', `there is no assembly "${asked}".${suggestion(asked, shown)}`, {
      hint: ids.length === 0 ? 'No site and no pack was collected.' : `Assemblies: ${ids.slice(0, 12).join(', ')}`,
    })
  }
  if (others.length === 0) return first
  // What stands outside profiles goes by the bare name.
  const bare = found.filter(({ profile }) => profile === null)
  const [only, another] = bare
  if (only !== undefined && another === undefined) return only
  throw new UsageFailure('assembly-ambiguous', `several assemblies are called "${asked}".`, {
    hint: `Name one of them: ${found.map(({ id }) => id).join(', ')}`,
  })
}

/** One of a list by name, whatever the case; throws with the nearest. */
export function chooseNamed<One>(
  asked: string,
  {
    among,
    names,
    code,
    what,
  }: {
    readonly among: readonly One[]
    names(one: One): readonly string[]
    readonly code: string
    readonly what: string
  },
): readonly One[] {
  const wanted = asked.trim().toLowerCase()
  const found = among.filter((one) => names(one).some((name) => name.toLowerCase() === wanted))
  if (found.length > 0) return found
  const near = nearest(asked, among.flatMap(names))
  throw new UsageFailure(
    code,
    `no ${what} is called "${asked}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  )
}

import type { Text } from '../model/vocabulary.ts'
import type { RowOf } from '../queries/query.ts'
import type { registeredServices } from '../queries/registers/services.ts'
import type { Assembly } from './assembly.ts'
import { assemblyFinder } from './assembly-names.ts'
import type { Inventory } from './inventory.ts'
import { componentNames } from './names.ts'

/** A service under the name that residents know. */
export interface Service {
  readonly id: string
  readonly name: Text
  readonly summary: Text | null
  readonly address: string | null
  readonly since: string | null
  readonly isPublic: boolean
  /** Uses in a year, with what is counted and where the count comes from; null when nobody counted. */
  readonly use: {
    readonly count: number
    readonly of: string | null
    readonly year: number
    readonly source: string
  } | null
  /** Id of the assembly that runs it; the name that the register gives when none of that name was collected. */
  readonly assembly: string | null
  /** Ids of the components that it stands on, through its assembly or named; artifacts of those that were not collected. */
  readonly components: readonly string[]
  /** How many of them also serve elsewhere; null when there is no elsewhere to look at, or no component is known. */
  readonly generic: { readonly shared: number; readonly of: number } | null
  readonly note: string | null
}

type Row = RowOf<typeof registeredServices>

interface Context {
  readonly inventory: Inventory
  readonly assemblies: readonly Assembly[]
  /** Ids of components that others run. */
  readonly adopted: ReadonlySet<string>
  /** Whether the audience may not read of a component, by its name: then it is none of the service's either. */
  readonly isClosed?: (component: string) => boolean
}

/**
 * Services with what they stand on. A component is generic to a service when it serves elsewhere, too: in another
 * service, in an assembly that is not the service's, or at somebody who runs it.
 */
export function servicesOf(rows: readonly Row[], context: Context): readonly Service[] {
  const { assemblies, adopted } = context
  const standsOn = foundation(context)
  const standing = rows.map((row) => ({ row, ...standsOn(row) }))
  const services = holders(standing.map(({ row, parts }) => ({ holder: row.id, parts })))
  const packs = holders(assemblies.map((one) => ({ holder: one.component.id, parts: partsOf(one) })))
  return standing.map(({ row, assembly, parts }): Service => {
    const own = assembly?.component.id
    const isElsewhere = (part: string) =>
      adopted.has(part) || isHeldBeside(services.get(part), row.id) || isHeldBeside(packs.get(part), own)
    const hasElsewhere = adopted.size > 0 || rows.length > 1 || assemblies.some(({ component }) => component.id !== own)
    return {
      ...described(row),
      assembly: assembly?.id ?? row.assembly,
      components: [...parts].sort(),
      generic:
        parts.size > 0 && hasElsewhere ? { shared: [...parts].filter(isElsewhere).length, of: parts.size } : null,
    }
  })
}

/** Who holds each part. */
function holders(
  all: readonly { readonly holder: string; readonly parts: ReadonlySet<string> }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { holder, parts } of all) {
    for (const part of parts) found.set(part, (found.get(part) ?? new Set()).add(holder))
  }
  return found
}

function isHeldBeside(holding: ReadonlySet<string> | undefined, own: string | undefined): boolean {
  if (holding === undefined) return false
  return holding.size > (own !== undefined && holding.has(own) ? 1 : 0)
}

/** What each line of the register stands on. */
function foundation({ inventory, assemblies, isClosed = () => false }: Context) {
  const find = assemblyFinder(inventory.portfolio.components, assemblies)
  const names = componentNames(inventory.portfolio.components)
  const artifacts = artifactNames(assemblies)
  return (row: Row) => {
    const found = row.assembly === null ? [] : find(row.assembly)
    // Of several that a build file makes, the one outside of profiles goes by the bare name.
    const assembly = found.find(({ profile }) => profile === null) ?? found[0]
    const asked: readonly string[] = JSON.parse(row.components)
    const named = asked.map((name) => names.find(name)[0]?.id ?? artifacts.get(name.toLowerCase()) ?? name)
    const parts = [...(assembly === undefined ? [] : partsOf(assembly)), ...named]
    return { assembly, parts: new Set(parts.filter((part) => !isClosed(part))) }
  }
}

function partsOf({ parts }: Assembly): ReadonlySet<string> {
  return new Set(parts.map(({ component, artifact }) => component ?? artifact))
}

/** Artifacts that no collected repository produces, by their name with and without group. */
function artifactNames(assemblies: readonly Assembly[]): ReadonlyMap<string, string> {
  const artifacts = assemblies.flatMap(({ parts }) =>
    parts.flatMap((one) => (one.component === null ? [one.artifact] : [])),
  )
  return new Map(
    artifacts.flatMap((artifact) =>
      [artifact, artifact.split(':')[1] ?? artifact].map((name) => [name.toLowerCase(), artifact] as const),
    ),
  )
}

function described(row: Row) {
  const { id, address, since, note, yearly_use: count, yearly_use_year: year, yearly_use_source: source } = row
  const isCounted = count !== null && year !== null && source !== null
  return {
    ...{ id, address, since, note },
    name: { fr: row.name_fr, en: row.name_en },
    summary: row.summary_fr === null || row.summary_en === null ? null : { fr: row.summary_fr, en: row.summary_en },
    isPublic: row.is_public === 1,
    use: isCounted ? { count, of: row.yearly_use_of, year, source } : null,
  }
}

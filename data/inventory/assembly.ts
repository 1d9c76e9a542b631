import { type Inventory, isOfPlatform } from './inventory.ts'
import type { BrickUse, Component, Dependency } from './portfolio.ts'
import type { Standing } from './releases.ts'
import { type Looseness, loosenessOf, standingOfRequirement } from './requirement.ts'
import { broughtBy } from './transitive.ts'

/** One component that an assembly holds. */
export interface Part {
  /** `groupId:artifactId`. */
  readonly artifact: string
  /** Id of the component in the portfolio; null when no collected repository produces it. */
  readonly component: string | null
  /** As the assembly asks for it, or what brings it in; null when nothing at hand says. */
  readonly version: string | null
  readonly type: string
  /** Whether the assembly names it, or something that it names brings it in. */
  readonly isDirect: boolean
  readonly loose: Looseness
  readonly standing: Standing | null
}

export interface Assembly {
  /** That of the component; behind `#` the profile of its build file that makes this one. */
  readonly id: string
  readonly component: Component
  readonly profile: string | null
  readonly parts: readonly Part[]
}

/**
 * Sites and packs: what is put together from components. One build file may make several, a profile for each: every
 * profile that brings components in is an assembly of its own, with what stands outside profiles.
 */
export function assembliesOf(inventory: Inventory): readonly Assembly[] {
  const { components, dependencies, bricks } = inventory.portfolio
  const edges = Map.groupBy(dependencies, ({ from }) => from)
  const uses = Map.groupBy(
    bricks.filter((use) => platformArtifact(use, inventory) !== undefined),
    ({ component }) => component,
  )
  const context = { inventory, edges }
  return components
    .filter(({ kind }) => kind === 'site' || kind === 'pack')
    .flatMap((component) => {
      const asked = [
        ...(edges.get(component.id) ?? []).map((edge) => askedOf(edge)),
        ...(uses.get(component.id) ?? []).flatMap((use) => askedOfUse(use, inventory)),
      ].filter(({ scope }) => scope !== 'test')
      const profiles = [...new Set(asked.flatMap(({ profile }) => profile ?? []))].sort()
      return [null, ...profiles].map((profile): Assembly => {
        const chosen = asked.filter((one) => one.profile === null || one.profile === profile)
        const id = profile === null ? component.id : `${component.id}#${profile}`
        return { id, component, profile, parts: partsOf(chosen, { id: component.id, context }) }
      })
    })
}

interface Asked extends Pick<Part, 'artifact' | 'component' | 'version' | 'type'> {
  readonly scope: string
  readonly profile: string | null
  readonly exclusions: readonly string[]
}

interface Context {
  readonly inventory: Inventory
  readonly edges: ReadonlyMap<string, readonly Dependency[]>
}

function askedOf({ artifact, to, version, type, scope, profile, exclusions }: Dependency): Asked {
  return { artifact, component: to, version, type, scope, profile, exclusions }
}

function askedOfUse(use: BrickUse, inventory: Inventory): readonly Asked[] {
  const artifact = platformArtifact(use, inventory)
  if (artifact === undefined) return []
  const { version, scope, profile } = use
  return [{ artifact, component: null, version, type: 'jar', scope, profile, exclusions: [] }]
}

/** `groupId:artifactId` of what is of the platform and produced by no collected repository. */
export function platformArtifact(
  { brick }: Pick<BrickUse, 'brick'>,
  { platformGroups }: Inventory,
): string | undefined {
  const [, group, artifact] = /^pkg:maven\/([^/]+)\/([^/]+)$/u.exec(brick) ?? []
  if (group === undefined || artifact === undefined) return undefined
  const groupId = decodeURIComponent(group)
  return isOfPlatform(groupId, platformGroups) ? `${groupId}:${decodeURIComponent(artifact)}` : undefined
}

/** What the build files name, then what those parts bring in. */
function partsOf(
  asked: readonly Asked[],
  { id, context }: { readonly id: string; readonly context: Context },
): readonly Part[] {
  const { inventory, edges } = context
  const direct = unique(asked.map((one) => part(one, inventory)))
  const starts = asked.flatMap(({ component, exclusions }) => (component === null ? [] : { component, exclusions }))
  const brought = [...broughtBy(starts, edges).values()]
    .filter(({ to }) => to !== id)
    .map((edge): Part => ({ ...part(askedOf(edge), inventory), isDirect: false }))
  return [...direct, ...brought].sort(
    (a, b) => Number(b.isDirect) - Number(a.isDirect) || (a.artifact < b.artifact ? -1 : 1),
  )
}

function part({ artifact, component, version, type }: Asked, { records }: Inventory): Part {
  const releases = component === null ? [] : (records.get(component)?.releases ?? [])
  const standing = standingOfRequirement(version, releases)
  return { artifact, component, version, type, isDirect: true, loose: loosenessOf(version), standing }
}

/** The same artifact in several modules of an assembly is one part; the version that is said wins over none. */
function unique(parts: readonly Part[]): readonly Part[] {
  const byArtifact = new Map<string, Part>()
  for (const one of parts) {
    const earlier = byArtifact.get(one.artifact)
    if (earlier === undefined || (earlier.version === null && one.version !== null)) byArtifact.set(one.artifact, one)
  }
  return [...byArtifact.values()]
}

/** What differs between two assemblies, by artifact, in what they name themselves. */
export interface AssemblyDifference {
  readonly added: readonly Part[]
  readonly removed: readonly Part[]
  readonly changed: readonly { readonly artifact: string; readonly from: string | null; readonly to: string | null }[]
}

export function compareAssemblies(one: Assembly, other: Assembly): AssemblyDifference {
  const direct = ({ parts }: Assembly) =>
    new Map(parts.filter(({ isDirect }) => isDirect).map((part) => [part.artifact, part]))
  const [before, after] = [direct(one), direct(other)]
  return {
    added: [...after.values()].filter(({ artifact }) => !before.has(artifact)),
    removed: [...before.values()].filter(({ artifact }) => !after.has(artifact)),
    changed: [...after.values()].flatMap(({ artifact, version }) => {
      const earlier = before.get(artifact)
      return earlier === undefined || earlier.version === version
        ? []
        : [{ artifact, from: earlier.version, to: version }]
    }),
  }
}

import { leastVersion, parseRequirement, reachesNextMajor } from './maven/range.ts'
import { isSnapshot } from './maven/version.ts'
import type { Component, Portfolio } from './portfolio.ts'
import { type Release, type Standing, standingOf } from './releases.ts'

/** One component that an assembly holds. */
export interface Part {
  /** `groupId:artifactId`. */
  readonly artifact: string
  /** Id of the component in the portfolio; null when no collected repository produces it. */
  readonly component: string | null
  /** As the assembly asks for it; null when nothing at hand says. */
  readonly version: string | null
  readonly type: string
  /** Whether the assembly names it, or something that it names brings it in. */
  readonly isDirect: boolean
  /** Why the version is not one version for good. */
  readonly loose: 'snapshot' | 'range' | 'open-range' | 'unknown' | null
  readonly standing: Standing | null
}

export interface Assembly {
  readonly id: string
  readonly component: Component
  readonly parts: readonly Part[]
}

export interface AssemblyOptions {
  /** Maven groups whose artifacts are components of the platform, collected or not: a group and all below it. */
  readonly platformGroups: readonly string[]
  /** Releases by id of component. */
  readonly releases: ReadonlyMap<string, readonly Release[]>
}

/** Sites and packs: what is put together from components. */
export function assembliesOf(portfolio: Portfolio, options: AssemblyOptions): readonly Assembly[] {
  return portfolio.components
    .filter(({ kind }) => kind === 'site' || kind === 'pack')
    .map((component) => ({ id: component.id, component, parts: partsOf(component.id, portfolio, options) }))
}

/** What the build files of an assembly name outside profiles and tests, then what those parts bring in. */
function partsOf(id: string, portfolio: Portfolio, options: AssemblyOptions): readonly Part[] {
  const isFirm = (one: { readonly scope: string; readonly profile: string | null }) =>
    one.scope !== 'test' && one.profile === null
  const own = portfolio.dependencies.filter((one) => one.from === id && isFirm(one))
  const named = own.map(({ artifact, to, version, type }) => part({ artifact, component: to, version, type }, options))
  const outside = portfolio.bricks
    .filter((one) => one.component === id && isFirm(one))
    .flatMap(({ brick, version }) => {
      const artifact = mavenArtifact(brick)
      if (artifact === undefined || !isOfPlatform(artifact, options.platformGroups)) return []
      return [part({ artifact, component: null, version, type: 'jar' }, options)]
    })
  const direct = [...named, ...outside]
  const seen = new Set(direct.map(({ component }) => component))
  const brought = [...portfolio.graph.allRequired(id).keys()]
    .filter((component) => !seen.has(component))
    .map((component): Part => {
      const build = portfolio.components.find((one) => one.id === component)?.build
      const artifact = build ? `${build.groupId}:${build.artifactId}` : component
      return { artifact, component, version: null, type: 'jar', isDirect: false, loose: 'unknown', standing: null }
    })
  return [...unique(direct), ...brought].sort(
    (a, b) => Number(b.isDirect) - Number(a.isDirect) || (a.artifact < b.artifact ? -1 : 1),
  )
}

function part(
  { artifact, component, version, type }: Pick<Part, 'artifact' | 'component' | 'version' | 'type'>,
  { releases }: AssemblyOptions,
): Part {
  const requirement = version === null ? null : parseRequirement(version)
  const known = component === null ? undefined : releases.get(component)
  const least = requirement === null ? undefined : leastVersion(requirement)
  const standing = known === undefined || least === undefined ? null : standingOf(least, known)
  return { artifact, component, version, type, isDirect: true, loose: looseness(version), standing }
}

function looseness(version: string | null): Part['loose'] {
  if (version === null) return 'unknown'
  const requirement = parseRequirement(version)
  if (requirement.kind === 'malformed') return 'unknown'
  if (requirement.kind === 'soft') return isSnapshot(version) ? 'snapshot' : null
  const [only, another] = requirement.intervals
  if (another === undefined && only?.from !== undefined && only.from === only.to) return null
  return reachesNextMajor(requirement) ? 'open-range' : 'range'
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

/** `groupId:artifactId` of a Maven package address. */
function mavenArtifact(brick: string): string | undefined {
  const [, group, artifact] = /^pkg:maven\/([^/]+)\/([^/]+)$/u.exec(brick) ?? []
  return group === undefined || artifact === undefined
    ? undefined
    : `${decodeURIComponent(group)}:${decodeURIComponent(artifact)}`
}

function isOfPlatform(artifact: string, groups: readonly string[]): boolean {
  const [group = ''] = artifact.split(':')
  return groups.some((one) => group === one || group.startsWith(`${one}.`))
}

/** What differs between two assemblies, by artifact. */
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

import type { Pom, PomParent } from '../../facts/shapes/pom.ts'

/** Where an artifact is known from: a build file of the portfolio. */
export interface KnownPom {
  readonly pom: Pom
  /** `owner/name`. */
  readonly repository: string
  readonly path: string
}

/** A parent as a build file names it, and what was found under that name. */
export interface ResolvedParent {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string | null
  /** The build file that was read for it; null when the portfolio has none. */
  readonly found: KnownPom | null
  /** Whether the one that was found has the version that was asked for: only the newest of each is collected. */
  readonly isSameVersion: boolean
}

/** The build files of the portfolio by `groupId:artifactId`. */
export type PomIndex = ReadonlyMap<string, KnownPom>

/** No chain of parents, and none of lists that import lists, is longer in earnest. */
export const MOST_PARENTS = 20

/** Nearest first; ends where one is not at hand, or where they go in a circle. */
export function parentsOf(own: Pom, index: PomIndex): readonly ResolvedParent[] {
  const parents: ResolvedParent[] = []
  let named = own.parent
  while (named !== null && parents.length < MOST_PARENTS) {
    const parent = resolveParent(named, index)
    const isCircle = parents.some(
      ({ groupId, artifactId }) => groupId === parent.groupId && artifactId === parent.artifactId,
    )
    if (isCircle) break
    parents.push(parent)
    named = parent.found?.pom.parent ?? null
  }
  return parents
}

function resolveParent(named: PomParent, index: PomIndex): ResolvedParent {
  const groupId = named.groupId?.text ?? ''
  const artifactId = named.artifactId?.text ?? ''
  const version = named.version?.text ?? null
  const found = index.get(`${groupId}:${artifactId}`) ?? null
  return { groupId, artifactId, version, found, isSameVersion: found !== null && found.pom.version?.text === version }
}

/** The nearest parent that defines a property wins. */
export function inheritedProperties(parents: readonly ResolvedParent[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const { found } of parents.toReversed()) {
    for (const { name, value, profile } of found?.pom.properties ?? []) {
      if (profile === null) properties.set(name, value)
    }
  }
  return properties
}

import { resolveProperties } from '../../facts/pom-properties.ts'
import type { Pom, PomDependency } from '../../facts/shapes/pom.ts'
import { inheritedProperties, MOST_PARENTS, type PomIndex, parentsOf, type ResolvedParent } from './parents.ts'

/** Puts properties in their place, those of a profile too when the text stands in one. */
export type Put = (text: string, profile?: string | null) => string

/** What `dependencyManagement` says of one artifact. */
export interface Managed {
  readonly version: string
  readonly scope: string | null
  readonly from: 'managed' | 'parent'
}

interface Level {
  readonly pom: Pom
  readonly from: Managed['from']
}

/** By key of a dependency and the profile that it stands in. */
export type ManagedBy = (key: string, profile: string | null) => Managed | undefined

/**
 * What `dependencyManagement` says, in the order in which Maven listens: its own lines, those of its parents, the nearest
 * first, and only then the lists that these import, the first that is named first. What a profile manages comes before all
 * of them for what stands in that profile.
 */
export function managedBy(
  own: Pom,
  { parents, index, put }: { readonly parents: readonly ResolvedParent[]; readonly index: PomIndex; readonly put: Put },
): ManagedBy {
  const levels: readonly Level[] = [
    { pom: own, from: 'managed' },
    ...parents.flatMap(({ found }) => (found === null ? [] : [{ pom: found.pom, from: 'parent' as const }])),
  ]
  const said = levels.flatMap(({ pom, from }) => linesOf(pom, { from, put, profile: null }))
  const imported = levels.flatMap(({ pom, from }) => importedBy(pom, { index, put, from, within: [] }))
  const always = firstOfEach([...said, ...imported])
  const inProfiles = new Map(
    own.profiles.map(({ id }) => {
      const profile = id ?? ''
      return [profile, firstOfEach(linesOf(own, { from: 'managed', put: (text) => put(text, profile), profile }))]
    }),
  )
  return (key, profile) => (profile === null ? undefined : inProfiles.get(profile)?.get(key)) ?? always.get(key)
}

type ManagedLine = readonly [key: string, managed: Managed]

function firstOfEach(lines: readonly ManagedLine[]): ReadonlyMap<string, Managed> {
  return new Map(lines.toReversed())
}

interface Reading {
  readonly from: Managed['from']
  readonly put: Put
  readonly profile: string | null
}

function linesOf(pom: Pom, { from, put, profile }: Reading): readonly ManagedLine[] {
  return managedIn(pom, profile).flatMap((one): readonly ManagedLine[] =>
    isImport(one) ? [] : [[keyOf(one, put), { version: put(one.version.text), scope: one.scope, from }]],
  )
}

/** Of one profile, or outside profiles: which of them hold is decided when something is built. */
function managedIn(pom: Pom, profile: string | null) {
  return pom.dependencies.flatMap((one) =>
    one.section === 'dependencyManagement' && one.profile === profile && one.version !== null
      ? [{ ...one, version: one.version }]
      : [],
  )
}

function isImport({ scope, type }: PomDependency): boolean {
  return scope === 'import' && type?.text === 'pom'
}

interface Importing {
  readonly index: PomIndex
  readonly put: Put
  readonly from: Managed['from']
  /** Lists on the way to this one: one that imports itself ends there. */
  readonly within: readonly string[]
}

/** What the lists say that a build file imports: each with its own parents, properties and imports. */
function importedBy(pom: Pom, { index, put, from, within }: Importing): readonly ManagedLine[] {
  return managedIn(pom, null)
    .filter(isImport)
    .flatMap((one) => {
      const name = `${put(one.groupId ?? '')}:${put(one.artifactId ?? '')}`
      const list = index.get(name)?.pom
      if (list === undefined || within.includes(name) || within.length >= MOST_PARENTS) return []
      const parents = parentsOf(list, index)
      const inherited = inheritedProperties(parents)
      const putThere: Put = (text) => resolveProperties(text, list, { inherited }).text
      const levels = [list, ...parents.flatMap(({ found }) => found?.pom ?? [])]
      return [
        ...levels.flatMap((level) => linesOf(level, { from, put: putThere, profile: null })),
        ...levels.flatMap((level) => importedBy(level, { index, put: putThere, from, within: [...within, name] })),
      ]
    })
}

/** What one dependency is told from another by. */
export function keyOf({ groupId, artifactId, type, classifier }: PomDependency, put: Put): string {
  return [groupId ?? '', artifactId ?? '', type?.text ?? 'jar', classifier ?? ''].map((text) => put(text)).join(':')
}

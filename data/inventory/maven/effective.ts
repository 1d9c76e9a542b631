import { resolveProperties } from '../../facts/pom-properties.ts'
import type { Pom, PomDependency, PomParent } from '../../facts/shapes/pom.ts'

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

/** A dependency with its parents' words put in. */
export interface EffectiveDependency {
  readonly groupId: string
  readonly artifactId: string
  /** As it stands after properties and managed versions; null when nothing at hand says one. */
  readonly version: string | null
  /** Where the version was said: here, in the parent (of a version that may differ), or nowhere. */
  readonly versionFrom: 'own' | 'managed' | 'parent' | 'unknown'
  readonly type: string
  readonly scope: string
  readonly classifier: string | null
  readonly isOptional: boolean
  readonly exclusions: readonly string[]
  /** Id of the profile that it is declared in; null when it always holds. */
  readonly profile: string | null
  readonly line: number
}

export interface EffectivePom {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string | null
  readonly packaging: string
  /** Nearest first. */
  readonly parents: readonly ResolvedParent[]
  readonly dependencies: readonly EffectiveDependency[]
  /** `owner/name:path` of the licences' source, and their names as written; the nearest that names any. */
  readonly licenses: { readonly names: readonly string[]; readonly from: 'own' | 'parent' } | null
  /** Names of properties that stand nowhere at hand. */
  readonly unresolved: readonly string[]
}

/** The build files of the portfolio by `groupId:artifactId`. */
export type PomIndex = ReadonlyMap<string, KnownPom>

const MOST_PARENTS = 20

/** What Maven would make of a build file with what the portfolio has at hand. Pure, and ends on parents in a circle. */
export function effectivePom(own: Pom, index: PomIndex): EffectivePom {
  const parents = parentsOf(own, index)
  const inherited = inheritedProperties(parents)
  const unresolved = new Set<string>()
  const put = (text: string) => {
    const resolved = resolveProperties(text, own, { inherited })
    for (const name of resolved.unresolved) unresolved.add(name)
    return resolved.text
  }
  const managed = managedOf(own, { parents, put })
  return {
    groupId: put(own.groupId?.text ?? own.parent?.groupId?.text ?? ''),
    artifactId: put(own.artifactId?.text ?? ''),
    version: versionText(own.version?.text ?? own.parent?.version?.text, put),
    packaging: put(own.packaging?.text ?? 'jar'),
    parents,
    dependencies: own.dependencies
      .filter(({ section }) => section === 'dependencies')
      .map((dependency) => effectiveDependency(dependency, { managed, put })),
    licenses: licensesOf(own, parents),
    unresolved: [...unresolved].sort(),
  }
}

function parentsOf(own: Pom, index: PomIndex): readonly ResolvedParent[] {
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
function inheritedProperties(parents: readonly ResolvedParent[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const { found } of parents.toReversed()) {
    for (const { name, value, profile } of found?.pom.properties ?? []) {
      if (profile === null) properties.set(name, value)
    }
  }
  return properties
}

type Put = (text: string) => string

interface Managed {
  readonly version: string
  readonly scope: string | null
  readonly from: 'managed' | 'parent'
}

/** Versions that `dependencyManagement` gives, here and in the parents: the nearest wins. */
function managedOf(
  own: Pom,
  { parents, put }: { readonly parents: readonly ResolvedParent[]; readonly put: Put },
): ReadonlyMap<string, Managed> {
  const managed = new Map<string, Managed>()
  const levels = [
    ...parents
      .toReversed()
      .flatMap(({ found }) => (found === null ? [] : [{ pom: found.pom, from: 'parent' as const }])),
    { pom: own, from: 'managed' as const },
  ]
  for (const { pom, from } of levels) {
    for (const dependency of pom.dependencies) {
      if (dependency.section !== 'dependencyManagement' || dependency.version === null) continue
      const value = { version: put(dependency.version.text), scope: dependency.scope, from }
      managed.set(keyOf(dependency, put), value)
    }
  }
  return managed
}

function keyOf({ groupId, artifactId, type, classifier }: PomDependency, put: Put): string {
  return [groupId ?? '', artifactId ?? '', type?.text ?? 'jar', classifier ?? ''].map(put).join(':')
}

function effectiveDependency(
  dependency: PomDependency,
  { managed, put }: { readonly managed: ReadonlyMap<string, Managed>; readonly put: Put },
): EffectiveDependency {
  const rule = managed.get(keyOf(dependency, put))
  const own = dependency.version === null ? null : versionText(dependency.version.text, put)
  return {
    groupId: put(dependency.groupId ?? ''),
    artifactId: put(dependency.artifactId ?? ''),
    version: own ?? (rule === undefined ? null : versionText(rule.version, put)),
    versionFrom: own !== null ? 'own' : (rule?.from ?? 'unknown'),
    type: put(dependency.type?.text ?? 'jar'),
    scope: put(dependency.scope ?? rule?.scope ?? 'compile'),
    classifier: dependency.classifier === null ? null : put(dependency.classifier),
    isOptional: dependency.optional?.trim() === 'true',
    exclusions: dependency.exclusions,
    profile: dependency.profile,
    line: dependency.line,
  }
}

/** A version in which a property stayed as written is not known. */
function versionText(written: string | undefined, put: Put): string | null {
  const text = written === undefined ? '' : put(written).trim()
  return text === '' || text.includes('${') ? null : text
}

function licensesOf(own: Pom, parents: readonly ResolvedParent[]): EffectivePom['licenses'] {
  const namesIn = (pom: Pom) => pom.licenses.flatMap(({ name }) => (name === null ? [] : [name.text]))
  const here = namesIn(own)
  if (here.length > 0) return { names: here, from: 'own' }
  for (const { found } of parents) {
    const names = found === null ? [] : namesIn(found.pom)
    if (names.length > 0) return { names, from: 'parent' }
  }
  return null
}

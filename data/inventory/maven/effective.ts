import { resolveProperties } from '../../facts/pom-properties.ts'
import type { Pom, PomDependency } from '../../facts/shapes/pom.ts'
import { keyOf, type ManagedBy, managedBy, type Put } from './management.ts'
import { inheritedProperties, type KnownPom, type PomIndex, parentsOf, type ResolvedParent } from './parents.ts'

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
  /** The build file of a parent that declares it for all its children; null when the file itself does. */
  readonly declaredIn: KnownPom | null
}

export interface EffectivePom {
  readonly groupId: string
  readonly artifactId: string
  readonly version: string | null
  readonly packaging: string
  /** `name` and `description` of its own file; null when it has none, or when a property in them is not known. */
  readonly title: string | null
  readonly description: string | null
  /** Where its sources lie, as its own file writes it; null when it does not say. */
  readonly scm: string | null
  /** Nearest first. */
  readonly parents: readonly ResolvedParent[]
  readonly dependencies: readonly EffectiveDependency[]
  /** Names of licences as written; the nearest file that gives any. `parent`: that file, when it is not its own. */
  readonly licenses: { readonly names: readonly string[]; readonly parent: KnownPom | null } | null
  /** Names of properties that stand nowhere at hand. */
  readonly unresolved: readonly string[]
}

/** What Maven would make of a build file with what the portfolio has at hand. Pure, and ends on parents in a circle. */
export function effectivePom(own: Pom, index: PomIndex): EffectivePom {
  const parents = parentsOf(own, index)
  const inherited = inheritedProperties(parents)
  const unresolved = new Set<string>()
  const put: Put = (text, profile) => {
    const resolved = resolveProperties(text, own, { inherited, ...(profile != null && { profiles: [profile] }) })
    for (const name of resolved.unresolved) unresolved.add(name)
    return resolved.text
  }
  const managed = managedBy(own, { parents, index, put })
  return {
    groupId: put(own.groupId?.text ?? own.parent?.groupId?.text ?? ''),
    artifactId: put(own.artifactId?.text ?? ''),
    version: knownText(own.version?.text ?? own.parent?.version?.text, put),
    packaging: put(own.packaging?.text ?? 'jar'),
    title: wordsOf(own.name?.text, put),
    description: wordsOf(own.description?.text, put),
    scm: knownText((own.scm?.url ?? own.scm?.connection ?? own.scm?.developerConnection)?.text, put),
    parents,
    dependencies: dependenciesOf(own, { parents, managed, put }),
    licenses: licensesOf(own, parents),
    unresolved: [...unresolved].sort(),
  }
}

/** What a build file and its parents declare; what is declared again nearer stands. Profiles of parents are theirs. */
function dependenciesOf(
  own: Pom,
  {
    parents,
    managed,
    put,
  }: {
    readonly parents: readonly ResolvedParent[]
    readonly managed: ManagedBy
    readonly put: Put
  },
): readonly EffectiveDependency[] {
  const seen = new Set<string>()
  const levels = [
    { pom: own, known: null },
    ...parents.flatMap(({ found }) => found && { pom: found.pom, known: found }),
  ]
  return levels.flatMap((level) => {
    if (level === null) return []
    const { pom, known } = level
    const declared = pom.dependencies.filter(
      ({ section, profile }) => section === 'dependencies' && (known === null || profile === null),
    )
    const kept = known === null ? declared : declared.filter((one) => !seen.has(keyOf(one, put)))
    for (const one of declared) if (one.profile === null) seen.add(keyOf(one, put))
    return kept.map((one) => effectiveDependency(one, { managed, put, declaredIn: known }))
  })
}

function effectiveDependency(
  dependency: PomDependency,
  {
    managed,
    put: putAny,
    declaredIn,
  }: { readonly managed: ManagedBy; readonly put: Put; readonly declaredIn: KnownPom | null },
): EffectiveDependency {
  const put: Put = (text) => putAny(text, dependency.profile)
  const rule = managed(keyOf(dependency, put), dependency.profile)
  const own = dependency.version === null ? null : knownText(dependency.version.text, put)
  return {
    groupId: put(dependency.groupId ?? ''),
    artifactId: put(dependency.artifactId ?? ''),
    version: own ?? (rule === undefined ? null : knownText(rule.version, put)),
    versionFrom: own === null ? (rule?.from ?? 'unknown') : declaredIn === null ? 'own' : 'parent',
    type: put(dependency.type?.text ?? 'jar'),
    scope: put(dependency.scope ?? rule?.scope ?? 'compile'),
    classifier: dependency.classifier === null ? null : put(dependency.classifier),
    isOptional: dependency.optional?.trim() === 'true',
    exclusions: dependency.exclusions,
    profile: dependency.profile,
    line: dependency.line,
    declaredIn,
  }
}

/** A text in which a property stayed as written is not known. */
function knownText(written: string | undefined, put: Put): string | null {
  const text = written === undefined ? '' : put(written).trim()
  return text === '' || text.includes('${') ? null : text
}

/** Words of people in one line. */
function wordsOf(written: string | undefined, put: Put): string | null {
  return knownText(written?.replace(/\s+/gu, ' '), put)
}

function licensesOf(own: Pom, parents: readonly ResolvedParent[]): EffectivePom['licenses'] {
  const namesIn = (pom: Pom) => pom.licenses.flatMap(({ name }) => (name === null ? [] : [name.text]))
  const here = namesIn(own)
  if (here.length > 0) return { names: here, parent: null }
  for (const { found } of parents) {
    const names = found === null ? [] : namesIn(found.pom)
    if (names.length > 0) return { names, parent: found }
  }
  return null
}

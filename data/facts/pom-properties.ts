import type { Pom } from './shapes/pom.ts'

export interface ResolvedText {
  /** With every property that is known in its place; the others stay as written, `${...}` and all. */
  readonly text: string
  /** Names of those that are defined nowhere at hand, refer to themselves, or grow without end. Each once. */
  readonly unresolved: readonly string[]
}

export interface ResolveOptions {
  /** Profiles whose properties count; those of the project count always. A later profile wins. */
  readonly profiles?: readonly string[]
  /** Known from elsewhere, a parent for example: used where the pom says nothing. */
  readonly inherited?: ReadonlyMap<string, string>
}

/** Far above any real build file; keeps a pom made to explode from doing so. */
const MAX_EXPANSIONS = 1000
const MAX_LENGTH = 10_000

/** Puts properties in their place, as Maven does for one pom without reading its parents. Pure, and ends on cycles. */
export function resolveProperties(text: string, pom: Pom, options: ResolveOptions = {}): ResolvedText {
  if (!text.includes('${')) return { text, unresolved: [] }
  const unresolved = new Set<string>()
  const known = (name: string) => lookUp(name, pom, options)
  const resolved = expand(text, [], { known, unresolved, expansions: 0 })
  return { text: resolved, unresolved: [...unresolved] }
}

interface Expansion {
  readonly known: (name: string) => string | undefined
  readonly unresolved: Set<string>
  expansions: number
}

/** `path`: names that are being expanded; meeting one again is a cycle. */
function expand(text: string, path: readonly string[], expansion: Expansion): string {
  return text.replace(/\$\{([^${}]+)\}/g, (whole, raw: string) => {
    const name = raw.trim()
    const isAllowed = !path.includes(name) && ++expansion.expansions <= MAX_EXPANSIONS
    const value = isAllowed ? expansion.known(name) : undefined
    const inner = value === undefined ? undefined : expand(value, [...path, name], expansion)
    if (inner !== undefined && inner.length <= MAX_LENGTH) return inner
    expansion.unresolved.add(name)
    return whole
  })
}

function lookUp(name: string, pom: Pom, options: ResolveOptions): string | undefined {
  const builtIn = projectValue(name.replace(/^pom\./, 'project.'), pom)
  if (builtIn !== undefined) return builtIn
  const profiles = options.profiles ?? []
  const inProfiles = pom.properties.findLast((each) => each.name === name && profiles.includes(each.profile ?? ''))
  const inProject = pom.properties.findLast((each) => each.name === name && each.profile === null)
  const property = inProfiles?.value ?? inProject?.value ?? options.inherited?.get(name)
  // Without its prefix a name is deprecated, and still read where no property has it.
  return property ?? projectValue(`project.${name}`, pom)
}

function projectValue(name: string, pom: Pom): string | undefined {
  switch (name) {
    case 'project.groupId':
      return (pom.groupId ?? pom.parent?.groupId)?.text
    case 'project.artifactId':
      return pom.artifactId?.text
    case 'project.version':
      return (pom.version ?? pom.parent?.version)?.text
    case 'project.packaging':
      return pom.packaging?.text ?? 'jar'
    case 'project.name':
      return (pom.name ?? pom.artifactId)?.text
    case 'project.parent.groupId':
      return pom.parent?.groupId?.text
    case 'project.parent.artifactId':
      return pom.parent?.artifactId?.text
    case 'project.parent.version':
      return pom.parent?.version?.text
    default:
      return undefined
  }
}

import type { Dependency } from './portfolio.ts'

/** Where a walk begins: something that is asked for, and what is asked to be left out of all that it brings in. */
interface Start {
  readonly component: string
  readonly exclusions: readonly string[]
}

/** Scopes that Maven follows beyond the first step. */
const FOLLOWED = ['compile', 'runtime']

/**
 * What these bring in beside themselves, each with the request that is nearest, as Maven follows them: not what is optional,
 * provided, for tests or in a profile, nor what is excluded on the way.
 */
export function broughtBy(
  starts: readonly Start[],
  edges: ReadonlyMap<string, readonly Dependency[]>,
): ReadonlyMap<string, Dependency> {
  const found = new Map<string, Dependency>()
  const named = new Set(starts.map(({ component }) => component))
  for (let front = starts; front.length > 0; ) {
    const next: Start[] = []
    for (const { component, exclusions } of front) {
      for (const edge of edges.get(component) ?? []) {
        if (named.has(edge.to) || found.has(edge.to) || !isFollowed(edge) || isExcluded(edge, exclusions)) continue
        found.set(edge.to, edge)
        next.push({ component: edge.to, exclusions: [...exclusions, ...edge.exclusions] })
      }
    }
    front = next
  }
  return found
}

function isFollowed({ scope, profile, isOptional }: Dependency): boolean {
  return FOLLOWED.includes(scope) && profile === null && !isOptional
}

/** `*` stands for any group or any artifact. */
function isExcluded({ artifact }: Dependency, exclusions: readonly string[]): boolean {
  const [group, name] = artifact.split(':')
  return exclusions.some((one) => {
    const [outGroup, outName] = one.split(':')
    return (outGroup === '*' || outGroup === group) && (outName === '*' || outName === name)
  })
}

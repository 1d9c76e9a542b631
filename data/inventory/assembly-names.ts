import type { Assembly } from './assembly.ts'
import { componentNames } from './names.ts'
import type { Component } from './portfolio.ts'

/**
 * Finds assemblies by a name of their component, whatever the case: `NAME#PROFILE` is that one alone, `NAME` all that its
 * build file makes.
 */
export function assemblyFinder(
  components: readonly Component[],
  assemblies: readonly Assembly[],
): (asked: string) => readonly Assembly[] {
  const names = componentNames(components)
  return (asked) => {
    const [, profile] = asked.toLowerCase().split('#')
    const found = new Set(names.find(asked))
    return assemblies.filter(
      (one) => found.has(one.component) && (profile === undefined || one.profile?.toLowerCase() === profile.trim()),
    )
  }
}

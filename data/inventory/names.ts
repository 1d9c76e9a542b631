import { nearest } from '../model/nearest.ts'
import type { Component } from './portfolio.ts'

/** By what people call a component: its id, its repository with or without owner, its artifact with or without group. */
export interface ComponentNames<Named = Component> {
  /** Every component that goes by that name, whatever the case; of an assembly's name, what stands before its `#profile`. */
  find(asked: string): readonly Named[]
  /** The known name nearest to one that is not. */
  nearest(asked: string): string | undefined
}

/** What a component is called by. */
interface Called extends Pick<Component, 'id' | 'repository'> {
  readonly build: { readonly groupId: string; readonly artifactId: string } | null
}

export function componentNames<Named extends Called>(components: readonly Named[]): ComponentNames<Named> {
  const byName = new Map<string, Named[]>()
  const shown = new Set<string>()
  for (const component of components) {
    for (const name of namesOfComponent(component)) {
      shown.add(name)
      const key = name.toLowerCase()
      const known = byName.get(key)
      if (known === undefined) byName.set(key, [component])
      else if (!known.includes(component)) known.push(component)
    }
  }
  return {
    find: (asked) => byName.get(asked.trim().toLowerCase().replace(/#.*$/u, '')) ?? [],
    nearest: (asked) => nearest(asked, shown),
  }
}

/** Every name that one component goes by, as it is written. */
export function namesOfComponent({ id, repository, build }: Called): readonly string[] {
  const name = repository.slice(repository.indexOf('/') + 1)
  const artifact = build === null ? [] : [build.artifactId, `${build.groupId}:${build.artifactId}`]
  return [...new Set([id, repository, name, ...artifact])]
}

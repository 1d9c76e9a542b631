import type { Component } from '../inventory/portfolio.ts'
import type { ExportScope } from './export-table.ts'

/** How a component is named in the file. */
export interface Place {
  readonly repository: string
  readonly path: string
}

/** Where a component of the portfolio stands in the file, by its id; undefined for what the file does not hold. */
export type PlaceOf = (component: string) => Place | undefined

export const NOWHERE = { repository: null, path: null } as const

/** `names`: `server/owner/name` of a repository by `owner/name`. */
export function placesOf(
  components: readonly Component[],
  { names, repositories }: { readonly names: ReadonlyMap<string, string> } & Pick<ExportScope, 'repositories'>,
): PlaceOf {
  const places = new Map(
    components.flatMap(({ id, repository, path }): [string, Place][] => {
      const name = names.get(repository)
      return name === undefined || !repositories.has(name) ? [] : [[id, { repository: name, path }]]
    }),
  )
  return (component) => places.get(component)
}

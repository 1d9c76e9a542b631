import { unlookedRepositories } from '#data/queries/unlooked-repositories.ts'
import type { Store } from '#data/store.ts'

/** What stays out of a public site because nothing says that anybody may read it, with the remedy; none where all is known. */
export async function unlookedIn(store: Pick<Store, 'ask'>): Promise<readonly string[]> {
  const [counted] = await store.ask(unlookedRepositories, {})
  if (counted === undefined || counted.unlooked === 0) return []
  const { unlooked, repositories, clones } = counted
  const remedy =
    clones > 0 ? ' Where a clone is of a public one, write `public: true` beside its path and collect again.' : ''
  return [
    `Not in the public site: ${unlooked} of ${repositories} repositories, for nothing says that anybody may read them.${remedy}`,
  ]
}

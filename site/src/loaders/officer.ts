import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import { loadCollectionState } from './collection-state.ts'
import { loadFleet } from './fleet.ts'
import { loadLicenses } from './license-ledger.ts'
import { loadMigration } from './migration.ts'
import type { Asked, Register } from './reading.ts'
import type { Standing } from './standing.ts'
import { loadThirdParties } from './third-parties.ts'
import { loadTodo } from './todo.ts'
import { loadWatchList } from './watch.ts'

interface Known {
  readonly entries: readonly CatalogueEntry[]
  readonly entryOf: EntryOf
  readonly standings: ReadonlyMap<string, Standing>
  readonly isDemo: boolean
}

/** What the officer's pages show; of a public file there is nothing of it. */
export async function loadOfficer(store: Asked, register: Register, known: Known) {
  return {
    fleet: await loadFleet(store, register, known.entryOf),
    todo: await loadTodo(store, register, known),
    collection: await loadCollectionState(store, register),
    licenses: await loadLicenses(store, register, known),
    thirdParties: await loadThirdParties(store, register),
    migration: await loadMigration(store, register, known),
    watchList: await loadWatchList(store, register, known.entryOf),
  }
}

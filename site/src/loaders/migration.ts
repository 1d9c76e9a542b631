import { isOneOf } from '#data/model/vocabulary.ts'
import { siteMigrationStates } from '#data/queries/site/desk.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import type { Standing } from './standing.ts'

export const MIGRATION_STATES = ['blocked', 'free', 'unknown', 'migrated'] as const
export type MigrationState = (typeof MIGRATION_STATES)[number]

export interface MigrationLine {
  readonly entry: CatalogueEntry
  readonly state: MigrationState
  /** Components in its way: those that it requires and that are not there. */
  readonly blockedBy: readonly CatalogueEntry[]
  /** How many there are, those without a page included. */
  readonly blockers: number
  /** Components that cannot start before it. */
  readonly unblocks: number
  readonly dependents: number
}

export interface MigrationSheet extends Dated {
  /** Those that unblock the most first. */
  readonly lines: readonly MigrationLine[]
  readonly counts: Readonly<Record<MigrationState, number>>
}

export async function loadMigration(
  store: Asked,
  register: Register,
  { entryOf, standings }: { readonly entryOf: EntryOf; readonly standings: ReadonlyMap<string, Standing> },
): Promise<MigrationSheet> {
  const rows = (await store.ask(siteMigrationStates, {})).flatMap((row) => {
    const entry = entryOf(row)
    return entry === undefined
      ? []
      : [{ row, entry, state: isOneOf(MIGRATION_STATES, row.state) ? row.state : 'unknown' }]
  })
  const waiting = new Set(rows.filter(({ state }) => state !== 'migrated').map(({ entry }) => entry.slug))
  const lines = rows.map(({ row, entry, state }): MigrationLine => {
    const required = state === 'blocked' ? (standings.get(entry.slug)?.requires ?? []) : []
    return {
      ...{ entry, state, blockers: row.blocked_by, unblocks: row.unblocks, dependents: row.required_by_all },
      blockedBy: required.filter(({ slug }) => waiting.has(slug)),
    }
  })
  const count = (state: MigrationState) => lines.filter((line) => line.state === state).length
  return {
    asOf: register.asOf,
    coverage: register.trees,
    lines,
    counts: { blocked: count('blocked'), free: count('free'), unknown: count('unknown'), migrated: count('migrated') },
  }
}

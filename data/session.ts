import type { RunId } from './model/collection.ts'
import type { Instant } from './model/instant.ts'
import type { OrganisationKey, PersonRef, RepositoryKey } from './model/records.ts'
import type { Connection } from './sql.ts'

/** One transaction of writing: who writes, when, and what is known of the rows that others refer to. */
export interface Session {
  readonly connection: Connection
  readonly run: RunId
  readonly at: Instant
  /** Rows that changed so far. */
  changed: number
  /** Marks that the rollups of a repository are stale. */
  mark(repository: number): void
  /** Number of a repository that was recorded before; throws when it never was. */
  repository(key: RepositoryKey): number
  organisation(key: OrganisationKey): number
  /** Number of the person, who is made known when new. */
  person(ref: PersonRef): number
  /** Drops a person whom nothing refers to any more. */
  dropPerson(id: number): void
  /** Whether somebody asked to be forgotten. */
  isErased(ref: PersonRef): boolean
}

import type { Text } from '#data/model/vocabulary.ts'
import {
  siteContributors,
  siteFeatures,
  siteMigrations,
  siteReleases,
  siteSecurity,
  siteSummaries,
} from '#data/queries/site/catalogue.ts'
import type { Asked } from './reading.ts'

export const MIGRATION_STATES = ['migrated', 'free', 'blocked', 'unknown'] as const
export type MigrationState = (typeof MIGRATION_STATES)[number]

/** How a component is kept: what came out, where to report, how far it is on the way to the new line. */
export interface Upkeep {
  /** What it is for, in a sentence of the register. */
  readonly summary: Text | undefined
  /** The newest first; the last six at most. */
  readonly releases: readonly { readonly version: string; readonly on: string }[]
  /** Undefined where the host shows no policy, or was not asked; the page may be unknown. */
  readonly security: { readonly url: string | null } | undefined
  /** What it does, in words of its makers: in each language that they wrote. */
  readonly features: ReadonlyMap<string, readonly string[]>
  /** People of twelve months, robots left out; undefined where too few to be told, or not read. */
  readonly contributors: { readonly persons: number; readonly outside: number | null } | undefined
  readonly migration: { readonly state: MigrationState; readonly unblocks: number } | undefined
}

interface Place {
  readonly repository: string
  readonly path: string
}

const key = ({ repository, path }: Place) => `${repository} ${path}`

/** By place of a component: six questions whatever their number. */
export async function loadUpkeep(store: Asked): Promise<(place: Place) => Upkeep> {
  const summaries = new Map((await store.ask(siteSummaries, {})).map((row) => [key(row), row]))
  const releases = Map.groupBy(await store.ask(siteReleases, {}), key)
  const policies = new Map((await store.ask(siteSecurity, {})).map(({ repository, url }) => [repository, { url }]))
  const features = Map.groupBy(await store.ask(siteFeatures, {}), key)
  const contributors = new Map((await store.ask(siteContributors, {})).map((row) => [row.repository, row]))
  const migrations = new Map((await store.ask(siteMigrations, {})).map((row) => [key(row), row]))
  return (place) => {
    const summary = summaries.get(key(place))
    const migration = migrations.get(key(place))
    const state = MIGRATION_STATES.find((word) => word === migration?.state)
    return {
      summary: summary && { fr: summary.summary_fr, en: summary.summary_en },
      releases: (releases.get(key(place)) ?? []).map(({ version, published_at }) => {
        return { version, on: published_at.slice(0, 10) }
      }),
      security: policies.get(place.repository),
      features: new Map(
        [...Map.groupBy(features.get(key(place)) ?? [], ({ language }) => language)].map(([language, rows]) => [
          language,
          rows.map(({ text }) => text),
        ]),
      ),
      contributors: contributors.get(place.repository),
      migration: state && migration && { state, unblocks: migration.unblocks },
    }
  }
}

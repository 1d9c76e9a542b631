import type { RowOf } from '#data/queries/query.ts'
import { siteLicenseSources } from '#data/queries/site/desk.ts'
import { siteDependencies, siteReadiness, siteStandings, siteTranslations } from '#data/queries/site/standing.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

export const READINESS_OUTCOMES = ['met', 'unmet', 'unknown', 'withheld', 'nothing-to-measure'] as const
export type ReadinessOutcome = (typeof READINESS_OUTCOMES)[number]

export interface ReadinessReason {
  readonly criterion: string
  readonly level: number
  readonly outcome: string
  readonly value: string | null
}

/** What one place says of the licence. */
export interface SaidLicense {
  readonly source: string
  readonly place: string | null
  /** As it is written, or as its text reads; null when it is none that is known. */
  readonly name: string | null
}

export interface Readiness {
  readonly level: number
  readonly atMost: number
  readonly reasons: readonly ReadinessReason[]
}

/** What a component stands on, what stands on it and how it is kept. */
export interface Standing extends Dated {
  readonly requires: readonly CatalogueEntry[]
  readonly requiredBy: readonly CatalogueEntry[]
  /** Version that it asks for, by slug of what it requires. */
  readonly asked: ReadonlyMap<string, string>
  /** Whether its files tell what it requires. */
  readonly isRead: boolean
  /** With those behind them; null where no files are known. */
  readonly requiredByAll: number | null
  readonly core: { readonly from: string | null; readonly to: string | null }
  /** Null for a component of another organisation, which the public is told nothing of the kind about. */
  readonly readiness: Readiness | null
  readonly translations: readonly { readonly language: string; readonly translated: number; readonly of: number }[]
  readonly replacedBy: string | null
  /** A role or a team. */
  readonly maintainer: string | null
  readonly isLicenseDisagreed: boolean
  /** Everything that says a licence, where they do not all say the same and nobody settled it. */
  readonly licenses: readonly SaidLicense[]
  /** Where its issues live, as the register says. */
  readonly tracker: { readonly kind: string; readonly url: string | null } | null
}

/** By slug: five questions whatever the number of components. */
export async function loadStandings(
  store: Asked,
  register: Register,
  entryOf: EntryOf,
): Promise<ReadonlyMap<string, Standing>> {
  const edges = (await store.ask(siteDependencies, {})).flatMap((row) => {
    const from = entryOf(row)
    const to = entryOf({ repository: row.required_repository, path: row.required_path })
    return from === undefined || to === undefined ? [] : [{ from, to, version: row.version }]
  })
  const requires = Map.groupBy(edges, ({ from }) => from.slug)
  const requiredBy = Map.groupBy(edges, ({ to }) => to.slug)
  const reasons = Map.groupBy(await store.ask(siteReadiness, {}), placeKey)
  const licenses = Map.groupBy(await store.ask(siteLicenseSources, {}), placeKey)
  const translations = Map.groupBy(await store.ask(siteTranslations, {}), placeKey)
  const standings = (await store.ask(siteStandings, {})).flatMap((row): readonly (readonly [string, Standing])[] => {
    const entry = entryOf(row)
    if (entry === undefined) return []
    const found = {
      requires: byName((requires.get(entry.slug) ?? []).map(({ to }) => to)),
      asked: new Map(
        (requires.get(entry.slug) ?? []).flatMap(({ to, version }) => (version ? [[to.slug, version]] : [])),
      ),
      requiredBy: byName((requiredBy.get(entry.slug) ?? []).map(({ from }) => from)),
      translations: (translations.get(placeKey(row)) ?? []).map(({ language, translated, reference: of }) => {
        return { language, translated, of }
      }),
    }
    const { asOf, trees: coverage } = register
    const said = row.is_license_disagreed === 1 ? (licenses.get(placeKey(row)) ?? []) : []
    const sources = said.map(({ source, place, spdx, said: written }) => ({ source, place, name: spdx ?? written }))
    return [
      [entry.slug, { asOf, coverage, ...found, licenses: sources, ...saidOf(row, reasons.get(placeKey(row)) ?? []) }],
    ]
  })
  return new Map(standings)
}

function saidOf(row: RowOf<typeof siteStandings>, reasons: readonly RowOf<typeof siteReadiness>[]) {
  return {
    isRead: row.requires_direct !== null,
    requiredByAll: row.required_by_all,
    core: { from: row.min_core_version, to: row.max_core_version },
    readiness: readinessOf(row, reasons),
    replacedBy: row.replaced_by,
    maintainer: row.maintainer,
    isLicenseDisagreed: row.is_license_disagreed === 1,
    tracker: row.tracker_kind === null ? null : { kind: row.tracker_kind, url: webAddress(row.tracker_url) },
  }
}

function readinessOf(
  { readiness: level, readiness_at_most: atMost }: RowOf<typeof siteStandings>,
  reasons: readonly RowOf<typeof siteReadiness>[],
): Readiness | null {
  if (level === null || atMost === null) return null
  const told = reasons.map(({ criterion, level: asked, outcome, value }) => ({
    criterion,
    level: asked,
    outcome,
    value,
  }))
  return { level, atMost, reasons: told }
}

function placeKey({ repository, path }: { readonly repository: string; readonly path: string }): string {
  return `${repository} ${path}`
}

function byName(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

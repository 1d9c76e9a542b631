import { type FigureRow, siteFigures } from '#data/queries/site/change-requests.ts'
import { siteOrganisations } from '#data/queries/site/coverage.ts'
import type { Catalogue, CatalogueEntry } from './catalogue.ts'
import type { Figure } from './figures.ts'
import { monthOf, monthsUpTo } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'

export const FACTS = ['components', 'change-requests-outside', 'first-response-median', 'conformity'] as const
export type FactId = (typeof FACTS)[number]

/** A figure of the home page. `value` null: hidden, or not known; never zero. */
export interface Fact {
  readonly id: FactId
  /** Components, change requests, hours, or a share between 0 and 1. */
  readonly value: number | null
  readonly isHidden: boolean
  readonly sample: number | null
  readonly fromMonth: number | null
  readonly toMonth: number | null
  /** Twelve points, oldest first, null where hidden or not known; empty when there is no series to draw. */
  readonly trend: readonly (number | null)[]
}

export interface Home extends Dated {
  readonly facts: readonly Fact[]
  readonly releases: readonly CatalogueEntry[]
  readonly repositories: number
  readonly organisations: readonly { readonly name: string; readonly repositories: number }[]
}

const RELEASES = 5

export async function loadHome(
  store: Asked,
  register: Register,
  {
    catalogue,
    figures,
    createdOn,
  }: {
    readonly catalogue: Catalogue
    readonly figures: readonly Figure[]
    /** Day each component's repository was created, where known. */
    readonly createdOn: readonly (string | null)[]
  },
): Promise<Home> {
  const rows = new Map((await store.ask(siteFigures, {})).map((row) => [row.id, row]))
  const organisations = await store.ask(siteOrganisations, {})
  const numbers = (figure: string, series: string) =>
    (figures.find(({ id }) => id === figure)?.series.find(({ id }) => id === series)?.cells ?? [])
      .slice(-12)
      .map((cell) => (typeof cell === 'number' ? cell : null))
  return {
    asOf: register.asOf,
    coverage: register.trees,
    facts: [
      { ...plain('components', rows.get('components')), trend: growth(register.asOf, createdOn) },
      {
        ...plain('change-requests-outside', rows.get('change-requests-outside')),
        trend: numbers('author-groups', 'outside'),
      },
      {
        ...plain('first-response-median', rows.get('first-response-median')),
        trend: numbers('first-response', 'median'),
      },
      conformity(rows.get('conformity-held'), rows.get('conformity-judged')),
    ],
    releases: latestReleases(catalogue.entries),
    repositories: register.trees.expected,
    organisations: organisations.map(({ login, repositories }) => ({ name: login, repositories })),
  }
}

function plain(id: FactId, row: FigureRow | undefined): Omit<Fact, 'trend'> {
  return {
    id,
    value: row?.value ?? null,
    isHidden: row?.is_hidden === 1,
    sample: row?.sample ?? null,
    fromMonth: row?.from_month ?? null,
    toMonth: row?.to_month ?? null,
  }
}

/** Share of the rules that hold, over those that could be checked. */
function conformity(held: FigureRow | undefined, judged: FigureRow | undefined): Fact {
  const all = judged?.value ?? null
  const value = all === null || all === 0 || held?.value == null ? null : held.value / all
  return { ...plain('conformity', judged), value, sample: all, trend: [] }
}

/** Today's components by the month their repository was created, added up. */
function growth(asOf: string, createdOn: readonly (string | null)[]): readonly number[] {
  const months = createdOn.flatMap((day) => (day === null ? [] : [monthOf(day)]))
  return monthsUpTo(monthOf(asOf), 12).map((month) => months.filter((created) => created <= month).length)
}

/** Latest releases, one for each repository. */
function latestReleases(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const seen = new Set<string>()
  return entries
    .filter(({ releasedOn, version }) => releasedOn !== null && version !== null)
    .toSorted((a, b) => ((a.releasedOn ?? '') < (b.releasedOn ?? '') ? 1 : -1))
    .filter(({ repository }) => !seen.has(repository) && seen.add(repository))
    .slice(0, RELEASES)
}

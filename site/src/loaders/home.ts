import type { ColumnName } from '#data/queries/metrics/columns.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteOrganisations } from '#data/queries/site/coverage.ts'
import { siteConformityCounts } from '#data/queries/site/figures.ts'
import { type Answer, type AnswerRow, type Answers, cellIn } from './answers.ts'
import type { Catalogue, CatalogueEntry } from './catalogue.ts'
import { addMonths, monthOf, monthsUpTo } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { spansOf, sumOver } from './spans.ts'

/** What the home page would rather tell, in its order. */
const FIRST_FACTS = ['components', 'change-requests-outside', 'first-response-median', 'conformity'] as const
/** What stands in for those of them that were not collected: clones alone hold no change request. */
const STAND_INS = ['released', 'moved'] as const
export const FACTS = [...FIRST_FACTS, ...STAND_INS] as const
export type FactId = (typeof FACTS)[number]

/** A figure of the home page. `value` null: hidden, or not known; never zero. */
export interface Fact {
  readonly id: FactId
  /** Components, change requests, working days, or a share between 0 and 1. */
  readonly value: number | null
  readonly isHidden: boolean
  readonly sample: number | null
  /** Of those of the sample, how many it is not known of. */
  readonly unknown?: number
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
    answers,
    createdOn,
  }: {
    readonly catalogue: Catalogue
    readonly answers: Answers
    /** Day each component's repository was created, where known. */
    readonly createdOn: readonly (string | null)[]
  },
): Promise<Home> {
  const organisations = await store.ask(siteOrganisations, {})
  const [conformity] = await store.ask(siteConformityCounts, {})
  const components = catalogue.entries.length
  const state = { isHidden: false, fromMonth: null, toMonth: null }
  return {
    asOf: register.asOf,
    coverage: register.trees,
    facts: inPlaceOfUnknown(
      [
        { id: 'components', value: components, sample: components, ...state, trend: growth(register.asOf, createdOn) },
        outsideFact(answers.byId.get('change-requests')),
        responseFact(answers.byId.get('first-response')),
        // Kept out of the file by the office, it is no fact that is missing.
        ...(register.conformity === 'off'
          ? []
          : [{ id: 'conformity' as const, ...heldOf(conformity), ...state, trend: [] }]),
      ],
      standIns(catalogue),
    ),
    releases: latestReleases(catalogue.entries),
    repositories: register.trees.expected,
    organisations: organisations.map(({ login, repositories }) => ({ name: login, repositories })),
  }
}

/** What was not collected gives its place to what was; what is withheld keeps it, for that is to be said. */
function inPlaceOfUnknown(facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
  const isTold = ({ value, isHidden }: Fact) => value !== null || isHidden
  const [known, spare] = [facts.filter(isTold), others.filter(isTold)]
  const told = [...known, ...spare.slice(0, FIRST_FACTS.length - known.length)]
  return [...told, ...facts.filter((fact) => !isTold(fact)).slice(0, FIRST_FACTS.length - told.length)]
}

function standIns({ entries }: Catalogue): readonly Fact[] {
  const dated = entries.filter(({ releasedOn }) => releasedOn !== null)
  const released = dated.filter(({ releaseAge }) => releaseAge === 'under-6' || releaseAge === 'under-12')
  const seen = entries.filter(({ state }) => state !== 'unknown')
  const moved = seen.filter(({ state }) => state === 'active')
  const unknown = entries.length - seen.length
  const of = (whole: readonly CatalogueEntry[], part: readonly CatalogueEntry[]) => ({
    value: whole.length === 0 ? null : part.length,
    sample: entries.length,
    unknown,
    ...{ isHidden: false, fromMonth: null, toMonth: null, trend: [] },
  })
  return [
    { id: 'released', ...of(dated, released) },
    { id: 'moved', ...of(seen, moved) },
  ]
}

const MONTHS_OF_TREND = 12

/** Change requests from outside over twelve months; not known while no register says who stands there. */
function outsideFact(answer: Answer | undefined): Fact {
  const of = { measure: 'opened', group: 'outside' } as const
  const isSaid = answer?.gaps.every(({ kind }) => kind !== 'affiliations-absent') === true
  const spans = answer && isSaid ? spansOf(answer, (span) => sumOver(answer, { ...span, ...of }) !== null) : undefined
  const [last] = spans ?? []
  const rows = (answer?.rows ?? []).filter(({ grain, about }) => grain === 'month' && about.author_group === 'outside')
  const value = answer && last ? sumOver(answer, { ...last, ...of }) : null
  return {
    ...{ id: 'change-requests-outside', value, sample: value, isHidden: isSaid && value === null && rows.length > 0 },
    ...{ fromMonth: last?.from ?? null, toMonth: last?.to ?? null, trend: isSaid ? trendOf(rows, 'opened') : [] },
  }
}

/** Working days before half of the first responses came, in the last quarter that is over and told. */
function responseFact(answer: Answer | undefined): Fact {
  const quarters = (answer?.rows ?? []).filter(
    ({ grain, about }) => grain === 'quarter' && about.author_group === 'all',
  )
  const isOver = ({ period }: AnswerRow) => lastMonthOf(period ?? 0) <= (answer?.to ?? 0)
  const cell = (row: AnswerRow) => cellIn(row, 'median_working_days')
  const last = quarters.findLast((row) => isOver(row) && typeof cell(row) === 'number')
  const value = last && cell(last)
  const to = last === undefined ? null : lastMonthOf(last.period ?? 0)
  return {
    ...{ id: 'first-response-median', value: typeof value === 'number' ? value : null, sample: null },
    isHidden: last === undefined && quarters.some((row) => cell(row) === 'hidden'),
    ...{
      fromMonth: to === null ? null : addMonths(to, -2),
      toMonth: to,
      trend: trendOf(quarters, 'median_working_days'),
    },
  }
}

function trendOf(rows: readonly AnswerRow[], measure: ColumnName): Fact['trend'] {
  return rows.slice(-MONTHS_OF_TREND).map((row) => {
    const cell = cellIn(row, measure)
    return typeof cell === 'number' ? cell : null
  })
}

/** The last month of a quarter, YYYYQ. */
function lastMonthOf(quarter: number): number {
  return Math.floor(quarter / 10) * 100 + (quarter % 10) * 3
}

/** Share of the rules that hold, over those that could be checked; not known where nothing was. */
function heldOf(row: RowOf<typeof siteConformityCounts> | undefined): Pick<Fact, 'value' | 'sample'> {
  if (row === undefined || row.repositories === 0) return { value: null, sample: null }
  return { value: row.judged === 0 ? null : row.held / row.judged, sample: row.judged }
}

/** Today's components by the month their repository was created, added up; no line where that is not known of each. */
function growth(asOf: string, createdOn: readonly (string | null)[]): readonly number[] {
  if (createdOn.some((day) => day === null)) return []
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

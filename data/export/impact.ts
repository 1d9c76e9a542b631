import type { PublishedPortfolio } from '../inventory/published.ts'
import { countedReleases } from '../inventory/releases.ts'
import { type Reuse, reusersIn } from '../inventory/reuse.ts'
import { answerMetric } from '../metrics/answer.ts'
import { lastKnownMonth, lastToldMonth } from '../metrics/known-until.ts'
import type { Shown } from '../metrics/withhold.ts'
import type { CalendarOptions } from '../model/working-days.ts'
import { monthOf, monthsBefore } from '../months.ts'
import { changeRequests } from '../queries/metrics/change-requests.ts'
import { approvedCosts } from '../queries/registers/costs.ts'
import { calendarYear } from '../report/period.ts'
import type { Store } from '../store.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

/** The year of the data and the two before it. */
const YEARS = 3

interface Told {
  readonly scope: ExportScope
  readonly published: PublishedPortfolio
  /** What the file tells of reuse. */
  readonly reuse: readonly Reuse[]
  readonly calendar?: CalendarOptions | undefined
  /** Days on which the repositories of the file were created, as far as they are known. */
  readonly createdOn: readonly (string | null)[]
}

interface Cell {
  readonly figure: string
  readonly value: number | null
  readonly isHidden: boolean
}

/** What each year came to, told to everybody by the same numbers: services, reuse, what was released and proposed. */
export async function impactTables(store: Pick<Store, 'ask'>, told: Told): Promise<readonly ExportTable[]> {
  const { scope, calendar } = told
  const today = scope.asOf.slice(0, 10)
  const answer = await answerMetric(store, changeRequests, { audience: 'public', ...(calendar && { calendar }) })
  const last = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, index) => last - index)
  const costs = await store.ask(approvedCosts, {})
  return [
    {
      table: 'impact_figure',
      rows: years.flatMap((year) => {
        const { to: until } = calendarYear(year, today)
        const cells = [...stocksOf(told, until), ...flowsOf(told, year), ...proposalsOf(answer.rows, year)]
        return cells.map(({ figure, value, isHidden }) => ({
          ...{ year, figure, value, is_hidden: isHidden ? 1 : 0, until },
        }))
      }),
    },
    {
      table: 'cost',
      rows: costs.map(({ approved_by: decided_by, approved_at: decided_on, ...row }, index) => ({
        ...{ position: index + 1, ...row, decided_by, decided_on },
      })),
    },
  ]
}

/**
 * What stood at the end of a year. A register tells of today and of when things began: what stopped meanwhile is left
 * out, and what says no day counts in the year of the data alone.
 */
function stocksOf({ published, reuse, scope }: Told, until: string): readonly Cell[] {
  const isCurrent = until === scope.asOf.slice(0, 10)
  const hadBegun = (since: string | null) => (since === null ? isCurrent : since <= until)
  const services = published.services.filter(({ isPublic, since }) => isPublic && hadBegun(since))
  const adopters = reusersIn(reuse, ({ since }) => hadBegun(since))
  const { registers } = published.inventory
  return [
    registers.has('services') ? shown('services', services.length) : unknown('services'),
    registers.has('adopters') ? shown('adopters', adopters.organisations) : unknown('adopters'),
  ]
}

/** What happened in a year, by the days that the host and tags tell; not known where they tell of none at all. */
function flowsOf({ published, createdOn, scope }: Told, year: number): readonly Cell[] {
  const released = [...published.inventory.records.values()].flatMap(({ releases }) =>
    countedReleases(releases).flatMap(({ publishedAt }) => publishedAt ?? []),
  )
  return [
    isYearKnown(published, scope.asOf, year) ? dated('releases', released, year) : unknown('releases'),
    dated(
      'repositories',
      createdOn.flatMap((at) => at ?? []),
      year,
    ),
  ]
}

function dated(figure: string, instants: readonly string[], year: number): Cell {
  if (instants.length === 0) return unknown(figure)
  return shown(figure, instants.filter((at) => at.startsWith(`${year}-`)).length)
}

const PROPOSED = [
  ['opened', 'all', 'opened'],
  ['opened-outside', 'outside', 'opened'],
  ['merged', 'all', 'merged'],
  ['merged-outside', 'outside', 'merged'],
] as const

/** As the figure of change requests tells them to everybody, hidden where it hides them. */
function proposalsOf(rows: readonly Shown[], year: number): readonly Cell[] {
  const own = rows.filter(({ cells }) => cells.grain === 'year' && cells.period === year)
  return PROPOSED.map(([figure, group, column]) => {
    const row = own.find(({ cells }) => cells.author_group === group)
    const value = row?.cells[column]
    return { figure, value: typeof value === 'number' ? value : null, isHidden: row?.withheld[column] !== undefined }
  })
}

/** Whether half of the repositories at least are known up to the end of a year, or to today where it goes on. */
function isYearKnown({ inventory }: PublishedPortfolio, asOf: string, year: number): boolean {
  const months = [...inventory.records.values()].map(({ knownUntil }) => lastKnownMonth(knownUntil ?? asOf, asOf))
  const end = Math.min(year * 100 + 12, monthsBefore(monthOf(asOf), 1))
  return (lastToldMonth(months) ?? end) >= end
}

function unknown(figure: string): Cell {
  return { figure, value: null, isHidden: false }
}

function shown(figure: string, value: number): Cell {
  return { figure, value, isHidden: false }
}

import { type Counted, type Grain, groupsOf, partsIn, partsOf, worthOf } from '../export/change-request-cells.ts'
import type { Audience } from '../model/vocabulary.ts'
import { monthsBefore } from '../months.ts'
import type { ColumnName } from '../queries/metrics/columns.ts'
import type { ColumnRule, MetricAbout, MetricRow, Missing } from '../queries/metrics/metric.ts'
import { FLOOR, hiddenCells } from '../suppression.ts'
import { lastMonthOf } from './periods.ts'

/** Why a cell is empty that was worked out. */
export type Withheld = 'few-persons' | 'small-sample' | 'unknown-too-high'

/** A row as it may be shown. A cell that is null and not withheld is not known, or there is nothing to tell. */
export interface Shown {
  readonly cells: MetricRow
  readonly withheld: Readonly<Record<string, Withheld>>
}

interface Showing {
  readonly audience: Audience
  /** Whether it is about everything; what is about a part may be readable as the work of few. */
  readonly isPortfolio: boolean
}

/** Share of unknown fates up to which a refusal is told in public. */
const UNKNOWN_AT_MOST = 0.1

type Rules = Pick<MetricAbout, 'columns' | 'rules' | 'publicGrains' | 'isPublicTotal'>

/** The columns and cells that an audience may see, and which kinds of cells it may not. */
export function shownRows(
  metric: Rules,
  rows: readonly MetricRow[],
  showing: Showing,
): { readonly columns: readonly ColumnName[]; readonly rows: readonly Shown[]; readonly missing: readonly Missing[] } {
  const isPublic = showing.audience === 'public'
  const columns = metric.columns.filter((column) => !isPublic || metric.rules?.[column]?.audience !== 'internal')
  const hidden = isPublic ? hiddenTogether(metric, rows) : new Map<MetricRow, ReadonlySet<string>>()
  const shown = rows
    .filter((row) => !isPublic || isForPublic(metric, row))
    .map((row) => {
      const why = columns.map((column): readonly [string, Withheld | undefined] => {
        if (hidden.get(row)?.has(column) === true) return [column, 'few-persons']
        return [column, withheld(row, { column, rule: metric.rules?.[column], showing })]
      })
      const kept = why.flatMap(([column, reason]) => (reason === undefined ? [] : [[column, reason] as const]))
      const told = why.map(([column, reason]) => [column, reason === undefined ? (row[column] ?? null) : null])
      return { cells: Object.fromEntries(told), withheld: Object.fromEntries(kept) }
    })
  return { columns, rows: shown, missing: missingOf(shown) }
}

function withheld(
  row: MetricRow,
  {
    column,
    rule,
    showing,
  }: { readonly column: string; readonly rule: ColumnRule | undefined; readonly showing: Showing },
): Withheld | undefined {
  // What is not known has nothing to hide, and a count of nought covers nobody; a duration of nought has its worker.
  if (rule === undefined || row[column] === null || row[column] === undefined) return undefined
  if (row[column] === 0 && rule.sample === undefined) return undefined
  const isPublic = showing.audience === 'public'
  const isFew = (of: string | undefined) => of !== undefined && isBelow(row[of], FLOOR)
  if ((isPublic || !showing.isPortfolio) && isFew(rule.workOf)) return 'few-persons'
  if (isPublic && rule.isAdditive !== true && isFew(rule.persons)) return 'few-persons'
  if (isPublic && rule.isRefusal === true && isAbove(row.unknown_share, UNKNOWN_AT_MOST)) return 'unknown-too-high'
  return rule.sample !== undefined && isBelow(row[rule.sample.of], rule.sample.least) ? 'small-sample' : undefined
}

function isForPublic({ publicGrains, isPublicTotal }: Rules, row: MetricRow): boolean {
  if (publicGrains !== undefined && !publicGrains.some((grain) => grain === row.grain)) return false
  if (isPublicTotal !== true) return true
  return [row.author_group ?? 'all', row.age_band ?? 'any-age'].every((of) => of === 'all' || of === 'any-age')
}

/** Counts that add up over groups and periods, weighed as one: what one hides, no sum of the others tells. */
function hiddenTogether(
  { rules = {} }: Rules,
  rows: readonly MetricRow[],
): ReadonlyMap<MetricRow, ReadonlySet<string>> {
  const additive = Object.entries(rules).filter(([, rule]) => rule.isAdditive === true)
  const cells = rows.flatMap((row) =>
    additive.map(([column, rule]) => ({
      row,
      column,
      counted: countedOf(row, { column, persons: rule.persons ?? '' }),
    })),
  )
  const parts = partsOf(cells.map(({ counted }) => counted))
  const ordered = cells
    .filter(({ counted }) => counted.author_group !== 'bot')
    .toSorted((a, b) => worthOf(a.counted) - worthOf(b.counted) || b.counted.count - a.counted.count)
  const hidden = hiddenCells(
    ordered.map(({ counted }) => ({
      ...counted,
      parts: partsIn(parts, { ...counted, groups: groupsOf(counted.author_group) }),
    })),
  )
  const found = ordered.filter((_, index) => hidden.has(index))
  return new Map(
    [...Map.groupBy(found, ({ row }) => row)].map(([row, own]) => [row, new Set(own.map(({ column }) => column))]),
  )
}

function countedOf(
  row: MetricRow,
  { column, persons }: { readonly column: string; readonly persons: string },
): Counted {
  const grain = row.grain === 'month' || row.grain === 'quarter' ? row.grain : 'year'
  const period = numberIn(row, 'period')
  return {
    ...{ grain, period, event: column, author_group: String(row.author_group) },
    ...{ count: numberIn(row, column), persons: numberIn(row, persons), ...monthsOf(grain, period) },
  }
}

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const satisfies Readonly<Record<Grain, number>>

/** First and last month of a period. */
function monthsOf(grain: Grain, period: number) {
  const to = lastMonthOf({ grain, period }, Number.POSITIVE_INFINITY) ?? period
  return { from: monthsBefore(to, MONTHS_IN[grain] - 1), to }
}

function missingOf(rows: readonly Shown[]): readonly Missing[] {
  const kinds = rows.flatMap((row) => Object.values(row.withheld))
  return (['few-persons', 'small-sample', 'unknown-too-high'] as const).flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length
    return count === 0 ? [] : [{ kind, count, names: [] }]
  })
}

function isBelow(value: MetricRow[string] | undefined, least: number): boolean {
  return typeof value === 'number' && value < least
}

function isAbove(value: MetricRow[string] | undefined, most: number): boolean {
  return typeof value === 'number' && value > most
}

function numberIn(row: MetricRow, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : 0
}

import { GROUPS } from '../export/change-request-cells.ts'
import type { Audience } from '../model/vocabulary.ts'
import { type Month, monthCount, monthOf, monthsBefore } from '../months.ts'
import { asOf } from '../queries/as-of.ts'
import { type ColumnName, isDimension } from '../queries/metrics/columns.ts'
import type {
  Asking,
  InventoryMetric,
  MeasuredInventory,
  Metric,
  MetricParams,
  MetricRow,
  MetricStream,
  Missing,
  StoreMetric,
} from '../queries/metrics/metric.ts'
import type { Query, Shape } from '../queries/query.ts'
import type { Store } from '../store.ts'
import { type MetricCoverage, metricCoverage } from './coverage.ts'
import { endOfMonth } from './known-until.ts'
import { lastMonthOf, type PeriodGrain } from './periods.ts'
import type { AnswerPromise } from './promise.ts'
import { type Shown, shownRows } from './withhold.ts'

/** Where figures are read. Without an inventory those that rest on one are not known. */
export interface MetricSource {
  readonly ask: Store['ask']
  /** What the inventory says of the repositories of a scope. */
  readonly inventory?: (scope: MetricScope) => Promise<MeasuredInventory>
  /** What the office promised to whoever proposes something. */
  readonly promise?: AnswerPromise | undefined
}

/** All repositories where both are empty; of an owner, or one. */
export interface MetricScope {
  readonly owner: string
  readonly name: string
  /** Whether only what anybody can read counts. */
  readonly isPublic: boolean
}

export interface MetricAsked {
  readonly owner?: string
  readonly name?: string
  /** First and last month, YYYYMM, both whole; the last `months` that are over and known when left out. */
  readonly from?: Month
  readonly to?: Month
  /** Twelve when left out. */
  readonly months?: number
  /** Day that figures without a period are as of; that of the data when left out. */
  readonly asOf?: string
  readonly audience: Audience
  /** Periods that a series is told by; the public is always told by all of its own. */
  readonly grains?: readonly PeriodGrain[]
  /** Share that people or organisations are counted up to, above 0 and up to 1; half when left out. */
  readonly share?: number
}

export interface MetricAnswer {
  readonly metric: Metric
  readonly asOf: string | null
  readonly scope: MetricScope
  /** Null where the figure is one of today. */
  readonly period: { readonly from: Month; readonly to: Month } | null
  readonly coverage: MetricCoverage
  readonly columns: readonly ColumnName[]
  readonly rows: readonly Shown[]
  readonly missing: readonly Missing[]
}

const MONTHS_ASKED = 12
const HALF = 0.5
const YEARS_BEFORE = 2
/** What is hidden in one grain must not be told by another: the public is shown all of them from one look. */
const PUBLIC_GRAINS = ['month', 'quarter', 'year'] as const
const INTERNAL_GRAINS = ['month', 'span'] as const

/**
 * A figure with everything that must be said beside it. In public: the portfolio alone, what anybody can read, months
 * that are over (of this year and the two before where it is a series, else twelve), and no cell that fewer persons than
 * the floor stand behind.
 */
export async function answerMetric(source: MetricSource, metric: Metric, asked: MetricAsked): Promise<MetricAnswer> {
  if (asked.audience === 'public') checkPublic(metric, asked)
  const reading = await begin(source, metric, asked)
  const { params, scope, coverage } = reading
  const found = await measured(source, metric, { ...reading, grains: asked.grains ?? INTERNAL_GRAINS })
  const { columns, rows, missing } = shownRows(metric, knownCells(metric, found.rows, { ...coverage, ...params }), {
    ...{ audience: asked.audience, isPortfolio: params.owner === '' && params.name === '' },
  })
  return {
    ...{ metric, asOf: reading.asOf, scope, period: periodAsked(metric, params), coverage: coverage.coverage },
    ...{ columns, rows, missing: [...coverage.missing, ...found.missing, ...missing] },
  }
}

/** The cases behind a figure, for the officer. */
export async function answerRows(
  source: MetricSource,
  metric: Metric,
  asked: Omit<MetricAsked, 'audience'>,
): Promise<MetricAnswer> {
  const { behind } = metric
  const reading = await begin(source, metric, { ...asked, audience: 'internal' })
  const { params, scope, coverage } = reading
  const told = 'measure' in behind ? behind.measure(await inventoryOf(source, scope)) : undefined
  // What keeps the figure from being whole keeps its cases from being all of them.
  const { missing: lacking } = await measured(source, metric, { ...reading, grains: asked.grains ?? INTERNAL_GRAINS })
  const found = told ?? ('query' in behind ? await source.ask(behind.query, given(behind.query, params)) : [])
  // A case is of one place: it is never of the portfolio.
  const { columns, rows, missing } = shownRows(
    behind,
    knownCells({ ...behind, streams: metric.streams }, found, { ...coverage, ...params }),
    {
      audience: 'internal',
      isPortfolio: false,
    },
  )
  return {
    ...{ metric, asOf: reading.asOf, scope, period: periodAsked(metric, params), coverage: coverage.coverage },
    ...{ columns, rows, missing: [...coverage.missing, ...lacking, ...missing] },
  }
}

/** The SQL behind a figure, with what it is told. */
export function sqlBehind(
  metric: StoreMetric,
  params: MetricParams,
): { readonly sql: string; readonly params: MetricRow } {
  return { sql: metric.query.sql, params: given(metric.query, params) }
}

/** What the queries of a metric are told. */
export async function metricParams(source: Pick<MetricSource, 'ask'>, asked: MetricAsked): Promise<MetricParams> {
  const [known] = await source.ask(asOf, {})
  return paramsOf(asked, known?.as_of ?? null)
}

async function begin(source: MetricSource, metric: Metric, asked: MetricAsked) {
  const [known] = await source.ask(asOf, {})
  const calendar = publicPeriod(metric, paramsOf(asked, asked.asOf ?? known?.as_of ?? null))
  const scope = { owner: calendar.owner, name: calendar.name, isPublic: calendar.anonymous_only === 1 }
  const coverage = await metricCoverage(source, metric, calendar)
  const params = keepsCalendar(metric, asked) ? calendar : asKnown(calendar, asked, coverage.until)
  const at = known?.as_of == null ? null : params.as_of
  return { asOf: at, params, scope, coverage: { ...coverage, isUnknown: coverage.isUnknown || isEmpty(params) } }
}

/** A series that was asked up to a month goes there, and says of each month that is not known that it is not. */
function keepsCalendar({ columns, isSeries }: Metric, { audience, to }: MetricAsked): boolean {
  return columns.includes('grain') && (to !== undefined || (audience === 'public' && isSeries === true))
}

function isEmpty({ from_month, to_month }: MetricParams): boolean {
  return to_month < from_month
}

/**
 * Any other figure is as of the last month that all it rests on is told of: counted to a day that nobody saw, it would
 * take for nothing what is not known. Its period keeps its length unless its beginning was asked for.
 */
function asKnown(params: MetricParams, asked: MetricAsked, until: ReadonlyMap<MetricStream, Month>): MetricParams {
  const last = Math.min(...until.values())
  if (last >= Math.min(params.to_month, monthsBefore(params.as_of_month, 1))) return params
  const as_of = endOfMonth(last)
  const length = monthCount(params.from_month, params.to_month)
  return {
    ...params,
    ...{ from_month: asked.from ?? monthsBefore(last, length), to_month: last },
    ...{ as_of, as_of_epoch: Math.floor(Date.parse(as_of) / 1000), as_of_month: last },
  }
}

type Reading = Awaited<ReturnType<typeof begin>>

async function measured(
  source: MetricSource,
  metric: Metric,
  { params, scope, coverage, asOf: at, grains: chosen }: Reading & { readonly grains: readonly PeriodGrain[] },
) {
  // Nothing was read of it: a nought would be a lie.
  if (at === null || coverage.isUnknown) return { rows: [], missing: [] }
  if (metric.from === 'inventory') return asInventoried(source, metric, scope)
  const grains = params.anonymous_only === 1 ? PUBLIC_GRAINS : chosen
  return asStored(source, metric, { ...params, grains, unread: coverage.unread, promise: source.promise })
}

async function asStored(source: MetricSource, metric: StoreMetric, asking: Asking) {
  const answered = await source.ask(metric.query, given(metric.query, asking))
  const { rows, missing = [] } = metric.finish?.(answered, asking) ?? { rows: answered }
  const order = ({ grain }: MetricRow) => asking.grains.map(String).indexOf(String(grain))
  return { rows: rows.toSorted((a, b) => order(a) - order(b) || groupOrder(a) - groupOrder(b)), missing }
}

/** Without what was read nowhere, or not up to the end of a period: a column that rests on it is not known. */
function knownCells(
  { rules = {}, columns, streams }: Pick<Metric, 'rules' | 'columns' | 'streams'>,
  rows: readonly MetricRow[],
  { unread, until, to_month }: Pick<Reading['coverage'], 'unread' | 'until'> & Pick<MetricParams, 'to_month'>,
): readonly MetricRow[] {
  const restsOn = (column: ColumnName) => {
    const stream = rules[column]?.stream
    return stream === undefined ? streams : [stream]
  }
  const measures = columns.filter((column) => !isDimension(column))
  return rows.map((row) => {
    const last = lastMonthOf(row, to_month)
    const isUnknown = (column: ColumnName) =>
      restsOn(column).some((stream) => last !== null && last > (until.get(stream) ?? last)) ||
      (rules[column]?.stream !== undefined && restsOn(column).some((stream) => unread.has(stream)))
    const unknown = measures.filter(isUnknown)
    return unknown.length === 0 ? row : { ...row, ...Object.fromEntries(unknown.map((column) => [column, null])) }
  })
}

/** Everybody first, then the groups in the order of their list. */
function groupOrder({ author_group }: MetricRow): number {
  return GROUPS.map(String).indexOf(String(author_group))
}

async function asInventoried(source: MetricSource, metric: InventoryMetric, scope: MetricScope) {
  if (source.inventory === undefined) {
    return { rows: [], missing: [{ kind: 'inventory-absent', count: 0, names: [] }] satisfies readonly Missing[] }
  }
  return { rows: metric.measure(await source.inventory(scope)), missing: [] }
}

async function inventoryOf(source: MetricSource, scope: MetricScope): Promise<MeasuredInventory> {
  const nothing = { components: [], bricks: [], migrations: [], translations: [], registers: new Set<string>() }
  return (await source.inventory?.(scope)) ?? nothing
}

function paramsOf(asked: MetricAsked, at: string | null): MetricParams {
  const as_of = at ?? '1970-01-01T00:00:00Z'
  const { to: to_month = monthsBefore(monthOf(as_of), 1), months = MONTHS_ASKED } = asked
  return {
    ...{ owner: asked.owner ?? '', name: asked.name ?? '', anonymous_only: asked.audience === 'public' ? 1 : 0 },
    ...{ from_month: asked.from ?? monthsBefore(to_month, months - 1), to_month },
    ...{ as_of, as_of_epoch: Math.floor(Date.parse(as_of) / 1000), as_of_month: monthOf(as_of) },
    share: asked.share ?? HALF,
  }
}

/** A series begins in a January in public, so that its quarters and years are whole. */
function publicPeriod(metric: Metric, params: MetricParams): MetricParams {
  if (params.anonymous_only === 0 || metric.isSeries !== true) return params
  return { ...params, from_month: (Math.floor(params.to_month / 100) - YEARS_BEFORE) * 100 + 1 }
}

function periodAsked(metric: Metric, { from_month: from, to_month: to }: MetricParams) {
  return metric.from === 'store' && 'to_month' in metric.query.params ? { from, to } : null
}

/** Of all parameters those that the SQL names. */
function given(query: Query, params: MetricParams): { readonly [name in keyof Shape]: string | number } {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name in query.params))
}

/** Two answers about different repositories or months would give away by subtraction what each hides. */
function checkPublic({ id, audience }: Metric, { owner = '', name = '', from, to }: MetricAsked): void {
  if (audience !== 'public') throw new Error(`The metric ${id} is internal: the public is not told of it.`)
  if (owner !== '' || name !== '' || from !== undefined || to !== undefined) {
    throw new Error('The public is told of the whole portfolio over one period, and of no part of either.')
  }
}

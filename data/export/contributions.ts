import { type Month, monthOf, monthsBefore, monthsBetween } from '../months.ts'
import { affiliationLines } from '../queries/affiliation-lines.ts'
import { changeRequestsByPeriod } from '../queries/change-requests-by-period.ts'
import { firstResponseByMonth, firstResponseOverall } from '../queries/first-response-by-month.ts'
import type { RowOf } from '../queries/query.ts'
import type { Store } from '../store.ts'
import { type Cell, FLOOR, hiddenCells } from '../suppression.ts'
import {
  type Counted,
  EVENTS,
  GRAINS,
  GROUPS,
  groupsOf,
  partsIn,
  partsOf,
  periodOf,
  worthOf,
} from './change-request-cells.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

/** Groups whose change requests wait for a first response. */
const WAITING = ['outside', 'contractor', 'unknown']
const MONTHS_OF_SPAN = 12
/** Figures over twelve months; those of the twelve before have the same name and `-before`. */
const SPAN_FIGURES = [
  { id: 'change-requests-opened', event: 'opened', author_group: 'all' },
  { id: 'change-requests-merged', event: 'merged', author_group: 'all' },
  { id: 'change-requests-closed', event: 'closed', author_group: 'all' },
  { id: 'change-requests-outside', event: 'opened', author_group: 'outside' },
  { id: 'change-requests-outside-merged', event: 'merged', author_group: 'outside' },
  { id: 'change-requests-outside-closed', event: 'closed', author_group: 'outside' },
] as const
/** Responses are worth more than the lesser groups, less than inside against outside. */
const WORTH_OF_RESPONSES = 20

type Asked = Pick<Store, 'ask'>
type Response = RowOf<typeof firstResponseByMonth>

interface Period {
  readonly owner: string
  readonly anonymous_only: number
  readonly from_month: Month
  readonly to_month: Month
}

/** The last twelve months that are over, and the twelve before. */
interface Spans {
  readonly last: Period
  readonly before: Period
}

type Figure = Counted | Response

/** A figure of whichever table: all are weighed together. */
interface Weighed {
  readonly of: Figure
  readonly worth: number
  readonly cell: Cell
}

/** Figures about people: portfolio level, and hidden together, for one table must not give away what another hides. */
export async function contributionTables(
  store: Asked,
  scope: ExportScope,
): Promise<{ readonly tables: readonly ExportTable[]; readonly figures: ExportTable['rows'] }> {
  const to_month = monthOf(scope.asOf)
  const everybody = { owner: '', anonymous_only: scope.profile === 'public' ? 1 : 0 }
  const ever = { ...everybody, from_month: 0, to_month }
  const spanTo = (month: Month) => ({
    ...everybody,
    ...{ from_month: monthsBefore(month, MONTHS_OF_SPAN - 1), to_month: month },
  })
  const over = monthsBefore(to_month, 1)
  const spans = { last: spanTo(over), before: spanTo(monthsBefore(over, MONTHS_OF_SPAN)) }
  const counted = await countedChangeRequests(store, ever, spans)
  const months = await store.ask(firstResponseByMonth, ever)
  const [overall] = await store.ask(firstResponseOverall, spans.last)
  const hidden = hiddenOf(counted, months)
  const [register] = await store.ask(affiliationLines, {})
  return {
    tables: [
      ...changeRequestTables(counted, hidden),
      { table: 'first_response_month', rows: months.map((row) => responseRow(row, hidden.has(row))) },
    ],
    figures: [
      ...spanFigures(counted, { spans, hidden, isOutsideKnown: (register?.lines ?? 0) > 0 }),
      responseFigure(overall, { span: spans.last, months, hidden }),
    ],
  }
}

/** Every event and group in every period: what nobody did is a nought, not a missing row. */
async function countedChangeRequests(store: Asked, ever: Period, spans: Spans): Promise<readonly Counted[]> {
  const monthly = await store.ask(changeRequestsByPeriod, { ...ever, grain: 'month' })
  const first = monthly[0]?.period
  if (first === undefined) return []
  const months = monthsBetween(first, ever.to_month)
  const counted: Counted[] = []
  for (const grain of GRAINS) {
    const rows = grain === 'month' ? monthly : await store.ask(changeRequestsByPeriod, { ...ever, grain })
    for (const [period, within] of Map.groupBy(months, (month) => periodOf(grain, month))) {
      const bounds = { from: within[0] ?? first, to: within.at(-1) ?? first }
      counted.push(...grid(rows, { grain, period, ...bounds }))
    }
  }
  for (const span of [spans.last, spans.before]) {
    const rows = await store.ask(changeRequestsByPeriod, { ...span, grain: 'span' })
    const cells = grid(rows, { grain: 'span', period: span.to_month, from: span.from_month, to: span.to_month })
    counted.push(...cells.filter(({ author_group }) => author_group === 'all' || author_group === 'outside'))
  }
  return counted
}

function grid(
  rows: readonly RowOf<typeof changeRequestsByPeriod>[],
  when: Pick<Counted, 'grain' | 'period' | 'from' | 'to'>,
): readonly Counted[] {
  const known = new Map(
    rows.filter(({ period }) => period === when.period).map((row) => [`${row.event} ${row.author_group}`, row]),
  )
  return EVENTS.flatMap((event) =>
    ['all', ...GROUPS].map((author_group) => {
      const row = known.get(`${event} ${author_group}`)
      return { ...when, event, author_group, count: row?.change_requests ?? 0, persons: row?.persons ?? 0 }
    }),
  )
}

function hiddenOf(counted: readonly Counted[], responses: readonly Response[]): ReadonlySet<Figure> {
  const [first] = counted
  const last = counted.findLast(({ grain }) => grain === 'month')
  if (first === undefined || last === undefined) return new Set()
  const parts = partsOf(counted)
  const weighed: readonly Weighed[] = [
    ...counted
      .filter(({ author_group }) => author_group !== 'bot')
      .map((of) => ({
        ...{ of, worth: worthOf(of) },
        cell: { ...of, parts: partsIn(parts, { ...of, groups: groupsOf(of.author_group) }) },
      })),
    ...responses.map((of) => ({
      ...{ of, worth: WORTH_OF_RESPONSES },
      cell: { count: of.opened, persons: of.persons, parts: partsIn(parts, waitingIn(of.month)) },
    })),
  ]
  const ordered = weighed.toSorted((a, b) => a.worth - b.worth || b.cell.count - a.cell.count)
  // The counts of the repositories tell together how many there ever were of each event.
  const known = EVENTS.map((event) => partsIn(parts, { from: first.from, to: last.to, event, groups: groupsOf('all') }))
  const hidden = hiddenCells(
    ordered.map(({ cell }) => cell),
    { known },
  )
  return new Set(ordered.filter((_, index) => hidden.has(index)).map(({ of }) => of))
}

function waitingIn(month: Month) {
  return { from: month, to: month, event: 'opened', groups: WAITING }
}

function changeRequestTables(counted: readonly Counted[], hidden: ReadonlySet<Figure>): readonly ExportTable[] {
  const told = (cell: Counted) => ({
    ...{ change_requests: hidden.has(cell) ? null : cell.count, is_hidden: hidden.has(cell) ? 1 : 0 },
  })
  const tables = GRAINS.map((grain) => ({
    table: `change_request_${grain}`,
    rows: counted
      .filter((cell) => cell.grain === grain && cell.author_group !== 'all')
      .map((cell) => ({
        ...{ [grain]: cell.period, event: cell.event, author_group: cell.author_group },
        ...told(cell),
      })),
  }))
  const totals = counted
    .filter(({ grain, author_group }) => grain !== 'span' && author_group === 'all')
    .map((cell) => ({ grain: cell.grain, period: cell.period, event: cell.event, ...told(cell) }))
  return [...tables, { table: 'change_request_total', rows: totals }]
}

/** Not known, not nought: before any change request was collected, and outside while no register says who stands there. */
function spanFigures(
  counted: readonly Counted[],
  at: {
    readonly spans: Spans
    readonly hidden: ReadonlySet<Figure>
    readonly isOutsideKnown: boolean
  },
): ExportTable['rows'] {
  const found = (cell: Pick<Counted, 'period' | 'event' | 'author_group'>) =>
    counted.find(
      ({ grain, period, event, author_group }) =>
        grain === 'span' && period === cell.period && event === cell.event && author_group === cell.author_group,
    )
  return Object.entries(at.spans).flatMap(([span, { from_month, to_month }]) =>
    SPAN_FIGURES.map(({ id, event, author_group }) => {
      const cell = found({ period: to_month, event, author_group })
      const isHidden = cell !== undefined && at.hidden.has(cell)
      const isKnown = !isHidden && (author_group === 'all' || at.isOutsideKnown)
      const value = isKnown ? (cell?.count ?? null) : null
      return {
        ...{ id: span === 'last' ? id : `${id}-before`, unit: 'change-requests', from_month, to_month },
        ...{ value, sample: value, is_hidden: isHidden ? 1 : 0 },
      }
    }),
  )
}

/** Durations add up to nothing, so they are shown where only the counts must be hidden to protect another. */
function responseRow({ persons, ...row }: Response, isCountHidden: boolean) {
  const isHidden = persons < FLOOR
  return {
    ...row,
    ...(isCountHidden ? { opened: null, answered: null, unanswered: null, unsettled: null } : {}),
    ...(isHidden ? { median_hours: null, p90_hours: null } : {}),
    ...{ is_hidden: isHidden ? 1 : 0, is_count_hidden: isCountHidden ? 1 : 0 },
  }
}

/** The sample adds up the answered of its months: it is hidden when it would give the only hidden one away. */
function responseFigure(
  row: Response | undefined,
  at: { readonly span: Period; readonly months: readonly Response[]; readonly hidden: ReadonlySet<Figure> },
) {
  const { from_month, to_month } = at.span
  const unsaid = at.months.filter(
    (each) => at.hidden.has(each) && each.answered > 0 && each.month >= from_month && each.month <= to_month,
  )
  const isSampleHidden = unsaid.length === 1 && unsaid.some(({ persons }) => persons < FLOOR)
  const isHidden = row !== undefined && row.persons < FLOOR
  return {
    ...{ id: 'first-response-median', unit: 'hours', from_month, to_month },
    value: isHidden ? null : (row?.median_hours ?? null),
    sample: isHidden || isSampleHidden ? null : (row?.answered ?? 0),
    is_hidden: isHidden ? 1 : 0,
  }
}

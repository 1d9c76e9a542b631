import { type ComparedColumn, type DeskPlace, deskPlan, type TimeWindow } from '../desk-plans.ts'
import type { FigurePlan, Grain } from '../figure-plans.ts'
import { type Answer, type AnswerRow, type Answers, type Cell, cellIn, type MetricText } from './answers.ts'
import type { ComponentSheet } from './component-sheets.ts'
import { type FigureTable, tableByPeriod, tableByRow } from './figures.ts'

/** A table of the office, drawn, with the metric that it tells of. */
export interface DeskFigure extends FigureTable {
  readonly metric: MetricText
}

/** Organisations side by side, everything first. */
export interface Comparison {
  readonly columns: readonly ComparedColumn[]
  readonly rows: readonly { readonly owner: string; readonly cells: readonly Cell[] }[]
}

/** Commits of a kind of component, in the last twelve months and in those before; what is not known up to today is not in it. */
export interface KindOfWork {
  readonly kind: string
  readonly repositories: number
  readonly unread: number
  /** Null where it is known of none. */
  readonly lastYear: number | null
  readonly yearBefore: number | null
}

const YEAR_MONTHS = 12

/** Drawings over time, then states of the day. */
export function deskFigures(answers: Answers, place: DeskPlace, timeWindow: TimeWindow): readonly DeskFigure[] {
  const plan = deskPlan(place)
  const overTime = plan.overTime.flatMap((drawn) => {
    const answer = answers.byId.get(`${drawn.metric}~${timeWindow === 'whole' ? 'whole' : 'three-years'}`)
    return answer === undefined
      ? []
      : [{ drawn, answer, table: seriesOf({ ...base(drawn.metric), ...drawn }, answer, timeWindow) }]
  })
  const states = plan.states.flatMap((drawn) => {
    const answer = answers.byId.get(drawn.metric)
    const own = { ...base(drawn.metric), ...drawn, drawing: 'bars' as const }
    return answer === undefined ? [] : [{ drawn, answer, table: tableByRow(own, answer) }]
  })
  return [...overTime, ...states].flatMap(({ drawn, answer, table }) => {
    const metric = answers.metrics.find(({ id }) => id === drawn.metric)
    if (metric === undefined || answer.rows.length === 0) return []
    const { asOf, coverage, from, to } = answer
    return [{ id: drawn.metric, metric, asOf, coverage, from, to, answer, ...table }]
  })
}

function base(metric: string): Pick<FigurePlan, 'number' | 'theme' | 'slug' | 'metric' | 'where'> {
  const hasGroups = !['commits', 'portfolio-state'].includes(metric)
  return {
    number: 0,
    theme: 'contributions',
    slug: { fr: metric, en: metric },
    metric,
    where: hasGroups ? { author_group: 'all' } : {},
  }
}

/** Months, or years where the whole history is looked at; people are told by month alone, of which each December stays. */
function seriesOf(plan: FigurePlan, answer: Answer, timeWindow: TimeWindow) {
  const isYearly = timeWindow === 'whole' && answer.rows.some(({ grain }) => grain === 'year')
  const grain: Grain = isYearly ? 'year' : 'month'
  const last = answer.rows.findLast((row) => row.grain === 'month')?.period
  const isKept = ({ period }: AnswerRow) => period === last || (period ?? 0) % 100 === 12
  const rows = timeWindow === 'whole' && !isYearly ? answer.rows.filter(isKept) : answer.rows
  return tableByPeriod(
    plan,
    { ...answer, rows },
    { grain, shown: timeWindow === 'year' ? YEAR_MONTHS : Number.POSITIVE_INFINITY },
  )
}

export function comparisonOf(answers: Answers, place: DeskPlace, timeWindow: TimeWindow): Comparison {
  const { compared } = deskPlan(place)
  const owners = new Set([...answers.byId.values()].map(({ owner }) => owner).filter((owner) => owner !== ''))
  const names = ['', ...[...owners].sort()]
  const columns = compared.map((column) => ({
    column,
    cells: names.map((owner) => comparedCell(answers, column, { owner, timeWindow })),
  }))
  // What is known of none is told once for the page, with what was not read.
  const told = columns.filter(({ cells }) => cells.some((cell) => cell !== null))
  return {
    columns: told.map(({ column }) => column),
    rows: names.map((owner, row) => ({ owner, cells: told.map(({ cells }) => cells[row] ?? null) })),
  }
}

function comparedCell(
  { byId }: Answers,
  { metric, column, where }: ComparedColumn,
  { owner, timeWindow }: { readonly owner: string; readonly timeWindow: TimeWindow },
): Cell {
  const name = owner === '' ? metric : `${metric}@${owner}`
  const answer = byId.get(`${name}~${timeWindow}`) ?? byId.get(name)
  const rows = answer?.rows.filter(({ grain }) => grain === 'span' || grain === null) ?? []
  const row = rows.find(({ about }) => Object.entries(where).every(([dimension, value]) => about[dimension] === value))
  // A state that no component is in has no row, which is a nought where the others have one.
  if (row === undefined && metric === 'portfolio-state' && rows.length > 0) return 0
  return cellIn(row, column)
}

/** Repositories once each, by the kind of their first component. */
export function kindsOfWork(sheets: readonly ComponentSheet[]): readonly KindOfWork[] {
  const once = [...new Map(sheets.map((sheet) => [sheet.entry.repository, sheet])).values()]
  const isKnown = ({ activity }: ComponentSheet) => activity.isKnown && activity.known === null
  const sum = (own: readonly ComponentSheet[], what: 'lastYear' | 'yearBefore') => {
    const known = own.filter(isKnown)
    return known.length === 0 ? null : known.reduce((total, { activity }) => total + activity[what], 0)
  }
  return [...Map.groupBy(once, ({ entry }) => entry.kind)]
    .map(([kind, own]) => ({
      ...{ kind, repositories: own.length, unread: own.length - own.filter(isKnown).length },
      ...{ lastYear: sum(own, 'lastYear'), yearBefore: sum(own, 'yearBefore') },
    }))
    .sort(
      (a, b) =>
        (b.lastYear ?? -1) - (a.lastYear ?? -1) || b.repositories - a.repositories || (a.kind < b.kind ? -1 : 1),
    )
}

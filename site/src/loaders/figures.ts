import type { ColumnName } from '#data/queries/metrics/columns.ts'
import {
  type Drawing,
  FIGURE_IDS,
  type FigureId,
  type FigurePlan,
  type Grain,
  planOf,
  type Theme,
} from '../figure-plans.ts'
import { type Answer, type AnswerRow, type Answers, type Cell, cellIn, type Gap, type MetricText } from './answers.ts'
import type { Dated } from './reading.ts'

export interface Series {
  /** Name of the column in files: the measure, or the value of the dimension that stands across. */
  readonly id: string
  readonly measure: ColumnName
  /** What it is called by: a measure, or a value of the dimension. */
  readonly about: { readonly dimension: ColumnName; readonly value: string } | null
  readonly cells: readonly Cell[]
}

export interface RowName {
  readonly column: ColumnName
  readonly value: string | null
}

/** A table from which a drawing is made. */
export interface FigureTable extends Dated {
  /** Name of the table on its page. */
  readonly id: string
  readonly drawing: Drawing
  /** Null for a figure that is not by period. */
  readonly grain: Grain | null
  /** Months YYYYMM, quarters YYYYQ or years, oldest first; none for a figure that is not by period. */
  readonly periods: readonly number[]
  /** What each row is about, in a figure that is not by period. */
  readonly rows: readonly (readonly RowName[])[]
  readonly series: readonly Series[]
  /** Columns that are in the table and not in the drawing. */
  readonly besides: readonly Series[]
  /** Cells of the row that is of all others together, where the answer has one, by column. */
  readonly total: ReadonlyMap<string, Cell>
  /** Months counted, YYYYMM; null for a state of the day. */
  readonly from: number | null
  readonly to: number | null
  /** The last period goes on after the last month that is over. */
  readonly isLastPartial: boolean
  /** All rows of the answer that the figure is drawn from, for sums over other periods. */
  readonly answer: Answer
}

/** A figure of the register. */
export interface Figure extends FigureTable {
  readonly id: FigureId
  readonly number: number
  readonly theme: Theme
  readonly metric: MetricText
  readonly hiddenCells: number
  readonly fewCells: number
  readonly gaps: readonly Gap[]
}

const SHOWN = { month: 24, quarter: 12, year: 20 } as const satisfies Record<Grain, number>
/** The dearer grain is told until this share of it is hidden. */
const MOST_HIDDEN = 0.1
/** A long list is cut: what is left is in the files. */
const MOST_COLUMNS = 4

/** The figures that there is something to show of, by number. */
export function figuresOf({ byId, metrics }: Answers): readonly Figure[] {
  return FIGURE_IDS.flatMap((id) => {
    const plan = planOf(id)
    const answer = byId.get(plan.metric)
    const metric = metrics.find((one) => one.id === plan.metric)
    if (answer === undefined || metric === undefined || answer.rows.length === 0) return []
    const drawn =
      plan.grains === undefined ? tableByRow(plan, answer) : byPeriod({ ...plan, grains: plan.grains }, answer)
    return [{ id, ...about(plan, answer), metric, ...counted(drawn), ...drawn }]
  })
}

function about({ number, theme }: FigurePlan, answer: Answer) {
  const { asOf, coverage, from, to, gaps } = answer
  return { number, theme, asOf, coverage, from, to, gaps, answer }
}

type Table = Pick<Figure, 'drawing' | 'grain' | 'periods' | 'rows' | 'series' | 'besides' | 'total' | 'isLastPartial'>

function counted({ series, besides }: Table) {
  const cells = [...series, ...besides].flatMap((one) => one.cells)
  const count = (wanted: Cell) => cells.filter((cell) => cell === wanted).length
  return { hiddenCells: count('hidden'), fewCells: count('few') }
}

function byPeriod(plan: FigurePlan & { readonly grains: readonly Grain[] }, answer: Answer): Table {
  const tables = plan.grains.map((grain) => atGrain(plan, answer, grain)).filter(({ periods }) => periods.length > 0)
  const share = ({ series }: Table) => {
    const cells = series.flatMap((one) => one.cells)
    return cells.filter((cell) => cell === 'hidden' || cell === 'few').length / Math.max(1, cells.length)
  }
  const open = tables.find((table) => share(table) <= MOST_HIDDEN) ?? tables.toSorted((a, b) => share(a) - share(b))[0]
  return open ?? atGrain(plan, answer, 'year')
}

function atGrain(plan: FigurePlan, answer: Answer, grain: Grain): Table {
  return tableByPeriod(plan, answer, { grain, shown: SHOWN[grain] })
}

/** A row for each of the last periods of a grain. */
export function tableByPeriod(
  plan: FigurePlan,
  answer: Answer,
  { grain, shown }: { readonly grain: Grain; readonly shown: number },
): Table {
  const own = answer.rows.filter((row) => row.grain === grain)
  const periods = [...new Set(own.flatMap(({ period }) => period ?? []))]
    .sort((a, b) => a - b)
    .slice(-Math.min(shown, own.length))
  const cell = (period: number, column: ColumnName, where: FigurePlan['where']) =>
    cellIn(
      own.find((row) => row.period === period && isWhere(row, where)),
      column,
    )
  const column = ({ id, measure, about: named }: Omit<Series, 'cells'>): Series => {
    const where = named === null ? plan.where : { ...plan.where, [named.dimension]: named.value }
    return { id, measure, about: named, cells: periods.map((period) => cell(period, measure, where)) }
  }
  const { drawn, besides } = columnsOf(plan, answer)
  return {
    ...{
      drawing: plan.drawing,
      grain,
      periods,
      rows: [],
      total: new Map(),
      isLastPartial: isPartial(grain, answer.to),
    },
    ...{ series: drawn.map(column), besides: besides.map(column).filter(isTold) },
  }
}

/** A quarter or a year whose last month is not over. */
function isPartial(grain: Grain, to: number | null): boolean {
  const month = (to ?? 12) % 100
  return (grain === 'quarter' && month % 3 !== 0) || (grain === 'year' && month !== 12)
}

/** A row for each value of the dimensions that rows are called by. */
export function tableByRow(plan: FigurePlan, answer: Answer): Table {
  const names = plan.rows ?? []
  const own = answer.rows.filter((row) => isWhere(row, plan.where))
  const isOfAll = ({ about: of }: AnswerRow) =>
    (of.age_band === 'any-age' || of.through === 'any-way') && own.length > 1
  const keyOf = ({ about: of }: AnswerRow) => names.map((name) => of[name] ?? '').join('\n')
  const groups = [
    ...Map.groupBy(
      own.filter((row) => !isOfAll(row)),
      keyOf,
    ).values(),
  ]
  const wholes = own.filter(isOfAll)
  const wholeOf = ({ id, measure, about: named }: Named): readonly (readonly [string, Cell])[] => {
    const whole = wholes.find(({ about: of }) => named === null || (of[named.dimension] ?? '') === named.value)
    return whole === undefined ? [] : [[id, cellIn(whole, measure)]]
  }
  const column = ({ id, measure, about: named }: Omit<Series, 'cells'>): Series => ({
    ...{ id, measure, about: named },
    cells: groups.map((group) => {
      if (named === null) return cellIn(group[0], measure)
      const row = group.find(({ about: of }) => (of[named.dimension] ?? '') === named.value)
      // Nobody stands there: the answer lists what there is.
      return row === undefined ? 0 : cellIn(row, measure)
    }),
  })
  const { drawn, besides } = columnsOf(plan, answer)
  return {
    ...{ drawing: groups.length < 2 ? 'facts' : plan.drawing, grain: null, periods: [], isLastPartial: false },
    rows: groups.map(([first]) => names.map((name) => ({ column: name, value: first?.about[name] ?? null }))),
    series: drawn.map(column).filter(({ about: named, cells }) => named === null || cells.some((cell) => cell !== 0)),
    besides: besides.map(column).filter(isTold),
    total: new Map([...drawn, ...besides].flatMap(wholeOf)),
  }
}

type Named = Omit<Series, 'cells'>

function columnsOf(
  plan: FigurePlan,
  answer: Answer,
): { readonly drawn: readonly Named[]; readonly besides: readonly Named[] } {
  const { across, besides = [] } = plan
  const plain = (measure: ColumnName): Named => ({ id: measure, measure, about: null })
  if (across === undefined) return { drawn: plan.drawn.map(plain), besides: besides.map(plain) }
  const { dimension } = across
  const found = [...new Set(answer.rows.map(({ about: of }) => of[dimension] ?? ''))]
  const [measure = 'value'] = plan.drawn
  const named = (value: string): Named => ({
    id: value === '' ? 'unknown' : value,
    measure,
    about: { dimension, value },
  })
  return {
    drawn: (across.drawn ?? found.slice(0, MOST_COLUMNS)).map(named),
    besides: (across.besides ?? []).map(named),
  }
}

function isWhere({ about: of }: AnswerRow, where: FigurePlan['where'] = {}): boolean {
  return Object.entries(where).every(([dimension, value]) => (of[dimension] ?? '') === value)
}

/** A column that the audience is not told of has no cell at all. */
function isTold({ cells }: Series): boolean {
  return cells.some((cell) => cell !== null)
}

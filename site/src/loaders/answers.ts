import type { Text } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'
import {
  type AnswerValueRow,
  type MetricTextRow,
  siteAnswerCoverage,
  siteAnswerGaps,
  siteAnswers,
  siteAnswerValues,
  siteMetrics,
} from '#data/queries/site/figures.ts'
import type { Asked, Coverage, Dated } from './reading.ts'

/** A number; or why there is none: hidden so that nobody can be told apart, too few cases to say anything, or not known. */
export type Cell = number | 'hidden' | 'few' | null

/** What a metric means, in both languages. */
export interface MetricText {
  readonly id: string
  readonly unit: string
  readonly title: Text
  readonly definition: Text
  readonly formula: Text
  readonly source: Text
  readonly limits: Text
  readonly notFor: Text
  readonly audience: string
}

export interface AnswerRow {
  /** Month, quarter, year or span; null for a state of the day. */
  readonly grain: string | null
  readonly period: number | null
  /** What the row is about; null for what is not known. */
  readonly about: Readonly<Record<string, string | null>>
  readonly cells: ReadonlyMap<string, Cell>
}

/** What keeps an answer from being whole. */
export interface Gap {
  readonly kind: string
  readonly count: number
  readonly names: readonly string[]
}

export interface Answer extends Dated {
  readonly id: string
  readonly metric: string
  readonly owner: string
  readonly timeWindow: string
  readonly from: number | null
  readonly to: number | null
  readonly gaps: readonly Gap[]
  readonly rows: readonly AnswerRow[]
}

export interface Answers {
  readonly metrics: readonly MetricText[]
  readonly byId: ReadonlyMap<string, Answer>
}

/** Every answer of the file: five questions whatever their number. */
export async function loadAnswers(store: Asked): Promise<Answers> {
  const coverage = Map.groupBy(await store.ask(siteAnswerCoverage, {}), ({ answer }) => answer)
  const gaps = Map.groupBy(await store.ask(siteAnswerGaps, {}), ({ answer }) => answer)
  const values = Map.groupBy(await store.ask(siteAnswerValues, {}), ({ answer }) => answer)
  const answers = (await store.ask(siteAnswers, {})).map((row): Answer => {
    const told = coverage.get(row.answer) ?? []
    // What was read nowhere is named as a gap; how far the rest was read is told by what was read.
    const least = told.find(({ complete, partial }) => complete + partial > 0) ?? told[0]
    return {
      ...{ id: row.answer, metric: row.metric, owner: row.owner, timeWindow: row.time_window },
      ...{ from: row.from_month, to: row.to_month, asOf: row.as_of.slice(0, 10) },
      coverage: least === undefined ? wholly(row.repositories) : coverageOf(least),
      gaps: (gaps.get(row.answer) ?? []).map(({ kind, subjects, names }) => ({
        ...{ kind, count: subjects, names: namesIn(names) },
      })),
      rows: rowsOf(values.get(row.answer) ?? []),
    }
  })
  return {
    metrics: (await store.ask(siteMetrics, {})).map(textOf),
    byId: new Map(answers.map((answer) => [answer.id, answer])),
  }
}

/** What rests on nothing that is read repository by repository lacks none. */
function wholly(expected: number): Coverage {
  return { expected, complete: expected, partial: 0, missing: 0 }
}

/** What rests on several streams is as whole as the least read of those that were read at all. */
function coverageOf({ complete, partial, missing }: Omit<Coverage, 'expected'>): Coverage {
  return { expected: complete + partial + missing, complete, partial, missing }
}

function rowsOf(values: readonly AnswerValueRow[]): readonly AnswerRow[] {
  return [...Map.groupBy(values, ({ row_number }) => row_number).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { grain, period } = first
    return [
      { grain, period, about: aboutIn(first.dimensions), cells: new Map(own.map((one) => [one.measure, cellOf(one)])) },
    ]
  })
}

function cellOf({ value, withheld }: AnswerValueRow): Cell {
  if (withheld === null) return value
  return withheld === 'small-sample' ? 'few' : 'hidden'
}

/** Both were written by our own export, read back here and nowhere else. */
function aboutIn(json: string): AnswerRow['about'] {
  return JSON.parse(json) as AnswerRow['about']
}

function namesIn(json: string): readonly string[] {
  return JSON.parse(json) as readonly string[]
}

function textOf(row: MetricTextRow): MetricText {
  return {
    ...{ id: row.metric, unit: row.unit, audience: row.audience, title: { fr: row.title_fr, en: row.title_en } },
    definition: { fr: row.definition_fr, en: row.definition_en },
    formula: { fr: row.formula_fr, en: row.formula_en },
    source: { fr: row.source_fr, en: row.source_en },
    limits: { fr: row.limits_fr, en: row.limits_en },
    notFor: { fr: row.not_for_fr, en: row.not_for_en },
  }
}

/** A cell of a row; not known where the audience is not told of the column. */
export function cellIn(row: AnswerRow | undefined, column: ColumnName): Cell {
  return row?.cells.get(column) ?? null
}

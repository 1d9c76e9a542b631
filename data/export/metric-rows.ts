import type { MetricAnswer } from '../metrics/answer.ts'
import type { Shown } from '../metrics/withhold.ts'
import { COLUMNS, type ColumnName, isDimension } from '../queries/metrics/columns.ts'
import type { Metric, MetricCell } from '../queries/metrics/metric.ts'
import type { ExportTable } from './export-table.ts'

/** An answer with the name that it goes by in the file. */
export interface NamedAnswer {
  readonly id: string
  readonly timeWindow: string
  readonly answer: MetricAnswer
}

type Row = ExportTable['rows'][number]

/** The tables of figures: the metrics that are told of, and every number of every answer. */
export function metricTables(answers: readonly NamedAnswer[], metrics: readonly Metric[]): readonly ExportTable[] {
  const dated = answers.filter(({ answer }) => answer.asOf !== null)
  return [
    { table: 'metric', rows: metrics.map(metricRow) },
    { table: 'metric_measure', rows: Object.entries(COLUMNS).map(([measure, column]) => measureRow(measure, column)) },
    { table: 'metric_answer', rows: dated.map(answerRow) },
    { table: 'metric_coverage', rows: dated.flatMap(coverageRows) },
    { table: 'metric_gap', rows: dated.flatMap(gapRows) },
    { table: 'metric_value', rows: dated.flatMap(valueRows) },
  ]
}

function metricRow(metric: Metric, index: number): Row {
  const { id, unit, audience, title, definition, formula, source, limits, notFor } = metric
  return {
    ...{ metric: id, position: index + 1, unit, title_fr: title.fr, title_en: title.en },
    ...{ definition_fr: definition.fr, definition_en: definition.en, formula_fr: formula.fr, formula_en: formula.en },
    ...{ source_fr: source.fr, source_en: source.en, limits_fr: limits.fr, limits_en: limits.en },
    ...{ not_for_fr: notFor.fr, not_for_en: notFor.en, audience },
  }
}

function measureRow(measure: string, { title, kind }: (typeof COLUMNS)[ColumnName]): Row {
  return { measure, title_fr: title.fr, title_en: title.en, kind }
}

function answerRow({ id, timeWindow, answer }: NamedAnswer): Row {
  const { metric, scope, period, asOf, coverage } = answer
  return {
    ...{ answer: id, metric: metric.id, owner: scope.owner, time_window: timeWindow, as_of: asOf },
    ...{ from_month: period?.from ?? null, to_month: period?.to ?? null, repositories: coverage.repositories },
  }
}

function coverageRows({ id, answer }: NamedAnswer): readonly Row[] {
  return answer.coverage.streams.map(({ stream, complete, partial, unknown }) => {
    return { answer: id, stream, complete, partial, missing: unknown }
  })
}

function gapRows({ id, answer }: NamedAnswer): readonly Row[] {
  return answer.missing.map(({ kind, count, names }, index) => ({
    ...{ answer: id, position: index + 1, kind, subjects: count, names: JSON.stringify(names) },
  }))
}

function valueRows({ id, answer }: NamedAnswer): readonly Row[] {
  const told = answer.columns.filter((column) => column !== 'grain' && column !== 'period')
  const measures = told.filter((column) => !isDimension(column))
  const dimensions = told.filter(isDimension)
  return answer.rows.flatMap((row, index) => {
    const { grain = null, period = null } = row.cells
    const about = Object.fromEntries(dimensions.map((column) => [column, row.cells[column] ?? null]))
    const key = { answer: id, row_number: index + 1, grain, period, dimensions: JSON.stringify(about) }
    return measures.map((measure) => ({ ...key, measure, ...numberOf(row, measure, answer) }))
  })
}

function numberOf(row: Shown, measure: ColumnName, answer: MetricAnswer) {
  const value = numberIn(row, measure)
  const withheld = row.withheld[measure] ?? null
  const [numerator, denominator] = value === null ? [] : (fractionOf(row, measure, answer) ?? [])
  return {
    ...{ value, withheld, numerator: numerator ?? null, denominator: denominator ?? null },
    ...{ is_hidden: withheld === null ? 0 : 1, is_unknown: value === null && withheld === null ? 1 : 0 },
  }
}

/** What shares are made of, where both parts are columns of the same row. */
const FRACTIONS: Readonly<Record<string, { readonly of: ColumnName; readonly over: readonly ColumnName[] }>> = {
  closure_ratio: { of: 'closed', over: ['waiting'] },
  in_time_share: { of: 'in_time', over: ['due'] },
  held_share: { of: 'held', over: ['held', 'to_correct', 'dated_exception'] },
  translated_share: { of: 'translated', over: ['keys'] },
}
/** What a share of the whole counts, in the order in which it is looked for. */
const SHARED = ['components', 'bytes', 'change_requests'] as const

function fractionOf(row: Shown, measure: ColumnName, { columns, rows }: MetricAnswer): readonly number[] | undefined {
  const told = FRACTIONS[measure]
  if (told !== undefined) return whole([numberIn(row, told.of), sumOf(told.over.map((one) => numberIn(row, one)))])
  const counted = measure === 'share' ? SHARED.find((one) => columns.includes(one)) : undefined
  if (counted === undefined) return undefined
  const together = rows.filter(({ cells }) => cells.author_group === row.cells.author_group)
  return whole([numberIn(row, counted), sumOf(together.map((one) => numberIn(one, counted)))])
}

/** A part that is hidden or not known leaves no fraction. */
function whole(parts: readonly (number | null)[]): readonly number[] | undefined {
  const known = parts.filter((part) => part !== null)
  return known.length === parts.length ? known : undefined
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}

function numberIn({ cells }: Shown, column: ColumnName): number | null {
  const value: MetricCell | undefined = cells[column]
  return typeof value === 'number' ? value : null
}

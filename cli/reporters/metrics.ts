import type { MetricAnswer } from '#data/metrics/answer.ts'
import type { Shown } from '#data/metrics/withhold.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { COLUMNS, type ColumnName } from '#data/queries/metrics/columns.ts'
import type { Metric, Missing } from '#data/queries/metrics/metric.ts'
import { UNIT_WORDS } from '#data/queries/metrics/units.ts'
import { type Block, blocksText } from './blocks.ts'
import { cellText, monthText } from './metric-cells.ts'
import { METRIC_WORDS, MISSING_SENTENCES, STREAM_WORDS } from './metric-words.ts'

const METRICS_SCHEMA_VERSION = 1
const NAMES_SHOWN = 8

/** A figure with its definition above, and below as of when, over what, and what is missing. */
export function metricText(
  answer: MetricAnswer,
  { language, isVerbose }: { readonly language: Language; readonly isVerbose: boolean },
): string {
  const words = METRIC_WORDS[language]
  const { metric, missing } = answer
  const rows = isVerbose ? answer.rows : answer.rows.filter(isBrief)
  const say = (label: string, text: string) => `${label}${words.colon}${text}`
  const gaps = missing.map((one) => `- ${missingSentence(one, language)}`)
  return blocksText([
    { heading: `${metric.title[language]} (${metric.id})`, lines: [metric.definition[language]] },
    rows.length === 0 ? { lines: [words.nothing] } : tableOf({ ...answer, rows }, language),
    { lines: rows.length < answer.rows.length ? [words.brief(answer.rows.length - rows.length)] : [] },
    {
      lines: [
        overText(answer, language),
        ...(gaps.length === 0 ? [] : [`${words.missing}${words.colon.trimEnd()}`, ...gaps]),
      ],
    },
    {
      lines: [
        ...[say(words.formula, metric.formula[language]), say(words.unit, UNIT_WORDS[metric.unit][language])],
        ...[say(words.source, metric.source[language]), say(words.limits, metric.limits[language])],
        ...[say(words.notFor, metric.notFor[language])],
      ],
    },
  ])
}

/** As of when, over what, and what is missing, in a line each: what a CSV file cannot say of itself. */
export function metricNote(answer: MetricAnswer, language: Language): string {
  const gaps = answer.missing.map((one) => missingSentence(one, language))
  return `${[overText(answer, language), ...gaps].join('\n')}\n`
}

export function metricJson({ metric, asOf, scope, period, coverage, ...answer }: MetricAnswer, language: Language) {
  const columns = answer.columns.map((name) => {
    return { name: camel(name), title: COLUMNS[name].title[language], kind: COLUMNS[name].kind }
  })
  const shape = {
    schemaVersion: METRICS_SCHEMA_VERSION,
    metric: metricShape(metric, language),
    asOf,
    scope: scope.owner === '' ? null : { owner: scope.owner, name: scope.name === '' ? null : scope.name },
    period: period === null ? null : { from: monthText(period.from), to: monthText(period.to) },
    coverage,
    columns,
    rows: answer.rows.map(({ cells, withheld }) => ({ ...camelled(cells), withheld: camelled(withheld) })),
    missing: answer.missing,
  }
  return `${JSON.stringify(shape, null, 2)}\n`
}

/** One line for each row; the last column says which cells are empty because they may not be shown, and why. */
export function metricCsvTable({ columns, rows }: MetricAnswer) {
  const why = (withheld: Readonly<Record<string, string>>) =>
    Object.entries(withheld).map(([column, reason]) => `${column}: ${reason}`)
  return {
    heads: [...columns, 'withheld'],
    rows: rows.map(({ cells, withheld }) => [...columns.map((one) => cells[one] ?? null), why(withheld).join('; ')]),
  }
}

export function metricsListText(metrics: readonly Metric[], language: Language): string {
  const words = METRIC_WORDS[language]
  const lines = metrics.flatMap(({ id, title, definition }) => [
    `${id} · ${title[language]}`,
    `    ${definition[language]}`,
  ])
  return blocksText([{ lines }, { lines: [words.more] }])
}

export function metricsListJson(metrics: readonly Metric[], language: Language): string {
  const shown = metrics.map((metric) => metricShape(metric, language))
  return `${JSON.stringify({ schemaVersion: METRICS_SCHEMA_VERSION, metrics: shown }, null, 2)}\n`
}

export function metricsCsvTable(metrics: readonly Metric[], language: Language) {
  const shapes = metrics.map((metric) => metricShape(metric, language))
  const heads = ['id', 'title', 'definition', 'formula', 'unit', 'source', 'limits', 'notFor', 'audience'] as const
  return { heads, rows: shapes.map((shape) => heads.map((head) => shape[head])) }
}

function metricShape(metric: Metric, language: Language) {
  const { id, unit, audience } = metric
  return {
    ...{
      id,
      title: metric.title[language],
      definition: metric.definition[language],
      formula: metric.formula[language],
    },
    ...{ unit, source: metric.source[language], limits: metric.limits[language], notFor: metric.notFor[language] },
    audience,
  }
}

/** Groups are told over the whole period; months, of everybody. */
function isBrief({ cells: { grain, author_group } }: Shown): boolean {
  return grain !== 'month' || author_group === undefined || author_group === 'all'
}

function tableOf({ columns, rows }: MetricAnswer, language: Language): Block {
  // The period says its grain itself.
  const shown = columns.filter((column) => column !== 'grain')
  const isWords = (column: ColumnName) => ['word', 'name', 'day'].includes(COLUMNS[column].kind)
  const firstFigure = shown.findIndex((column) => !isWords(column))
  return {
    head: shown.map((column) => COLUMNS[column].title[language]),
    rows: rows.map((row) => shown.map((column) => cellText(row, column, language))),
    words: firstFigure === -1 ? shown.length : firstFigure,
  }
}

function overText({ asOf, scope, period, coverage }: MetricAnswer, language: Language): string {
  const words = METRIC_WORDS[language]
  const where = scope.owner === '' ? '' : words.of(scope.name === '' ? scope.owner : `${scope.owner}/${scope.name}`)
  const streams = coverage.streams.map(({ stream, complete, partial, unknown }) =>
    words.stream(STREAM_WORDS[language][stream], complete, complete + partial + unknown),
  )
  const parts = [
    asOf === null ? words.never : words.asOf(asOf.slice(0, 10)),
    words.over(coverage.repositories, where),
    ...(period === null ? [] : [words.period(monthText(period.from), monthText(period.to))]),
  ]
  return `${parts.join(', ')}${streams.length === 0 ? '' : ` (${streams.join(', ')})`}.`
}

function missingSentence({ kind, count, names }: Missing, language: Language): string {
  const said = kind === 'never-read' ? names.map((name) => streamWord(name, language)) : names
  const shown = said.length > NAMES_SHOWN ? [...said.slice(0, NAMES_SHOWN), '…'] : said
  return MISSING_SENTENCES[language][kind](count, shown.join(', '))
}

function streamWord(name: string, language: Language): string {
  return Object.entries(STREAM_WORDS[language]).find(([stream]) => stream === name)?.[1] ?? name
}

function camelled<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [camel(name), value]))
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

import {
  answerMetric,
  answerRows,
  type MetricAnswer,
  type MetricAsked,
  type MetricSource,
  metricParams,
  sqlBehind,
} from '#data/metrics/answer.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Month } from '#data/months.ts'
import type { Metric, MetricCell } from '#data/queries/metrics/metric.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { openForFigures } from '#data/store.ts'
import { type Config, loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { promiseOf } from '../metrics/answer-promise.ts'
import { chooseMetric, choosePeriod, chooseScope } from '../metrics/choose.ts'
import { inventoryCsv } from '../reporters/inventory-csv.ts'
import { METRIC_WORDS } from '../reporters/metric-words.ts'
import {
  metricCsvTable,
  metricJson,
  metricNote,
  metricsCsvTable,
  metricsListJson,
  metricsListText,
  metricText,
} from '../reporters/metrics.ts'
import type { Session } from '../session.ts'

interface MetricsOptions extends CommonOptions {
  readonly scope?: string
  readonly from?: Month
  readonly to?: Month
  readonly share?: number
  readonly rows?: boolean
  readonly sql?: boolean
  readonly format: 'table' | 'json' | 'csv'
}

type Call = Session & { readonly options: MetricsOptions }

/** The figures there are, or one of them: the figure, the cases behind it, or the question that answers it. */
export async function metrics(call: Call & { readonly id: string | undefined }): Promise<void> {
  const { io, options, id } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  if (id === undefined) return io.out(listed(options.format, language))
  const metric = chooseMetric(id)
  const period = choosePeriod(options)
  await withSource(call, { config, metric }, async (source) => {
    const scope = await chooseScope(source, options.scope)
    const asked = {
      ...scope,
      ...period,
      ...(options.share !== undefined && { share: options.share }),
    }
    if (options.sql === true) return io.out(await questionOf(source, metric, { ...asked, language }))
    const answer =
      options.rows === true
        ? await answerRows(source, metric, asked)
        : await answerMetric(source, metric, { ...asked, audience: 'internal' })
    if (options.format === 'csv') io.err(metricNote(answer, language))
    io.out(written(answer, { ...options, language }))
  })
}

function listed(format: MetricsOptions['format'], language: Language): string {
  if (format === 'json') return metricsListJson(METRICS, language)
  if (format === 'csv') return inventoryCsv({ csv: metricsCsvTable(METRICS, language) }, language)
  return metricsListText(METRICS, language)
}

function written(
  answer: MetricAnswer,
  { format, verbose, language }: Pick<MetricsOptions, 'format' | 'verbose'> & { readonly language: Language },
): string {
  if (format === 'json') return metricJson(answer, language)
  if (format === 'csv') return inventoryCsv({ csv: metricCsvTable(answer) }, language)
  return metricText(answer, { language, isVerbose: verbose === true })
}

interface Needs {
  readonly config: Config
  readonly metric: Metric
}

/** Opens what a figure is read from: the database alone, or the inventory that was made from it. */
async function withSource(
  call: Call,
  { config, metric }: Needs,
  use: (source: MetricSource) => Promise<void>,
): Promise<void> {
  if (metric.from === 'inventory') {
    const { withHoldings } = await import('../inventory/holdings.ts')
    const { measuredInventory } = await import('../metrics/measured-inventory.ts')
    return withHoldings(call, (holdings) =>
      use({ ask: holdings.store.ask, inventory: (scope) => measuredInventory(holdings, scope) }),
    )
  }
  const store = await openForFigures({ path: config.database, calendar: config.calendar })
  try {
    await use({ ask: store.ask, promise: promiseOf(config) })
  } finally {
    store.close()
  }
}

type Asked = Omit<MetricAsked, 'audience'> & { readonly language: Language }

/** The SQL with its parameters set, as the shell of SQLite takes it. */
async function questionOf(source: MetricSource, metric: Metric, { language, ...asked }: Asked): Promise<string> {
  if (metric.from === 'inventory') return `${METRIC_WORDS[language].noSql(metric.command)}\n`
  const { sql, params } = sqlBehind(metric, await metricParams(source, { ...asked, audience: 'internal' }))
  const set = Object.entries(params).map(([name, value]) => `.parameter set :${name} ${literal(value)}`)
  return [`-- ${metric.formula[language]}`, ...set, `${outdented(sql)};`, ''].join('\n')
}

/** The shell strips the outer quotes itself. */
function literal(value: MetricCell): string {
  return typeof value === 'string' ? `"'${value.replaceAll("'", "''")}'"` : String(value)
}

function outdented(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '')
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(indent)).join('\n')
}

import type { ExportTable } from '#data/export/export-table.ts'
import { metricTables, type NamedAnswer } from '#data/export/metric-rows.ts'
import type { MetricAnswer } from '#data/metrics/answer.ts'
import type { Shown, Withheld } from '#data/metrics/withhold.ts'
import { COLUMNS, type ColumnName } from '#data/queries/metrics/columns.ts'
import type { Metric, MetricRow } from '#data/queries/metrics/metric.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { addMonths, quarterOf } from '#site/src/loaders/months.ts'

/** Figures of an invented city: every metric answered, with hidden cells, cells of too few cases and unknown ones. */
interface Sample {
  readonly asOf: string
  readonly profile: 'public' | 'internal'
  readonly isBare: boolean
  readonly isHiding: boolean
  readonly repositories: number
  readonly next: () => number
}

const LAST = 202610
const MONTHS = Array.from({ length: 34 }, (_, index) => addMonths(LAST, index - 33))
const GROUPS = ['inside', 'contractor', 'outside', 'unknown', 'bot'] as const

/** What rows are about, in metrics that have such dimensions; `null` is what nothing tells. */
const ABOUT: Partial<Record<ColumnName, readonly (string | null)[]>> = {
  author_group: ['all'],
  age_band: ['any-age'],
  kind: ['commit', 'change-request'],
  community: ['functional', 'technical', 'translators'],
  state: ['active', 'quiet', 'dormant', 'archived'],
  license: ['BSD-3-Clause', 'EUPL-1.2', null],
  language: ['fr', 'en', 'de'],
  component_kind: ['plugin', 'module', null],
  reason: ['taken-over', 'stale', 'unknown'],
  pack: ['lutece', 'open-source'],
  adopter_type: ['city'],
  country: ['FR', 'DE'],
  through: ['direct'],
  goal: ['usage', 'trust'],
}
const WHATS: Readonly<Record<string, string>> = {
  ...{ functional: 'issue-authors', technical: 'commit-authors', translators: 'translation-authors' },
}

export function figureSample(sample: Sample): readonly ExportTable[] {
  const metrics = METRICS.filter(({ audience }) => sample.profile === 'internal' || audience === 'public')
  return metricTables(
    metrics.map((metric) => answered(metric, sample)),
    metrics,
  )
}

function answered(metric: Metric, sample: Sample): NamedAnswer {
  const { asOf, repositories, isBare, profile } = sample
  const columns = metric.columns.filter(
    (name) => profile === 'internal' || metric.rules?.[name]?.audience !== 'internal',
  )
  const isDated = metric.from === 'store' && 'to_month' in metric.query.params
  const read = isBare
    ? { complete: 0, partial: 0, unknown: repositories }
    : { complete: repositories - 2, partial: 1, unknown: 1 }
  const answer: MetricAnswer = {
    ...{ metric, asOf: `${asOf}T05:00:00Z`, scope: { owner: '', name: '', isPublic: profile === 'public' }, columns },
    period: isDated ? { from: MONTHS[0] ?? LAST, to: LAST } : null,
    coverage: { repositories, streams: metric.streams.map((stream) => ({ stream, ...read })), missing: [] },
    rows: isBare ? [] : rowsOf(metric, columns, sample),
    missing: isBare ? [{ kind: 'never-read', count: repositories, names: metric.streams }] : [],
  }
  return { id: metric.id, timeWindow: 'recent', answer }
}

function rowsOf(metric: Metric, columns: readonly ColumnName[], sample: Sample): readonly Shown[] {
  if (metric.id === 'change-requests') return changeRequests(sample)
  if (metric.id === 'first-response') return responses(sample)
  const rows = abouts(columns).flatMap((about) => periods(columns).map((period) => ({ ...period, ...about })))
  return rows.map((row, index) =>
    shown({ ...row, ...numbers(columns, sample.next) }, index === 1 ? ['few-persons', lastOf(columns)] : undefined),
  )
}

function lastOf(columns: readonly ColumnName[]): ColumnName {
  return columns.findLast((column) => COLUMNS[column].kind === 'count') ?? 'value'
}

function numbers(columns: readonly ColumnName[], next: () => number): MetricRow {
  const draw = {
    count: () => 5 + Math.floor(next() * 60),
    share: () => 0.4 + next() * 0.6,
    number: () => 2 + next() * 9,
  }
  return Object.fromEntries(
    columns.flatMap((column) => {
      const { kind } = COLUMNS[column]
      return kind === 'count' || kind === 'share' || kind === 'number' ? [[column, draw[kind]()] as const] : []
    }),
  )
}

function periods(columns: readonly ColumnName[]): readonly MetricRow[] {
  if (!columns.includes('grain')) return [{}]
  return [
    ...MONTHS.map((period) => ({ grain: 'month', period })),
    ...[...new Set(MONTHS.map(quarterOf))].map((period) => ({ grain: 'quarter', period })),
    ...[2024, 2025, 2026].map((period) => ({ grain: 'year', period })),
  ]
}

function abouts(columns: readonly ColumnName[]): readonly MetricRow[] {
  const dimensions = columns.filter((column) => ABOUT[column] !== undefined)
  const rows = dimensions.reduce<readonly MetricRow[]>(
    (known, column) => known.flatMap((row) => (ABOUT[column] ?? []).map((value) => ({ ...row, [column]: value }))),
    [{}],
  )
  return rows.map((row) => {
    const what = WHATS[String(row.community)]
    const line = columns.includes('line') ? { line: row.component_kind === null ? null : 'v8' } : {}
    const state = columns.includes('adopter_type') ? { state: 'in-service' } : {}
    return { ...row, ...line, ...state, ...(what === undefined ? {} : { what }) }
  })
}

function shown(cells: MetricRow, hidden?: readonly [Withheld, ColumnName]): Shown {
  if (hidden === undefined) return { cells, withheld: {} }
  const [why, column] = hidden
  return { cells: { ...cells, [column]: null }, withheld: { [column]: why } }
}

/** Counts by month, pooled: every quarter and year is the sum of its months, hidden or not. */
function changeRequests({ isHiding, next }: Sample): readonly Shown[] {
  const base = MONTHS.map((month, index) => {
    const season = month % 100 === 8 ? 0.4 : 1
    const opened: Record<string, number> = {
      inside: 22 + index * 0.5 + next() * 8,
      contractor: 5 + next() * 4,
      outside: 1.5 + index * 0.25 + next() * 3,
      unknown: 2 + next() * 3,
      bot: 6 + next() * 5,
    }
    return {
      month,
      index,
      opened: Object.fromEntries(GROUPS.map((group) => [group, Math.round((opened[group] ?? 0) * season)])),
    }
  })
  const people = GROUPS.filter((group) => group !== 'bot')
  const told = (grain: string, periodOf: (month: number) => number) =>
    ['all', ...GROUPS].flatMap((author_group) =>
      [...Map.groupBy(base, ({ month }) => periodOf(month))].map(([period, own]) => {
        const groups = author_group === 'all' ? people : [author_group]
        const sum = own.reduce(
          (all, { opened }) => all + groups.reduce((some, group) => some + (opened[group] ?? 0), 0),
          0,
        )
        const cells = {
          grain,
          period,
          author_group,
          opened: sum,
          merged: Math.round(sum * 0.8),
          closed_unmerged: Math.round(sum * 0.12),
        }
        const index = own[0]?.index ?? 0
        const isHidden =
          grain === 'month' &&
          (isHiding ? index % 3 === 2 : index === 12) &&
          (author_group === 'outside' || author_group === 'unknown')
        return shown(cells, isHidden ? ['few-persons', 'opened'] : undefined)
      }),
    )
  return [
    ...told('month', (month) => month),
    ...told('quarter', quarterOf),
    ...told('year', (month) => Math.floor(month / 100)),
  ]
}

/** Shorter and shorter; one quarter is hidden and one has too few cases for its decile. */
function responses({ next }: Sample): readonly Shown[] {
  const quarters = [...new Set(MONTHS.map(quarterOf))]
  const told = (grain: string, period: number, index: number) => {
    const median = 6 - index * 0.3 + next()
    const cells = {
      ...{
        grain,
        period,
        author_group: 'all',
        median_working_days: median,
        p90_working_days: median * 3.5 + next() * 4,
      },
      ...{ median_days: median * 1.4, p90_days: median * 5 },
    }
    if (grain === 'quarter' && index === 3) return shown(cells, ['small-sample', 'p90_working_days'])
    return shown(cells, grain === 'quarter' && index === 1 ? ['few-persons', 'median_working_days'] : undefined)
  }
  return [
    ...quarters.map((period, index) => told('quarter', period, index)),
    ...[2024, 2025, 2026].map((period, index) => told('year', period, index * 4)),
  ]
}

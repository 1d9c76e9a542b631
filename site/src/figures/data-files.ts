import type { Catalogue } from '../loaders/catalogue.ts'
import type { Activity, ComponentSheet } from '../loaders/component-sheets.ts'
import type { Guide } from '../loaders/conformity.ts'
import type { Cell, Figure, Grain } from '../loaders/figures.ts'
import { type CsvValue, csv } from './csv.ts'

/** Files to download: the numbers of the pages, unrounded, with their date and what is missing. */

const SCHEMA_VERSION = 1

export function json(value: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...value }, null, 1)}\n`
}

export function figureFile(figure: Figure, kind: 'csv' | 'json'): string {
  const series = [...figure.series, ...figure.besides]
  if (kind === 'csv') {
    const rows = figure.periods.map((at, row) => [
      isoPeriod(figure.grain, at),
      ...series.map(({ cells }) => csvValue(cells[row])),
    ])
    return csv([figure.grain, ...series.map(({ id }) => id)], rows)
  }
  return json({
    metric: { id: figure.id, unit: figure.unit },
    asOf: figure.asOf,
    coverage: figure.coverage,
    grain: figure.grain,
    isLastPeriodPartial: figure.isLastPartial,
    rows: figure.periods.map((at, row) => ({
      period: isoPeriod(figure.grain, at),
      ...Object.fromEntries(series.map(({ id, cells }) => [id, numberOrNull(cells[row])])),
      hidden: series.filter(({ cells }) => cells[row] === 'hidden').map(({ id }) => id),
    })),
  })
}

/** `2026-09`, `2026-Q3`. */
function isoPeriod(grain: Grain, period: number): string {
  if (grain === 'quarter') return `${Math.floor(period / 10)}-Q${period % 10}`
  return `${Math.floor(period / 100)}-${String(period % 100).padStart(2, '0')}`
}

function csvValue(cell: Cell | undefined): CsvValue {
  return cell === undefined ? null : cell
}

function numberOrNull(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}

const COLUMNS = [
  'slug',
  'name',
  'description',
  'kind',
  'state',
  'line',
  'license',
  'owner',
  'version',
  'releasedOn',
  'language',
  'readiness',
  'adopters',
  'adoptersThrough',
  'repository',
] as const

export function componentsFile({ entries, asOf, coverage }: Catalogue, kind: 'csv' | 'json'): string {
  if (kind === 'csv')
    return csv(
      COLUMNS,
      entries.map((entry) => COLUMNS.map((column) => entry[column])),
    )
  const components = entries.map((entry) => Object.fromEntries(COLUMNS.map((column) => [column, entry[column]])))
  return json({ asOf, coverage, components })
}

export function activityFile({ months, commits }: Activity): string {
  return csv(
    ['month', 'commits'],
    months.map((month, row) => [isoPeriod('month', month), commits[row] ?? null]),
  )
}

export function sheetFile({
  entry,
  rules,
  activity,
  tally,
  judgedOn,
  asOf,
  coverage,
  url,
  coordinates,
}: ComponentSheet): string {
  return json({
    asOf,
    coverage,
    component: { ...entry, url, coordinates },
    conformity: tally === null ? null : { judgedOn, ...tally },
    rules: rules.map(({ code, rule, state, severity, findings, until }) => ({
      code,
      rule,
      state,
      severity,
      findings,
      until,
    })),
    activity: { months: activity.months, commits: activity.commits, isKnown: activity.isKnown },
  })
}

export function rulesFile({ families }: Guide): string {
  const rows = families.flatMap(({ rules }) =>
    rules.map(({ rule, pack, tally }) => [
      rule.code,
      rule.id,
      pack.id,
      rule.severity,
      tally?.held ?? null,
      tally?.toCorrect ?? null,
      tally?.datedException ?? null,
      tally?.notChecked ?? null,
    ]),
  )
  return csv(['code', 'rule', 'pack', 'severity', 'held', 'to_correct', 'dated_exception', 'not_checked'], rows)
}

import type { Grain } from '../figure-plans.ts'
import type { Catalogue } from '../loaders/catalogue.ts'
import type { Activity, ComponentSheet } from '../loaders/component-sheets.ts'
import type { Guide } from '../loaders/conformity.ts'
import { csv } from './csv.ts'

/** Files to download: the numbers of the pages, unrounded, with their date and what is missing. */

const SCHEMA_VERSION = 1

/** A line for each member, and for each thing of a list: read by people and compared line by line, yet not spread out. */
export function json(value: object): string {
  const members = Object.entries({ schemaVersion: SCHEMA_VERSION, ...value }).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}: ${isList(member) ? list(member) : JSON.stringify(member)}`],
  )
  return `{\n${members.join(',\n')}\n}\n`
}

/** A list of things that have members of their own; one of words or numbers stays on its line. */
function isList(member: unknown): member is readonly object[] {
  return Array.isArray(member) && typeof member[0] === 'object'
}

function list(items: readonly object[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`
}

/** `2026-09`, `2026-Q3`, `2026`. */
export function isoPeriod(grain: Grain, period: number): string {
  if (grain === 'year') return String(period)
  if (grain === 'quarter') return `${Math.floor(period / 10)}-Q${period % 10}`
  return `${Math.floor(period / 100)}-${String(period % 100).padStart(2, '0')}`
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

/** Components of a list, the whole catalogue or what has one value. */
export function entriesFile(entries: Catalogue['entries']): string {
  return csv(
    COLUMNS,
    entries.map((entry) => COLUMNS.map((column) => entry[column])),
  )
}

export function componentsFile({ entries, asOf, coverage }: Catalogue, kind: 'csv' | 'json'): string {
  if (kind === 'csv') return entriesFile(entries)
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
    // Most rules hold on most components: for those the code says all there is to say.
    rules: rules
      .filter(({ state }) => state !== 'held')
      .map(({ code, rule, state, severity, findings, until }) => ({ code, rule, state, severity, findings, until })),
    held: rules.flatMap(({ code, state }) => (state === 'held' ? [code] : [])),
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

import type { Cost, RunSummary, Waited } from '#data/model/collection.ts'
import { FAILURE_KINDS, type FailureKind, isOneOf, type Language } from '#data/model/vocabulary.ts'
import { problemInFrench } from '#data/problem-told.ts'
import type { RepositoryCoverage } from '#data/queries/coverage-by-repository.ts'
import type { Gap } from '#data/queries/gaps.ts'
import { FAILURE_WORDS } from '#data/reference/failure-words.ts'
import { REMEDIES } from '#data/reference/remedies.ts'
import { gapTitle } from '#data/reference/source-titles.ts'
import { RUN_WORDS } from './run-words.ts'
import { table } from './table.ts'

const COLLECT_SCHEMA_VERSION = 1

/** What a collection did and what it left unknown. */
export interface Collected {
  readonly runs: readonly RunSummary[]
  /** Everything that was asked and never came, earlier runs included. */
  readonly gaps: readonly Gap[]
  readonly coverage: readonly RepositoryCoverage[]
  readonly database: { readonly file: string; readonly bytes: number }
}

/** The stable shape of `parvis collect --format json`. */
export function runsJson({ runs, gaps, database }: Collected): string {
  const missing = gaps.map(({ collector, subject, repository, kind, reason, code, message }) => ({
    ...{ collector, subject, kind, reason, ...(code !== null && { code }), message },
    ...(repository === null ? {} : { repository }),
  }))
  return `${JSON.stringify({ schemaVersion: COLLECT_SCHEMA_VERSION, runs, missing, database }, null, 2)}\n`
}

const COLUMNS = ['collector', 'scope', 'status', 'requests', 'points', 'read', 'written', 'unchanged'] as const
const WORDS_FIRST = 3

interface Told {
  readonly language: Language
  /** Every gap and every stream by itself. */
  readonly verbose?: boolean
}

/** A line a run, what ended it below; then what was spent, what is missing with its remedy, and the database. */
export function runsText(collected: Collected, { language, verbose = false }: Told): string {
  const { runs, coverage, database } = collected
  const words = RUN_WORDS[language]
  const cells = [COLUMNS.map((column) => words.columns[column]), ...runs.map((run) => cellsOf(run, language))]
  const [head = '', ...rows] = table(cells, WORDS_FIRST)
  const ends = endsOf(collected, language)
  const listed = rows.flatMap((row, index) => [row, ...(ends[index] ?? [])])
  const totals = words.totals({ ...costOf(runs), ...sums(runs) })
  const megabytes = (database.bytes / 1e6).toFixed(1)
  const missing = missingOf(collected, { language, verbose })
  const streams = verbose ? coverageTable(coverage, language) : []
  const lines = [
    head,
    ...listed,
    '',
    totals,
    ...strainOf(runs, language),
    ...missing,
    ...streams,
    words.database(database.file, megabytes),
  ]
  return `${lines.join('\n')}\n`
}

/** What ended runs early and what is missing, each with its remedy, without the table of runs. */
export function troubleLines(collected: Collected, told: Told): readonly string[] {
  return [...endsOf(collected, told.language).flat(), ...missingOf(collected, told)]
}

function missingOf({ runs, gaps }: Collected, { language, verbose = false }: Told): readonly string[] {
  const isWhole = gaps.length === 0 && runs.every(({ status }) => status === 'complete')
  if (isWhole) return [RUN_WORDS[language].nothingMissing]
  return verbose ? everyGap(gaps, language) : groupedGaps(gaps, language)
}

function cellsOf(run: RunSummary, language: Language): readonly string[] {
  const { status, ...rest } = run
  return COLUMNS.map((column) => (column === 'status' ? RUN_WORDS[language].status[status] : String(rest[column])))
}

/**
 * What ended each run, with its remedy. The gaps that it left on the way are told further down, and what ended several
 * runs is told once.
 */
function endsOf({ runs, gaps }: Collected, language: Language): readonly (readonly string[])[] {
  const told = new Set(gaps.map(({ subject, kind, message }) => `${subject} ${kind}: ${message}`))
  return runs.map(({ scope, problems }) =>
    problems.flatMap(({ subject, kind, code, message }) => {
      const key = `${subject} ${message}`
      if (told.has(key)) return []
      told.add(key)
      return [
        `    ${reasonText(kind, language)}  ${said({ code, message }, scope, language)}`,
        ...remedy(kind, language),
      ]
    }),
  )
}

/** In English the word that scripts hold on to is readable as it is. */
function reasonText(kind: FailureKind, language: Language): string {
  return language === 'fr' ? FAILURE_WORDS.fr[kind] : kind
}

function gapName(kind: string, language: Language): string {
  return language === 'fr' ? gapTitle(kind, 'fr') : kind.replace('field:', '')
}

function nameOf({ repository, subject }: Gap): string {
  return repository ?? subject
}

function said(
  { code, message }: { readonly code?: string | null | undefined; readonly message: string },
  scope: string,
  language: Language,
): string {
  return (language === 'fr' ? problemInFrench(code, scope) : undefined) ?? message
}

function remedy(kind: FailureKind, language: Language): readonly string[] {
  const text = REMEDIES[language][kind]
  return text === undefined ? [] : [`    → ${text}`]
}

function costOf(runs: readonly RunSummary[]): Cost {
  const total = (count: 'requests' | 'points') => runs.reduce((sum, run) => sum + run[count], 0)
  return { requests: total('requests'), points: total('points') }
}

function sums(runs: readonly RunSummary[]) {
  const total = (count: 'read' | 'written' | 'unchanged') => runs.reduce((sum, run) => sum + run[count], 0)
  return { read: total('read'), written: total('written'), unchanged: total('unchanged') }
}

/** What it took of the host, and how long nothing was sent; nothing where no host was asked. */
function strainOf(runs: readonly RunSummary[], language: Language): readonly string[] {
  const words = RUN_WORDS[language]
  const busy = runs.flatMap(({ busySeconds = 0 }) => busySeconds)
  const sum = Math.round(busy.reduce((total, seconds) => total + seconds, 0) * 10) / 10
  const byReason = Map.groupBy(
    runs.flatMap(({ waits = [] }) => waits),
    ({ reason }) => reason,
  )
  const waited = [...byReason.values()].flatMap((waits) => {
    const [first, ...others] = waits
    return first === undefined ? [] : [words.waited(others.reduce(added, first))]
  })
  return [...(sum > 0 ? [words.busy(sum)] : []), ...waited]
}

/** Runs follow each other: the last wait is that of the last. */
function added(one: Waited, other: Waited): Waited {
  return {
    reason: one.reason,
    times: one.times + other.times,
    seconds: one.seconds + other.seconds,
    until: other.until,
  }
}

const EXAMPLES = 3

/** A reason, how often it was met, of what, and what can be done about it. */
function groupedGaps(gaps: readonly Gap[], language: Language): readonly string[] {
  const words = RUN_WORDS[language]
  const told = FAILURE_KINDS.flatMap((reason: FailureKind) => {
    const own = gaps.filter((gap) => gap.reason === reason)
    if (own.length === 0) return []
    const kinds = [...new Set(own.map(({ kind }) => kind))].map((kind) => kindLine(own, kind, language))
    return [`  ${reasonText(reason, language)} (${own.length})`, ...kinds, ...remedy(reason, language)]
  })
  return told.length === 0 ? [] : [words.missing(gaps.length), ...told]
}

function kindLine(gaps: readonly Gap[], kind: string, language: Language): string {
  const own = gaps.filter((gap) => gap.kind === kind)
  const names = own.slice(0, EXAMPLES).map(nameOf)
  const more = own.length > EXAMPLES ? ` … (${own.length})` : ''
  const [first] = own
  const message = first === undefined ? '' : said(first, nameOf(first), language)
  return `    ${gapName(kind, language)}  ${names.join(', ')}${more}${language === 'fr' ? ' : ' : ': '}${message}`
}

function everyGap(gaps: readonly Gap[], language: Language): readonly string[] {
  const words = RUN_WORDS[language]
  if (gaps.length === 0) return []
  const rows = gaps.map((gap) => [
    `  ${isOneOf(FAILURE_KINDS, gap.reason) ? reasonText(gap.reason, language) : gap.reason}`,
    nameOf(gap),
    gapName(gap.kind, language),
    said(gap, nameOf(gap), language),
  ])
  return [words.missing(gaps.length), ...table(rows, rows[0]?.length ?? 0)]
}

const STREAM_COLUMNS = ['repository', 'stream', 'status', 'asked', 'came', 'missing'] as const

function coverageTable(coverage: readonly RepositoryCoverage[], language: Language): readonly string[] {
  const words = RUN_WORDS[language]
  const rows = coverage.map((row) => STREAM_COLUMNS.map((column) => String(row[column] ?? '')))
  return ['', ...table([STREAM_COLUMNS.map((column) => words.columns[column]), ...rows], WORDS_FIRST), '']
}

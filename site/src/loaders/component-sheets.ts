import { lastKnownMonth } from '#data/metrics/known-until.ts'
import type { MessageArgs } from '#data/model/lint.ts'
import { isOneOf, SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import { type ComponentRow, siteActivity, siteComponents, siteTopics } from '#data/queries/site/components.ts'
import {
  type FindingRow,
  type HeldRow,
  type OutcomeRow,
  siteFindings,
  siteHeldRules,
  siteOutcomes,
} from '#data/queries/site/conformity.ts'
import { type Catalogue, type CatalogueEntry, licenseOf } from './catalogue.ts'
import { RULE_STATES, type RuleState, type Tally } from './conformity.ts'
import { addMonths, monthOf, monthsUpTo } from './months.ts'
import type { Asked, Coverage, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

export interface RuleLine {
  readonly code: string
  readonly rule: string
  readonly state: RuleState
  readonly severity: Severity
  readonly findings: number
  readonly until: string | null
  /** The first findings, where this file tells them. */
  readonly places: readonly {
    readonly messageId: string
    readonly args: MessageArgs
    readonly path: string | null
    readonly line: number | null
  }[]
}

export interface ComponentSheet extends Dated {
  readonly entry: CatalogueEntry
  /** Position in the catalogue, from 1: the number of the sheet. */
  readonly number: number
  readonly isOwn: boolean
  readonly url: string | null
  readonly homepageUrl: string | null
  readonly coordinates: string | null
  readonly createdOn: string | null
  readonly isFork: boolean
  /** What the licence file reads as, and the host's own word: two sources, which may disagree. */
  readonly fileLicense: string | null
  readonly hostLicense: string | null
  readonly lastActivityOn: string | null
  readonly head: { readonly oid: string; readonly on: string | null } | null
  readonly openChangeRequests: number | null
  readonly mergedChangeRequests: number | null
  readonly openIssues: number | null
  readonly topics: readonly string[]
  readonly tally: Tally | null
  readonly judgedOn: string | null
  /** Of another organisation: the day on which it agreed to be told of. */
  readonly agreedOn: string | null
  /** Day on which the last dated exception ends. */
  readonly exceptionsUntil: string | null
  /** Worst first. Empty where this file tells no outcomes. */
  readonly rules: readonly RuleLine[]
  readonly activity: Activity
  /** Other components of the same repository. */
  readonly neighbours: readonly CatalogueEntry[]
}

/** Commits by month, oldest first; null where they are not known. */
export interface Activity extends Dated {
  readonly months: readonly number[]
  readonly commits: readonly (number | null)[]
  readonly isKnown: boolean
  /** Where its history is known to an earlier month only: the last that is told, and what those of the period add up to. */
  readonly known: {
    readonly until: number
    readonly day: string
    readonly from: number
    readonly commits: number
  } | null
  readonly lastYear: number
  readonly yearBefore: number
}

/** Whether a clone is all that tells of it: its host was not asked. */
export function isOfClone({ entry }: Pick<ComponentSheet, 'entry'>): boolean {
  return entry.repository.startsWith('local/')
}

const ACTIVITY_MONTHS = 24

/** The sheet of every component: six questions whatever their number. */
export async function loadComponentSheets(
  store: Asked,
  register: Register,
  catalogue: Catalogue,
): Promise<readonly ComponentSheet[]> {
  const by = <Row extends { repository: string }>(rows: readonly Row[]) => Map.groupBy(rows, (row) => row.repository)
  const rows = await store.ask(siteComponents, {})
  const activity = by(await store.ask(siteActivity, {}))
  const topics = by(await store.ask(siteTopics, {}))
  const outcomes = by(await store.ask(siteOutcomes, {}))
  const findings = by(await store.ask(siteFindings, {}))
  const held = heldLines(await store.ask(siteHeldRules, {}))
  const entries = Map.groupBy(catalogue.entries, ({ repository }) => repository)
  return rows.flatMap((row, index) => {
    const entry = catalogue.entries[index]
    if (entry === undefined) return []
    const months = new Map((activity.get(row.repository) ?? []).map(({ month, commits }) => [month, commits]))
    return {
      ...facts(row),
      asOf: register.asOf,
      coverage: coverageOf(row.tree_coverage),
      entry,
      number: index + 1,
      topics: (topics.get(row.repository) ?? []).map(({ topic }) => topic),
      tally: tallyOf(row),
      judgedOn: row.judged_on,
      agreedOn: row.agreed_on,
      exceptionsUntil: row.exceptions_until,
      rules: ruleLines(outcomes.get(row.repository) ?? [], {
        findings: findings.get(row.repository) ?? [],
        held: held(row.repository),
      }),
      activity: activityOf(register.asOf, months, row),
      neighbours: (entries.get(row.repository) ?? []).filter((other) => other !== entry),
    }
  })
}

function facts(row: ComponentRow) {
  return {
    isOwn: row.is_own === 1,
    url: webAddress(row.url),
    homepageUrl: webAddress(row.homepage_url),
    coordinates: row.group_id === null || row.artifact_id === null ? null : `${row.group_id}:${row.artifact_id}`,
    createdOn: row.created_at?.slice(0, 10) ?? null,
    isFork: row.is_fork === 1,
    fileLicense: row.concluded_license,
    hostLicense: licenseOf(row.host_license),
    lastActivityOn: row.last_activity_at?.slice(0, 10) ?? null,
    head: row.head_oid === null ? null : { oid: row.head_oid, on: row.head_committed_at?.slice(0, 10) ?? null },
    openChangeRequests: row.change_requests_open,
    mergedChangeRequests: row.change_requests_merged,
    openIssues: row.issues_open,
  }
}

function coverageOf(word: string): Coverage {
  const one = (wanted: string) => (word === wanted ? 1 : 0)
  return {
    expected: 1,
    complete: one('complete'),
    partial: one('partial'),
    missing: 1 - one('complete') - one('partial'),
  }
}

function tallyOf(row: ComponentRow): Tally | null {
  if (row.held === null || row.to_correct === null || row.dated_exception === null || row.not_checked === null)
    return null
  return { held: row.held, toCorrect: row.to_correct, datedException: row.dated_exception, notChecked: row.not_checked }
}

/**
 * The rules that hold on a repository, worst first. They are hundreds of thousands in all: a rule has one line for all
 * repositories that it holds on, and lines are put into their order once.
 */
function heldLines(rows: readonly HeldRow[]): (repository: string) => readonly RuleLine[] {
  const toldOf = new Map(rows.map(({ repository, rules }) => [repository, new Set(rules.split('|'))]))
  const lines = [...new Set(rows.flatMap(({ rules }) => rules.split('|')))]
    .map((told) => ({ told, line: heldLine(told) }))
    .sort((a, b) => inOrder(a.line, b.line))
  return (repository) => {
    const told = toldOf.get(repository)
    return told === undefined ? [] : lines.flatMap((one) => (told.has(one.told) ? [one.line] : []))
  }
}

function heldLine(told: string): RuleLine {
  const [code = '', severity = '', rule = ''] = told.split(' ')
  return {
    ...{ code, rule, state: 'held', findings: 0, until: null, places: [] },
    severity: isOneOf(SEVERITIES, severity) ? severity : 'info',
  }
}

/** What is to be corrected first, the worst of it before the rest. */
function inOrder(a: RuleLine, b: RuleLine): number {
  const rank = ({ state, severity }: RuleLine) => RULE_STATES.indexOf(state) * 10 + SEVERITIES.indexOf(severity)
  return rank(a) - rank(b) || (a.code < b.code ? -1 : 1)
}

function ruleLines(
  outcomes: readonly OutcomeRow[],
  { findings, held }: { readonly findings: readonly FindingRow[]; readonly held: readonly RuleLine[] },
): readonly RuleLine[] {
  const places = Map.groupBy(findings, ({ rule }) => rule)
  const lines = outcomes.map(
    (row): RuleLine => ({
      code: row.code,
      rule: row.rule,
      state: stateOf(row),
      severity: isOneOf(SEVERITIES, row.severity) ? row.severity : 'info',
      findings: row.findings,
      until: row.waived_until,
      places: (places.get(row.rule) ?? []).map(({ message_id, args, path, line }) => ({
        messageId: message_id,
        args: readArgs(args),
        path,
        line,
      })),
    }),
  )
  return [...lines.sort(inOrder), ...held]
}

function stateOf({ outcome, waived_until }: OutcomeRow): RuleState {
  if (outcome === 'pass') return 'held'
  if (outcome === 'fail') return waived_until === null ? 'to-correct' : 'dated-exception'
  return 'not-checked'
}

/** The column holds what `Finding.args` was: written by our own export, read back here and nowhere else. */
function readArgs(json: string): MessageArgs {
  return JSON.parse(json) as MessageArgs
}

/** A month without a row is zero only where all commits were read, and only until their history is known. */
function activityOf(
  asOf: string,
  rows: ReadonlyMap<number, number>,
  { commit_coverage: coverage, commits_known_until: day }: ComponentRow,
): Activity {
  const isKnown = coverage === 'complete'
  const until = day === null ? monthOf(asOf) : lastKnownMonth(day, asOf)
  const current = monthOf(asOf)
  const months = monthsUpTo(current, ACTIVITY_MONTHS)
  const total = (from: number, to: number) =>
    months.reduce((sum, month) => sum + (month > from && month <= to ? (rows.get(month) ?? 0) : 0), 0)
  const yearAgo = addMonths(current, -12)
  return {
    asOf,
    coverage: coverageOf(coverage),
    months,
    commits: months.map((month) => (month > until ? null : (rows.get(month) ?? (isKnown ? 0 : null)))),
    isKnown,
    known:
      day === null || until >= addMonths(current, -1)
        ? null
        : { until, day: day.slice(0, 10), from: months[0] ?? current, commits: total(0, until) },
    lastYear: total(yearAgo, current),
    yearBefore: total(addMonths(yearAgo, -12), yearAgo),
  }
}

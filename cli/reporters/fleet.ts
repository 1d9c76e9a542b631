import type { LintReport, SubjectReport } from '#data/model/lint.ts'
import { isToMend, nameOf, type ReportContext } from './lint.ts'

/** Many subjects at a glance, the worst first. */
export interface Fleet {
  readonly rows: readonly FleetRow[]
  readonly rules: readonly BrokenRule[]
  readonly progress: FleetProgress | undefined
}

export interface FleetRow {
  readonly name: string
  readonly subject: SubjectReport
  /** Findings of gravity error that ask for work. */
  readonly blocking: number
  /** All findings that ask for work. */
  readonly toMend: number
  /** Rules that could not be checked. */
  readonly unchecked: number
  /** Whether a check crashed, which makes the run end as trouble. */
  readonly hasCrash: boolean
}

interface BrokenRule {
  readonly code: string
  /** Subjects in which it asks for work. */
  readonly broken: number
  /** Subjects in which it could be judged and applies. */
  readonly judged: number
}

interface FleetProgress {
  readonly since: string
  readonly added: number
  readonly mended: number
  readonly rules: readonly { readonly code: string; readonly added: number; readonly mended: number }[]
}

/** So few are told one by one. */
const FEW_SUBJECTS = 3

/** Whether a report is told as a table: of more than a few subjects nobody reads each in full. */
export function isFleet({ subjects }: LintReport): boolean {
  return subjects.length > FEW_SUBJECTS
}

export function fleetOf(report: LintReport, context: Pick<ReportContext, 'baseline'>): Fleet {
  const rows = report.subjects.map((subject) => rowOf(subject, context)).toSorted(worstFirst)
  return { rows, rules: brokenRules(report, context), progress: progressOf(report) }
}

function rowOf(subject: SubjectReport, context: Pick<ReportContext, 'baseline'>): FleetRow {
  const findings = subject.outcomes.flatMap((outcome) => outcome.findings).filter((one) => isToMend(one, context))
  return {
    name: nameOf(subject),
    subject,
    blocking: findings.filter(({ severity }) => severity === 'error').length,
    toMend: findings.length,
    unchecked: subject.outcomes.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error').length,
    hasCrash: subject.outcomes.some(({ outcome }) => outcome === 'error'),
  }
}

/** What could not be read at all comes before everything: nothing is known of it. */
function worstFirst(a: FleetRow, b: FleetRow): number {
  const unread = Number(b.subject.outcomes.length === 0) - Number(a.subject.outcomes.length === 0)
  const figures = unread || b.blocking - a.blocking || b.toMend - a.toMend || b.unchecked - a.unchecked
  return figures || (a.name < b.name ? -1 : 1)
}

function brokenRules({ subjects }: LintReport, context: Pick<ReportContext, 'baseline'>): readonly BrokenRule[] {
  const tallies = new Map<string, { broken: number; judged: number }>()
  for (const { code, outcome, findings } of subjects.flatMap(({ outcomes }) => outcomes)) {
    if (outcome !== 'pass' && outcome !== 'fail') continue
    const tally = tallies.get(code) ?? { broken: 0, judged: 0 }
    tallies.set(code, tally)
    tally.judged += 1
    if (findings.some((one) => isToMend(one, context))) tally.broken += 1
  }
  return [...tallies]
    .map(([code, tally]) => ({ code, ...tally }))
    .filter(({ broken }) => broken > 0)
    .toSorted((a, b) => b.broken - a.broken || (a.code < b.code ? -1 : 1))
}

function progressOf({ progress }: LintReport): FleetProgress | undefined {
  if (progress === undefined) return undefined
  const byCode = new Map<string, { added: number; mended: number }>()
  for (const { code, added, mended } of progress.rows) {
    const sum = byCode.get(code) ?? { added: 0, mended: 0 }
    byCode.set(code, { added: sum.added + added, mended: sum.mended + mended })
  }
  const rules = [...byCode].map(([code, sums]) => ({ code, ...sums }))
  const total = (key: 'added' | 'mended') => rules.reduce((sum, rule) => sum + rule[key], 0)
  const weight = ({ added, mended }: { added: number; mended: number }) => added + mended
  return {
    since: progress.since,
    added: total('added'),
    mended: total('mended'),
    rules: rules.toSorted((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1)),
  }
}

import type { Finding, LintReport, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Compared } from '../lint/baseline.ts'
import { fleetOf } from './fleet.ts'
import { countOutcomes, LISTED, type ReportContext } from './lint.ts'

/** Raised when a key changes its meaning or goes. */
export const LINT_SCHEMA_VERSION = 1

/**
 * The stable shape that other programs read; `findings` holds every outcome but pass and not-applicable. A subject at a
 * time: the answer about a fleet is larger than all that it is made from.
 */
export function* json(report: LintReport, context: ReportContext): Generator<string> {
  const head = {
    schemaVersion: LINT_SCHEMA_VERSION,
    tool: { name: 'parvis', version: context.toolVersion },
    asOf: report.asOf,
    ...(context.baseline && { baseline: baselineOf(context.baseline) }),
    ...waiversEnding(report, context),
    ...(context.hidden > 0 && { hidden: context.hidden }),
    ...(report.subjects.length > 1 && { fleet: fleet(report, context) }),
    subjects: [],
  }
  const [before = '', after = ''] = JSON.stringify(head, null, 2).split(/(?<=\n {2}"subjects": \[)(?=\]\n\}$)/)
  yield before
  for (const [index, subject] of report.subjects.entries()) {
    const text = JSON.stringify(told(subject, { report, context }), null, 2).replaceAll('\n', '\n    ')
    yield `${index === 0 ? '' : ','}\n    ${text}`
  }
  yield `${report.subjects.length === 0 ? '' : '\n  '}${after}\n`
}

function told(
  subject: SubjectReport,
  { report, context }: { readonly report: LintReport; readonly context: ReportContext },
): object {
  return {
    subject: subject.subject,
    ...(subject.folder !== undefined && { folder: subject.folder }),
    ...(subject.change && { change: subject.change }),
    ...(subject.change && promise(report.asOf, context)),
    kind: subject.kind,
    line: subject.line,
    coverage: subject.coverage,
    ...(subject.unread && { unread: subject.unread }),
    ...conformity(subject, context),
    outcomes: countOutcomes(subject),
    findings: subject.outcomes.flatMap((outcome) => findingsOf(outcome, context)),
  }
}

/** Rules most broken first, and what changed since an earlier run where there was one. */
function fleet(report: LintReport, context: ReportContext): object {
  const { rules, progress } = fleetOf(report, context)
  return { repositories: report.subjects.length, rules, ...(progress && { progress }) }
}

/** Left out where none ends soon. */
function waiversEnding(report: LintReport, context: ReportContext): object {
  const ending = context.waiversEnding(report)
  return ending.length === 0 ? {} : { waiversEnding: ending }
}

/** By when somebody answers whoever proposed the change, and who; left out where nothing was promised. */
function promise(asOf: string, context: ReportContext): object {
  const promised = context.promise(asOf)
  if (promised === undefined) return {}
  const { workingDays, by, contact } = promised
  return { answer: { workingDays, by, ...(contact !== undefined && { contact }) } }
}

/** Left out where no verdict can be told: of a change request, or by the rules of one stage. */
function conformity(subject: SubjectReport, context: ReportContext): object {
  const verdicts = context.verdicts(subject)
  if (verdicts.length === 0) return {}
  return { conformity: verdicts.map(({ sentence, ...verdict }) => ({ ...verdict, message: sentence })) }
}

function baselineOf({ file, known, removable }: Compared): object {
  return { file, known: known.size, removable }
}

function findingsOf(outcome: RuleOutcome, context: ReportContext): readonly object[] {
  if (LISTED.includes(outcome.outcome)) return outcome.findings.map((finding) => described(finding, context))
  // A passing rule may still carry waived findings; they are listed with their waiver.
  if (!context.all) return []
  const { rule, code, severity } = outcome
  return [{ rule, code, outcome: outcome.outcome, severity, url: context.rule(code).url }]
}

function described(finding: Finding, context: ReportContext): object {
  const help = context.rule(finding.code)
  return {
    rule: finding.rule,
    code: finding.code,
    outcome: finding.outcome,
    severity: finding.severity,
    confidence: finding.confidence,
    messageId: finding.messageId,
    args: finding.args,
    message: context.sentence(finding),
    ...(finding.location && { location: finding.location }),
    ...(finding.rate && { rate: finding.rate }),
    ...(finding.waiver && { waiver: finding.waiver }),
    ...(context.baseline?.known.has(finding) && { known: true }),
    ...(context.isAutomatic(finding) && { automatic: true }),
    remediation: help.remediation,
    url: help.url,
    fingerprint: finding.fingerprint,
  }
}

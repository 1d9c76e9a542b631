import type { Finding, LintReport, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Confidence, Language, Outcome, Severity } from '#data/model/vocabulary.ts'
import type { Conformity } from '#policies/conformity.ts'
import type { Waiver } from '#policies/rule.ts'
import type { Compared } from '../lint/baseline.ts'
import type { Promised } from './reply-words.ts'

/** What a reporter is handed beside the report: the words, at the edge. */
export interface ReportContext {
  readonly language: Language
  /** List what holds and what does not apply, too. */
  readonly all: boolean
  /** Tell every subject in full, however many there are. */
  readonly isVerbose: boolean
  readonly hasColor: boolean
  /** Characters in a line; undefined where lines may be as long as they like. */
  readonly columns: number | undefined
  readonly toolVersion: string
  /** What was known before; absent when no baseline was named. */
  readonly baseline: Compared | undefined
  /** The sentence of a finding in the reader's language, without control characters. */
  sentence(finding: Finding): string
  /** What is said of a rule in the reader's language, by code. */
  rule(code: string): RuleWords
  /** How a subject stands by each pack; none for a change request or a stage, which are not the whole of it. */
  verdicts(subject: SubjectReport): readonly Verdict[]
  /** Whether `--fix` has a repair for it. */
  isAutomatic(finding: Finding): boolean
  /** Rules that the reader is told nothing of but their number: they are internal, and do not hold. */
  readonly hidden: number
  /** Waivers of what is judged that end within thirty days. */
  waiversEnding(report: LintReport): readonly Waiver[]
  /** What is promised to whoever proposes a change on a day. */
  promise(asOf: string): Promised | undefined
}

/** Whether a subject is as a pack asks. */
export interface Verdict extends Pick<Conformity, 'state' | 'codes'> {
  readonly pack: string
  /** Of Parvis for its own packs, else the beginning of the digest. */
  readonly version: string
  readonly digest: string
  /** In the reader's language. */
  readonly sentence: string
}

export interface RuleWords {
  readonly title: string
  /** Answerable by yes or no. */
  readonly question: string
  /** Markdown, as the next one. */
  readonly rationale: string
  readonly remediation: string
  readonly url: string
  /** Its page in the contributor guide of the site, else `url`. */
  readonly guide: string
  readonly severity: Severity
  readonly confidence: Confidence
}

/** Findings to text. Pure: a reporter prints nothing itself. */
export type LintReporter = (report: LintReport, context: ReportContext) => string

/** Outcomes that are listed one by one whatever was asked; the others only with `--all`. */
export const LISTED: readonly Outcome[] = ['error', 'fail', 'unknown']

export function countOutcomes({ outcomes }: Pick<SubjectReport, 'outcomes'>): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { pass: 0, fail: 0, 'not-applicable': 0, unknown: 0, error: 0 }
  for (const { outcome } of outcomes) counts[outcome] += 1
  return counts
}

/** How a rule stands for the reader: `accepted` when everything that fails is waived or known. */
export type Standing = Outcome | 'accepted'

export function countStandings(
  outcomes: readonly RuleOutcome[],
  context: Pick<ReportContext, 'baseline'>,
): Record<Standing, number> {
  const counts = { ...countOutcomes({ outcomes }), accepted: 0 }
  for (const { outcome, findings } of outcomes) {
    if (outcome !== 'fail' || findings.some((finding) => isToMend(finding, context))) continue
    counts.fail -= 1
    counts.accepted += 1
  }
  return counts
}

/** Whether a finding asks for work: it failed, nobody waived it and it is not known already. */
export function isToMend(finding: Finding, { baseline }: Pick<ReportContext, 'baseline'>): boolean {
  return finding.outcome === 'fail' && finding.waiver === undefined && baseline?.known.has(finding) !== true
}

/** What a subject is called among others: two folders of one repository are two subjects. */
export function nameOf({ subject, repository, folder }: SubjectReport): string {
  return repository === null || folder === undefined ? subject : `${subject}/${folder}`
}

/** A path of a finding, from the root of the repository where there is one. */
export function pathInRepository(path: string, { folder }: SubjectReport): string {
  return folder === undefined ? path : `${folder}/${path}`
}

/** `path:line:column` as far as known, safe to print; empty without a path. */
export function placeOf({ location }: Pick<Finding, 'location'>): string {
  if (location === undefined) return ''
  return [printable(location.path), location.line, location.column].filter((part) => part !== undefined).join(':')
}

/**
 * Text of a judged tree, safe in a terminal, a log and an XML file: whatever steers a terminal, breaks a line, turns
 * the direction of writing or cannot be seen is written as `\u{1b}`.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`,
  )
}

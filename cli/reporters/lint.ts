import type { Finding, LintReport, SubjectReport } from '#data/model/lint.ts'
import type { Language, Outcome } from '#data/model/vocabulary.ts'

/** What a reporter is handed beside the report: the words, at the edge. */
export interface ReportContext {
  readonly language: Language
  /** List what holds and what does not apply, too. */
  readonly all: boolean
  readonly hasColor: boolean
  readonly toolVersion: string
  /** The sentence of a finding in the reader's language. */
  sentence(finding: Finding): string
  /** Title of the rule, first step of its fix, and the address of its page, by code. */
  rule(code: string): { readonly title: string; readonly remediation: string; readonly url: string }
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

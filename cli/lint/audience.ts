import type { LintReport } from '#data/model/lint.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'

/** A report as far as an audience may know it. */
export interface ToldReport {
  readonly report: LintReport
  /** Rules of which the audience is told nothing but that so many do not hold, or could not be checked. */
  readonly hidden: number
}

/** Answers that others than whoever ran the command will read, unless told otherwise. */
const SHOWN_TO_ALL = ['github', 'markdown', 'reply']

/** Who reads an answer: what is pasted beside a change request is read by everybody. */
export function audienceOf(format: string, asked: Audience | undefined): Audience {
  return asked ?? (SHOWN_TO_ALL.includes(format) ? 'public' : 'internal')
}

/** Rules marked as internal (how a weakness could be used) are left out for the public, and counted. */
export function toldTo(audience: Audience, report: LintReport, packs: readonly RulePack[]): ToldReport {
  if (audience === 'internal') return { report, hidden: 0 }
  const internal = new Set(
    [...listRules(), ...listRules(packs)].flatMap(({ rule }) => (rule.audience === 'internal' ? [rule.id] : [])),
  )
  const isHidden = ({ rule }: { readonly rule: string }) => internal.has(rule)
  const hidden = report.subjects
    .flatMap(({ outcomes }) => outcomes)
    .filter((outcome) => isHidden(outcome) && outcome.outcome !== 'pass' && outcome.outcome !== 'not-applicable')
  const subjects = report.subjects.map((subject) => ({
    ...subject,
    outcomes: subject.outcomes.filter((outcome) => !isHidden(outcome)),
  }))
  return { report: { ...report, subjects }, hidden: hidden.length }
}

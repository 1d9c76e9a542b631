import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'

export interface Sides {
  /** Where the change sets out from. */
  readonly base: SubjectReport
  /** Where it leads. */
  readonly head: SubjectReport
  /** Whether the change adds this path or gives it another content. */
  isTouched(path: string): boolean
}

/**
 * What a change adds: the report of its head without what stood at its base already. Of such a report "pass" says that
 * the change breaks nothing more, whatever the repository did before it.
 */
export function whatChangeAdds({ base, head, isTouched }: Sides): SubjectReport {
  const before = new Map(base.outcomes.map((outcome) => [outcome.rule, outcome]))
  const outcomes = head.outcomes.map((after) => added(after, { before: before.get(after.rule), isTouched }))
  return { ...head, outcomes }
}

function added(
  after: RuleOutcome,
  { before, isTouched }: { readonly before: RuleOutcome | undefined } & Pick<Sides, 'isTouched'>,
): RuleOutcome {
  if (after.outcome !== 'fail') return after
  const known = new Set(before?.findings.map(({ fingerprint }) => fingerprint))
  const wasJudged = before !== undefined && before.outcome !== 'unknown' && before.outcome !== 'error'
  const isNew = (finding: Finding): boolean => {
    if (known.has(finding.fingerprint)) return false
    // What could not be judged before may have been so all along: only what the change touched is laid at its door.
    const path = finding.location?.path
    return wasJudged || (path !== undefined && isTouched(path))
  }
  const findings = after.findings.filter((finding) => finding.outcome !== 'fail' || isNew(finding))
  if (findings.some(({ outcome }) => outcome === 'fail')) return { ...after, findings }
  if (findings.length > 0) return { ...after, outcome: 'unknown', findings }
  return { ...after, outcome: 'pass', findings: [] }
}

/** How open a component is meant to be: A contributions sought, B handled, C published without follow-up, D not disclosed. */
export type Degree = 'A' | 'B' | 'C' | 'D'

/** What was seen of a component; null where it was not collected. */
export interface Behaviour {
  readonly isPublic: boolean | null
  readonly hasGuide: boolean | null
  readonly hasIssues: boolean | null
  readonly isArchived: boolean | null
  /** Change requests of outside people that were opened lately, and how many got an answer within the target. */
  readonly responses: { readonly opened: number; readonly inTime: number } | null
}

export type OpennessPoint = 'public' | 'guide' | 'issues' | 'response' | 'not-public' | 'says-so' | 'in-service'

/** `holds`, `differs`, or `unknown` where it was not collected. */
export interface OpennessCheck {
  readonly point: OpennessPoint
  readonly result: 'holds' | 'differs' | 'unknown'
}

/** What each degree promises, beside what was seen. */
export function opennessChecks(degree: Degree, seen: Behaviour): readonly OpennessCheck[] {
  const check = (point: OpennessPoint, value: boolean | null): OpennessCheck => ({
    point,
    result: value === null ? 'unknown' : value ? 'holds' : 'differs',
  })
  if (degree === 'D') return [check('not-public', opposite(seen.isPublic))]
  // Published without follow-up is said by issues that are off, or by an archive.
  if (degree === 'C') return [check('public', seen.isPublic), check('says-so', saysSo(seen))]
  return [
    check('public', seen.isPublic),
    check('in-service', opposite(seen.isArchived)),
    check('guide', seen.hasGuide),
    check('issues', seen.hasIssues),
    check('response', inTime(seen)),
  ]
}

function saysSo({ hasIssues, isArchived }: Behaviour): boolean | null {
  if (hasIssues === false || isArchived === true) return true
  return hasIssues === null || isArchived === null ? null : false
}

/** Half of them and more; nobody asked says nothing. */
function inTime({ responses }: Behaviour): boolean | null {
  if (responses === null || responses.opened === 0) return null
  return responses.inTime * 2 >= responses.opened
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

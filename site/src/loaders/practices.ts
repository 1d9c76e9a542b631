import { heldShare, type Tally } from './conformity.ts'
import type { Fleet } from './fleet.ts'

/**
 * Good practices that an auditor asks for, each with the rules that look, one of them at each repository; without any
 * nothing looks, which is said.
 */
export const PRACTICES = [
  { id: 'license', codes: ['OSS-02'] },
  { id: 'readme', codes: ['OSS-01', 'DOC-01'] },
  { id: 'contributing', codes: ['OSS-04'] },
  { id: 'changes', codes: ['OSS-13'] },
  { id: 'tests', codes: ['TEST-01'] },
  { id: 'checks', codes: ['OSS-11'] },
  { id: 'updates', codes: ['OSS-12'] },
  { id: 'security-policy', codes: ['OSS-05'] },
  { id: 'secrets', codes: ['OSS-10'] },
  { id: 'alerts', codes: ['OSS-20'] },
  { id: 'review', codes: ['OSS-14'] },
  { id: 'protection', codes: ['OSS-15'] },
  { id: 'reviewers', codes: ['OSS-07'] },
  { id: 'reuse', codes: ['OSS-22'] },
  { id: 'spdx', codes: ['OSS-03', 'JAVA-14'] },
  { id: 'publiccode', codes: ['PCY-01'] },
  { id: 'bill-of-materials', codes: [] },
  { id: 'advisories', codes: [] },
] as const
export type PracticeId = (typeof PRACTICES)[number]['id']

/** Shares of the repositories that could be checked, from which a practice counts as established or as advancing. */
export const ESTABLISHED_FROM = 0.9
export const ADVANCING_FROM = 0.6

export interface Practice extends Tally {
  readonly id: PracticeId
  /** Rules that look; none where nothing does. */
  readonly codes: readonly string[]
  readonly standing: 'established' | 'advancing' | 'behind' | 'not-applicable' | 'unknown'
}

/** How the whole fleet stands by each practice. */
export function practicesOf({ rules, repositories }: Pick<Fleet, 'rules' | 'repositories'>): readonly Practice[] {
  return PRACTICES.map(({ id, codes }) => {
    const looking = rules.filter(({ code }) => codes.some((one) => one === code))
    const tally = sumOf(looking)
    const share = heldShare(tally)
    if (share !== undefined) return { id, codes, ...tally, standing: standingOf(share) }
    const isNowhere = codes.length > 0 && looking.length === 0 && repositories.length > 0
    return { id, codes, ...tally, standing: isNowhere ? 'not-applicable' : 'unknown' }
  })
}

function sumOf(rules: readonly Tally[]): Tally {
  const sum = (pick: (rule: Tally) => number) => rules.reduce((total, rule) => total + pick(rule), 0)
  return {
    held: sum(({ held }) => held),
    toCorrect: sum(({ toCorrect }) => toCorrect),
    datedException: sum(({ datedException }) => datedException),
    notChecked: sum(({ notChecked }) => notChecked),
  }
}

function standingOf(share: number): Practice['standing'] {
  if (share >= ESTABLISHED_FROM) return 'established'
  return share >= ADVANCING_FROM ? 'advancing' : 'behind'
}

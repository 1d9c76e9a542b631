import { heldShare, type Tally } from './conformity.ts'
import type { Fleet } from './fleet.ts'
import { tallyOf } from './fleet.ts'

/** Good practices that an auditor asks for, each with the rule that looks; without one nothing looks, which is said. */
export const PRACTICES = [
  { id: 'license', code: 'OSS-02' },
  { id: 'readme', code: 'OSS-01' },
  { id: 'contributing', code: 'OSS-04' },
  { id: 'changes', code: 'OSS-13' },
  { id: 'tests', code: 'TEST-01' },
  { id: 'checks', code: 'OSS-11' },
  { id: 'updates', code: 'OSS-12' },
  { id: 'security-policy', code: 'OSS-05' },
  { id: 'secrets', code: 'OSS-10' },
  { id: 'alerts', code: 'OSS-20' },
  { id: 'review', code: 'OSS-14' },
  { id: 'protection', code: 'OSS-15' },
  { id: 'reviewers', code: 'OSS-07' },
  { id: 'reuse', code: 'OSS-22' },
  { id: 'spdx', code: 'OSS-03' },
  { id: 'publiccode', code: 'PCY-01' },
  { id: 'bill-of-materials', code: null },
  { id: 'advisories', code: null },
] as const
export type PracticeId = (typeof PRACTICES)[number]['id']

/** Shares of the repositories that could be checked, from which a practice counts as established or as advancing. */
export const ESTABLISHED_FROM = 0.9
export const ADVANCING_FROM = 0.6

export interface Practice extends Tally {
  readonly id: PracticeId
  /** Null where nothing looks. */
  readonly code: string | null
  readonly standing: 'established' | 'advancing' | 'behind' | 'unknown'
}

/** How the whole fleet stands by each practice. */
export function practicesOf({ outcomes }: Pick<Fleet, 'outcomes'>): readonly Practice[] {
  return PRACTICES.map(({ id, code }) => {
    const tally = tallyOf((code === null ? undefined : outcomes.get(code)) ?? [])
    const share = heldShare(tally)
    return { id, code, ...tally, standing: share === undefined ? 'unknown' : standingOf(share) }
  })
}

function standingOf(share: number): Practice['standing'] {
  if (share >= ESTABLISHED_FROM) return 'established'
  return share >= ADVANCING_FROM ? 'advancing' : 'behind'
}

import type { RuleOutcome } from '#data/model/lint.ts'
import { toOutcome } from './outcome.ts'
import { listRules } from './registry.ts'
import type { RulePack } from './rule.ts'

/** What rules answer when judging itself broke down: an error each, of which the first says why. */
export function crashedOutcomes(packs: readonly RulePack[], reason: string): readonly RuleOutcome[] {
  return listRules(packs).map(({ rule, pack }, index): RuleOutcome => {
    const context = { rule, pack: pack.id, waivers: [], asOf: '' }
    const outcome = toOutcome(context, { outcome: 'error', args: { reason } })
    return index === 0 ? outcome : { ...outcome, findings: [] }
  })
}

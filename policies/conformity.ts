import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { RulePack } from './rule.ts'

/**
 * Whether a repository is as a pack asks. Rules of the gravity "error" decide, after waivers: `breaks` when one does not
 * hold, `undecided` when none is broken but one could not be checked, `foreign` when the pack is about something else.
 */
export type ConformityState = 'conforms' | 'breaks' | 'undecided' | 'foreign'

export interface Conformity {
  readonly pack: RulePack
  readonly state: ConformityState
  /** Codes of the rules that decided so. */
  readonly codes: readonly string[]
}

/** What conformity is told from: a rule with its findings, as it was judged or as it was kept. */
export interface JudgedRule extends Pick<RuleOutcome, 'code' | 'pack' | 'outcome' | 'severity'> {
  readonly findings: readonly (Pick<Finding, 'outcome' | 'severity'> & { readonly waiver?: object })[]
}

/** The conformity of a subject to each pack; of the rules of one stage, or of a change alone, none can be told. */
export function conformityOf(
  { outcomes, kind }: Pick<SubjectReport, 'kind'> & { readonly outcomes: readonly JudgedRule[] },
  packs: readonly RulePack[],
): readonly Conformity[] {
  return packs.map((pack): Conformity => {
    const own = outcomes.filter((outcome) => outcome.pack === pack.id)
    // A pack with a classifier is about what that recognises.
    const isForeign = own.length > 0 && pack.classifier !== null && kind === 'other'
    const decisive = own.filter(({ severity }) => severity === 'error')
    const breaking = decisive.filter(isBroken).map(({ code }) => code)
    const unchecked = decisive.filter(isUnchecked).map(({ code }) => code)
    if (isForeign) return { pack, state: 'foreign', codes: [] }
    if (breaking.length > 0) return { pack, state: 'breaks', codes: breaking }
    if (own.length === 0 || unchecked.length > 0) return { pack, state: 'undecided', codes: unchecked }
    return { pack, state: 'conforms', codes: [] }
  })
}

function isBroken({ outcome, findings }: JudgedRule): boolean {
  const isOpen = findings.some((one) => one.outcome === 'fail' && one.severity === 'error' && one.waiver === undefined)
  return outcome === 'fail' && isOpen
}

/** A finding waived today may hide behind what could not be read. */
function isUnchecked({ outcome, findings }: JudgedRule): boolean {
  return outcome === 'unknown' || outcome === 'error' || findings.some((one) => one.outcome === 'unknown')
}

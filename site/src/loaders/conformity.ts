import { COMPONENT_KINDS, type ComponentKind, isOneOf } from '#data/model/vocabulary.ts'
import { type RuleTallyRow, siteRuleTallies } from '#data/queries/site/conformity.ts'
import type { Checklist } from '#policies/checklist.ts'
import { type ListedRule, listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Asked, Dated, Register } from './reading.ts'

/** States of a rule on a component, as the public reads them. */
export const RULE_STATES = ['to-correct', 'dated-exception', 'not-checked', 'held'] as const
export type RuleState = (typeof RULE_STATES)[number]

export interface Tally {
  readonly held: number
  readonly toCorrect: number
  readonly datedException: number
  readonly notChecked: number
}

/** Components judged: those on which the rule could be checked. */
export function judged({ held, toCorrect, datedException }: Tally): number {
  return held + toCorrect + datedException
}

/** Share of the judged that hold the rule, 0 to 1; undefined when none was judged. */
export function heldShare(tally: Tally): number | undefined {
  const all = judged(tally)
  return all === 0 ? undefined : tally.held / all
}

export interface GuideRule extends ListedRule {
  readonly tally: Tally | null
  readonly byKind: readonly ({ readonly kind: ComponentKind } & Tally)[]
}

export interface GuideFamily {
  readonly id: string
  readonly title: ListedRule['family']['title']
  readonly pack: RulePack
  readonly rules: readonly GuideRule[]
}

export interface Guide extends Dated {
  readonly families: readonly GuideFamily[]
  readonly ruleCount: number
  /** What people ask each other where no rule can tell. */
  readonly checklists: readonly Checklist[]
}

/** The rules as the linter has them, each with how many repositories hold it. */
export async function loadGuide(
  store: Asked,
  register: Register,
  { packs, isPublic }: { readonly packs: readonly RulePack[]; readonly isPublic: boolean },
): Promise<Guide> {
  const rows = Map.groupBy(await store.ask(siteRuleTallies, {}), ({ rule }) => rule)
  const rules = listRules(packs)
    .filter(({ rule }) => !isPublic || rule.audience === 'public')
    .map((listed) => withTally(listed, rows.get(listed.rule.id) ?? []))
  const families = Map.groupBy(rules, ({ pack, family }) => `${pack.id}/${family.id}`)
  return {
    asOf: register.asOf,
    coverage: register.trees,
    ruleCount: rules.length,
    checklists: packs.flatMap((pack) => pack.checklists),
    families: [...families.values()].flatMap((members) => {
      const [first] = members
      return first === undefined
        ? []
        : [{ id: first.family.id, title: first.family.title, pack: first.pack, rules: members }]
    }),
  }
}

function withTally(listed: ListedRule, rows: readonly RuleTallyRow[]): GuideRule {
  const byKind = rows.map((row) => ({
    kind: isOneOf(COMPONENT_KINDS, row.kind) ? row.kind : ('other' as const),
    held: row.held,
    toCorrect: row.to_correct,
    datedException: row.dated_exception,
    notChecked: row.not_checked,
  }))
  const order = (kind: ComponentKind) => COMPONENT_KINDS.indexOf(kind)
  return {
    ...listed,
    tally: byKind.length === 0 ? null : sum(byKind),
    byKind: byKind.sort((a, b) => order(a.kind) - order(b.kind)),
  }
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0)
  return {
    held: add(({ held }) => held),
    toCorrect: add(({ toCorrect }) => toCorrect),
    datedException: add(({ datedException }) => datedException),
    notChecked: add(({ notChecked }) => notChecked),
  }
}

import type { Language } from '#data/model/vocabulary.ts'
import type { Checklist } from './checklist.ts'
import compiled from './packs/compiled.json' with { type: 'json' }
import type { Rule, RulePack } from './rule.ts'

// Written by .ci/compile-packs.ts with the loader that every pack goes through.
const BUILTIN = compiled as unknown as readonly RulePack[]

export interface ListedRule {
  readonly rule: Rule
  readonly pack: RulePack
  readonly family: RulePack['families'][number]
}

/** The packs that come with Parvis, in order. `parvis` looks after waivers and is added by the engine itself. */
export function builtinPacks(): readonly RulePack[] {
  return BUILTIN
}

/** A built-in pack by id; an error when there is none, so for ids that the program itself wrote. */
export function builtinPack(id: string): RulePack {
  const pack = BUILTIN.find((one) => one.id === id)
  if (pack === undefined) throw new Error(`There is no built-in pack "${id}".`)
  return pack
}

/** Every rule of the packs, in order. A rule that several packs have (by `extends`) is listed once, as the last has it. */
export function listRules(packs: readonly RulePack[] = BUILTIN): readonly ListedRule[] {
  const known = lists.get(packs) ?? list(packs)
  lists.set(packs, known)
  return known
}

/** Of a report each finding asks for its rule. */
const lists = new WeakMap<readonly RulePack[], readonly ListedRule[]>()
const indexes = new WeakMap<readonly RulePack[], ReadonlyMap<string, ListedRule>>()

function list(packs: readonly RulePack[]): readonly ListedRule[] {
  const listed = new Map<string, ListedRule>()
  for (const pack of packs) {
    for (const family of pack.families) {
      for (const rule of family.rules) listed.set(rule.id, { rule, pack, family })
    }
  }
  return [...listed.values()]
}

/** The rule of that code or id, whatever the case. */
export function findRule(codeOrId: string, packs: readonly RulePack[] = BUILTIN): ListedRule | undefined {
  const index = indexes.get(packs) ?? indexOf(packs)
  indexes.set(packs, index)
  return index.get(codeOrId.toLowerCase())
}

/** A rule by its code and its title; its code alone where it is none of the packs'. */
export function ruleNamed(code: string, language: Language, packs: readonly RulePack[] = BUILTIN): string {
  const listed = findRule(code, packs)
  return listed === undefined ? code : `${code}, ${listed.rule.title[language]}`
}

function indexOf(packs: readonly RulePack[]): ReadonlyMap<string, ListedRule> {
  const index = new Map<string, ListedRule>()
  for (const listed of listRules(packs)) {
    for (const name of [listed.rule.code.toLowerCase(), listed.rule.id]) if (!index.has(name)) index.set(name, listed)
  }
  return index
}

/** The checklist of that id, as the last of the packs has it. */
export function findChecklist(id: string, packs: readonly RulePack[] = BUILTIN): Checklist | undefined {
  return packs.flatMap((pack) => pack.checklists).findLast((one) => one.id === id.toLowerCase())
}

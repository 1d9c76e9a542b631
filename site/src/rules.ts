import { guide } from './register.ts'

const byCode = new Map(
  guide.families.flatMap(({ rules }) => rules.map((listed) => [listed.rule.code, listed] as const)),
)

/** The rule behind a code; undefined when this build has no page for it. */
export function ruleByCode(code: string) {
  return byCode.get(code)?.rule
}

export function guideRule(code: string) {
  return byCode.get(code)
}

/** Rules in the order of the guide, to go from one to the next. */
export const ruleCodes = [...byCode.keys()]

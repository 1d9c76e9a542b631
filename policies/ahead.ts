import type { PlatformLine } from '#data/model/vocabulary.ts'
import type { Rule, RulePack } from './rule.ts'

/**
 * Of a pack, the rules that are about one generation of the platform alone, asked of every generation: how far a
 * component is from keeping them is known before it moves.
 */
export function rulesAhead(pack: RulePack, line: PlatformLine): RulePack {
  const families = pack.families.map((family) => ({
    ...family,
    rules: family.rules.filter(({ when }) => isOnly(when, line)).map(withoutLine),
  }))
  return { ...pack, families: families.filter(({ rules }) => rules.length > 0), digest: `${pack.digest}+${line}` }
}

function isOnly({ line: lines }: Rule['when'], line: PlatformLine): boolean {
  return lines?.length === 1 && lines[0] === line
}

function withoutLine({ when: { line: _line, ...when }, ...rule }: Rule): Rule {
  return { ...rule, when }
}

import { escapeMarkup } from '#data/model/markup.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { RuleLine } from '../loaders/component-sheets.ts'
import { ruleByCode } from '../rules.ts'

/** Every page of a component lists a hundred rules that hold, the same ones: each line is made once and joined. */
const made = new Map<string, string>()

/** Lines of a list, as HTML. */
export function heldRules(lines: readonly RuleLine[], language: Language): string {
  return lines.map(({ code }) => heldRule(code, language)).join('')
}

function heldRule(code: string, language: Language): string {
  const key = `${language} ${code}`
  const known = made.get(key)
  if (known !== undefined) return known
  const { href, text } = desk(language)
  const rule = ruleByCode(code)
  const told = rule === undefined ? code : `${code} — ${text(rule.title)}`
  const inner = escapeMarkup(told)
  const line = `<li>${rule === undefined ? inner : `<a href="${href({ sheet: 'rule', code })}">${inner}</a>`}</li>`
  made.set(key, line)
  return line
}

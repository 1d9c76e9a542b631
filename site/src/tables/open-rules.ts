import { escapeMarkup } from '#data/model/markup.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { firstParagraph } from '#policies/prose.ts'
import { RULE_SHAPES } from '../components/shapes.ts'
import { desk } from '../desk.ts'
import type { RuleLine } from '../loaders/component-sheets.ts'
import { renderInline } from '../prose/markdown.ts'
import { pathText } from '../prose/path-text.ts'
import { ruleByCode } from '../rules.ts'
import { statusMark } from '../telling/mark-drawing.ts'
import { ruleReason } from '../telling/rule-reason.ts'

interface Judged {
  readonly language: Language
  /** Day on which the rules were looked at. */
  readonly judgedOn: string
}

/** Lines of the list of what does not hold, as HTML: tens of thousands over all pages, so made without a component each. */
export function openRules(lines: readonly RuleLine[], judged: Judged): string {
  return lines.map((line) => openRule(line, judged)).join('')
}

function openRule(line: RuleLine, { language, judgedOn }: Judged): string {
  const { words, shortDay } = desk(language)
  const said = words.component
  const { name, fix } = told(line.code, language)
  const reason = ruleReason(line, language)
  const why = reason === '' ? '' : `<div class="reason">${pathText(reason)}</div>`
  const until = line.until ? said.until(shortDay(line.until)) : shortDay(judgedOn)
  const when = escapeMarkup(line.state === 'not-checked' ? said.notReadOne : until)
  const status = statusMark(RULE_SHAPES[line.state], words.ruleState[line.state])
  const next = line.state === 'to-correct' ? fix : ''
  return `<li>${status} <span class="when">${when}</span> <div class="rule">${name}${why}${next}</div></li>`
}

interface ToldRule {
  readonly name: string
  /** What puts it right, and what that asks; empty for a rule that has no page here. */
  readonly fix: string
}

/** What is the same on every page that names the rule. */
const made = new Map<string, ToldRule>()

function told(code: string, language: Language): ToldRule {
  const key = `${language} ${code}`
  const known = made.get(key)
  if (known !== undefined) return known
  const rule = tellRule(code, language)
  made.set(key, rule)
  return rule
}

function tellRule(code: string, language: Language): ToldRule {
  const { words, href, text } = desk(language)
  const rule = ruleByCode(code)
  if (rule === undefined) return { name: `<b>${escapeMarkup(code)}</b>`, fix: '' }
  const name = escapeMarkup(`${code} — ${text(rule.title)}`)
  const fix = renderInline(firstParagraph(rule.prose.fix[language]), language)
  const effort = `<span class="effort">${escapeMarkup(words.rule.effort[rule.effort])}.</span>`
  return {
    name: `<a href="${escapeMarkup(href({ sheet: 'rule', code }))}">${name}</a>`,
    fix: `<div class="fix">${escapeMarkup(`${words.component.toDo}${words.colon}`)}${fix} ${effort}</div>`,
  }
}

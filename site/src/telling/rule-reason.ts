import type { Language } from '#data/model/vocabulary.ts'
import { sentence } from '#policies/sentence.ts'
import { desk } from '../desk.ts'
import type { RuleLine } from '../loaders/component-sheets.ts'
import { ruleByCode } from '../rules.ts'

/** Why a rule stands as it does, in one line; empty for what holds. */
export function ruleReason(line: RuleLine, language: Language): string {
  const { words, text } = desk(language)
  const said = words.component
  if (line.state === 'held') return ''
  const [first] = line.places
  if (first === undefined) {
    if (line.state === 'not-checked') return said.notCheckedReason
    const effort = ruleByCode(line.code)?.effort
    return [said.foundCount(line.findings), ...(effort === undefined ? [] : [words.rule.effort[effort]])].join('. ')
  }
  const where = [first.path, first.line === null ? '' : said.lineNumber(first.line)].filter(Boolean).join(', ')
  const more = line.findings > 1 ? ` (${said.more(line.findings - 1)})` : ''
  const told = sentence(first, language)
  return text({
    fr: `${where === '' ? '' : `${where} : `}${told}${more}`,
    en: `${where === '' ? '' : `${where}: `}${told}${more}`,
  })
}

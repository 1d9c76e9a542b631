import type { Language } from '#data/model/vocabulary.ts'
import { findCheck } from '#policies/checks/registry.ts'
import { namesIn, type ParameterValue } from '#policies/parameters.ts'
import type { ListedRule } from '#policies/registry.ts'
import { printable } from './lint.ts'

const WORDS = {
  fr: {
    parameters: 'Paramètres du propriétaire (parameters: dans parvis.yaml)',
    options: 'Options de la règle (rules: dans un pack qui l’étend)',
    otherwise: (value: string) => `(par défaut : ${value})`,
    isDefault: '(par défaut)',
  },
  en: {
    parameters: 'Parameters of the owner (parameters: in parvis.yaml)',
    options: 'Options of the rule (rules: in a pack that extends it)',
    otherwise: (value: string) => `(default: ${value})`,
    isDefault: '(default)',
  },
} as const

/** What a rule can be told and what it is told today, beside what it is told unless somebody says otherwise. */
export function settingsText(
  listed: ListedRule,
  { language, usual }: { readonly language: Language; readonly usual: ListedRule | undefined },
): readonly string[] {
  const blocks = [
    { title: WORDS[language].parameters, lines: parameterLines(listed, { language, usual }) },
    { title: WORDS[language].options, lines: optionLines(listed, { language, usual }) },
  ]
  return blocks.flatMap(({ title, lines }) => (lines.length === 0 ? [] : [title, '', ...lines, '']))
}

interface Telling {
  readonly language: Language
  /** The rule as Parvis brings it. */
  readonly usual: ListedRule | undefined
}

function parameterLines({ rule, pack }: ListedRule, { language, usual }: Telling): readonly string[] {
  return namesIn(rule.template).flatMap((name) => {
    const parameter = pack.parameters[name]
    if (parameter === undefined) return []
    const before = usual?.pack.parameters[name]?.value ?? parameter.value
    const told = `- ${name}: ${listOf(parameter.value)}`
    const note = noteOn(parameter.value, { before, language, show: (value) => listOf(value as ParameterValue) })
    return [`${told} ${note}`, `  ${printable(parameter.title[language])}`]
  })
}

function optionLines({ rule }: ListedRule, { language, usual }: Telling): readonly string[] {
  const written = entriesOf(rule.options)
  const before = new Map(Object.entries(entriesOf(usual?.rule.options ?? rule.options)))
  const known = Object.entries(entriesOf(findCheck(rule.check).options(rule.options)))
  const names = [...new Set([...Object.keys(written), ...known.map(([name]) => name)])]
  return names.flatMap((name) => {
    const own = written[name]
    if (own !== undefined) {
      const note = before.has(name) ? noteOn(own, { before: before.get(name), language, show }) : ''
      return [`- ${name}: ${show(own)} ${note}`.trimEnd()]
    }
    // What nobody wrote stands as the check has it; forms that are ready to be used cannot be shown.
    const taken = known.find(([one]) => one === name)?.[1]
    return isPlain(taken) ? [`- ${name}: ${show(taken)} ${WORDS[language].isDefault}`] : []
  })
}

function noteOn(
  value: unknown,
  { before, language, show: shown }: { before: unknown; language: Language; show: (value: unknown) => string },
): string {
  const words = WORDS[language]
  return JSON.stringify(value) === JSON.stringify(before) ? words.isDefault : words.otherwise(shown(before))
}

function entriesOf(options: unknown): Readonly<Record<string, unknown>> {
  return typeof options === 'object' && options !== null ? { ...options } : {}
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain)
  if (typeof value !== 'object' || value === null) return ['string', 'number', 'boolean'].includes(typeof value)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
}

function show(value: unknown): string {
  return printable(JSON.stringify(value))
}

function listOf(value: ParameterValue): string {
  return printable(typeof value === 'string' ? value : value.join(', '))
}

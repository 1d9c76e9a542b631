import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { proseIn } from '#data/model/prose.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { findChecklist, findRule, type ListedRule, listRules } from '#policies/registry.ts'
import { loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { openPacks } from '../packs.ts'
import { checklistText } from '../reporters/checklist.ts'
import { settingsText } from '../reporters/rule-settings.ts'
import type { Session } from '../session.ts'

const WORDS = {
  fr: {
    why: 'Pourquoi',
    bad: 'À éviter',
    good: 'À faire',
    fix: 'Corriger',
    about: 'Porte sur : ',
    references: 'Références',
    everything: 'tout dépôt',
  },
  en: {
    why: 'Why',
    bad: 'Bad',
    good: 'Good',
    fix: 'Fix',
    about: 'About: ',
    references: 'References',
    everything: 'any repository',
  },
} as const

/** Prints what the rule's page on the site says, or the questions of a checklist: one source, the pack. */
export async function explain({
  io,
  rule: asked,
  options,
}: Session & { rule: string; options: CommonOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config })
  const packs = await openPacks(config)
  const language = languageOf(options, io.env, config.language)
  const found = findRule(asked, packs) ?? findRule(asked)
  const checklist = findChecklist(asked, packs) ?? findChecklist(asked)
  if (found !== undefined) io.out(page(found, { language, usual: findRule(found.rule.code) }))
  else if (checklist !== undefined) io.out(checklistText(checklist, language))
  else {
    const codes = listRules(packs).flatMap(({ rule }) => [rule.code, rule.id])
    const checklists = packs.flatMap((pack) => pack.checklists.map(({ id }) => id))
    throw new UsageFailure(
      'rule-unknown',
      `there is no rule "${asked}".${suggestion(asked, [...codes, ...checklists])}`,
      {
        hint: 'The list: parvis rules; whether something is generic is asked by: parvis explain genericity',
      },
    )
  }
}

function page(
  listed: ListedRule,
  { language, usual }: { readonly language: Language; readonly usual: ListedRule | undefined },
): string {
  const { rule, pack } = listed
  const words = WORDS[language]
  const { kind, line } = rule.when
  const about = [...(kind ?? []), ...(line ?? [])].join(', ') || words.everything
  const references = rule.references.map(({ title: held, url }) => {
    const title = proseIn(held, { language, writtenIn: language }).text
    return url === undefined ? `- ${title}` : `- ${title}: ${url}`
  })
  const sections = (['why', 'bad', 'good', 'fix'] as const).map(
    (section) => `${words[section]}\n\n${rule.prose[section][language].trim()}\n`,
  )
  return [
    `${rule.code}  ${rule.title[language]}`,
    `${rule.id} · ${pack.id} · ${rule.severity} · ${words.about}${about}`,
    '',
    rule.question[language],
    '',
    ...sections,
    ...settingsText(listed, { language, usual }),
    ...(references.length === 0 ? [] : [`${words.references}\n`, ...references]),
    '',
  ].join('\n')
}

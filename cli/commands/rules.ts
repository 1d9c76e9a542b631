import { UsageFailure } from '#data/model/failures.ts'
import { englishCount, englishPlural, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { openPacks } from '../packs.ts'
import type { Session } from '../session.ts'

interface RulesOptions extends CommonOptions {
  readonly pack?: readonly string[]
  readonly try?: boolean
  readonly format: 'text' | 'json'
}

export const RULES_SCHEMA_VERSION = 1

export async function rules({ io, options, exit }: Session & { options: RulesOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config })
  const language = languageOf(options, io.env, config.language)
  const packs = await openPacks(config, { names: options.pack, cwd: io.cwd })
  if (options.try === true) {
    exit(await attempt(packs, { io, words: WORDS[language] }))
    return
  }
  const listed = listRules(packs)
  if (options.format === 'json') {
    const shown = listed.map(({ rule: { prose: _prose, ...rule }, pack, family }) => ({
      pack: pack.id,
      family: family.id,
      ...rule,
    }))
    const parameters = packs.map(({ id, parameters: own }) => ({ pack: id, parameters: own }))
    io.out(`${JSON.stringify({ schemaVersion: RULES_SCHEMA_VERSION, parameters, rules: shown }, null, 2)}\n`)
    return
  }
  let heading = ''
  for (const { rule, pack, family } of listed) {
    const next = `${pack.title[language]} (${pack.id}) · ${family.title[language]}`
    if (next !== heading) io.out(`${heading === '' ? '' : '\n'}${next}\n`)
    heading = next
    io.out(`  ${rule.code.padEnd(9)}${rule.severity.padEnd(9)}${rule.title[language]}\n`)
  }
}

interface Words {
  broken(one: { readonly name: string; readonly expected: string; readonly outcome: string }): string
  tried(hold: number, broken: number): string
}

const WORDS = {
  fr: {
    broken: ({ name, expected, outcome }) => `${name} : attendu ${expected}, obtenu ${outcome}`,
    tried: (hold, broken) => `${frenchCount(hold, 'cas tenu', 'cas tenus')}, ${broken} non`,
  },
  en: {
    broken: ({ name, expected, outcome }) => `${name}: expected ${expected}, is ${outcome}`,
    tried: (hold, broken) =>
      `${englishCount(hold, 'case holds', 'cases hold')}, ${broken} ${englishPlural(broken, 'does', 'do')} not`,
  },
} as const satisfies Record<Language, Words>

/** Judges the cases of the rules; exit code 1 when one does not hold, 2 when there is none to try. */
async function attempt(
  packs: readonly RulePack[],
  { io, words }: { readonly io: Io; readonly words: Words },
): Promise<number> {
  const { tryCases } = await import('#policies/rule-cases.ts')
  const tried = await tryCases(packs, io.now().toISOString().slice(0, 10))
  if (tried.length === 0) throw new UsageFailure('cases-missing', 'no rule of these packs carries a case.')
  const broken = tried.filter(({ outcome, case: { expect } }) => outcome !== expect)
  for (const { rule, case: one, outcome } of broken) {
    io.out(`${rule.code}  ${words.broken({ name: one.name, expected: one.expect, outcome })}\n`)
  }
  io.out(`${words.tried(tried.length - broken.length, broken.length)}\n`)
  return broken.length === 0 ? EXIT.clean : EXIT.findings
}

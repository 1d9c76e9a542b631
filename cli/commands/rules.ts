import { listRules } from '#policies/registry.ts'
import { loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { openPacks } from '../packs.ts'
import type { Session } from '../session.ts'

interface RulesOptions extends CommonOptions {
  readonly pack?: readonly string[]
  readonly format: 'text' | 'json'
}

export const RULES_SCHEMA_VERSION = 1

export async function rules({ io, options }: Session & { options: RulesOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config })
  const language = languageOf(options, io.env, config.language)
  const listed = listRules(await openPacks(config, { names: options.pack, cwd: io.cwd }))
  if (options.format === 'json') {
    const shown = listed.map(({ rule: { prose: _prose, ...rule }, pack, family }) => ({
      pack: pack.id,
      family: family.id,
      ...rule,
    }))
    io.out(`${JSON.stringify({ schemaVersion: RULES_SCHEMA_VERSION, rules: shown }, null, 2)}\n`)
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

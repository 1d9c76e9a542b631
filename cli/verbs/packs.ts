import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { verb, withCommon } from './verb.ts'

/** What makes rule packs. */
export function declarePacks(program: Command, session: Session): void {
  const imports = program.command('import').description('take over what other tools were told')
  verb(imports, 'repolinter <file>', 'write a ruleset of repolinter (JSON or YAML, inherited ones merged) as a pack')
    .option('--out <file>', 'where to write the pack (default: standard output)')
    .option('--id <id>', 'id of the pack', 'imported')
    .action(async (file: string, options) =>
      (await import('../commands/import-repolinter.ts')).importRuleset({
        ...session,
        file,
        options: withCommon(program, options),
      }),
    )

  const news = program.command('new').description('begin something that works as it stands')
  verb(news, 'rule <id>', 'write a rule with its cases and its page in both languages into the folder of a pack')
    .option('--pack <dir>', 'folder of the pack, made where there is none', 'rules')
    .option('--code <code>', 'short name of the rule', 'OWN-01')
    .action(async (id: string, options) =>
      (await import('../commands/new-rule.ts')).newRule({ ...session, id, options: withCommon(program, options) }),
    )
}

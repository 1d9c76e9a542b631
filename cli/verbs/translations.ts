import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { format, verb, withCommon, withTexts } from './verb.ts'

/** Work for translators, out and back. */
export function declareTranslations(program: Command, session: Session): void {
  const work = program.command('translations').description('work for translators, out and back')
  verb(work, 'export [component]', 'write what is to translate into a language, of all, a component or an assembly')
    .option('--all', 'texts that are done, too')
    .option('--out <file>', 'where to write it (default: standard output)')
    .addOption(format('csv', 'xliff'))
    .action(async (component: string | undefined, options) =>
      (await import('../commands/translation-work.ts')).exportWork({
        ...session,
        component,
        options: withTexts(program, options),
      }),
    )
  verb(work, 'import <file>', 'make a patch for each repository of what translators filled in (CSV, XLIFF 1.2 or 2)')
    .option('--out <dir>', 'folder of the patches', 'translation-patches')
    .option('--apply <path>', 'write into this checkout instead')
    .action(async (file: string, options) =>
      (await import('../commands/translation-work.ts')).importWork({
        ...session,
        file,
        options: withCommon(program, options),
      }),
    )
}

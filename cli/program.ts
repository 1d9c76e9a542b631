import { Command, Option } from 'commander'
import type { Session } from './session.ts'
import { languageOption } from './verbs/arguments.ts'
import { declareBackup } from './verbs/backup.ts'
import { declareCollect } from './verbs/collect.ts'
import { declareDemo } from './verbs/demo.ts'
import { declareDoctor } from './verbs/doctor.ts'
import { declareGgi } from './verbs/ggi.ts'
import { declareInit } from './verbs/init.ts'
import { declareInventory } from './verbs/inventory.ts'
import { declareLint } from './verbs/lint.ts'
import { declareMetrics } from './verbs/metrics.ts'
import { declarePacks } from './verbs/packs.ts'
import { declarePrivacy } from './verbs/privacy.ts'
import { declareRefresh } from './verbs/refresh.ts'
import { declareReport } from './verbs/report.ts'
import { declareSite } from './verbs/site.ts'
import { declareTodo } from './verbs/todo.ts'
import { declareTranslations } from './verbs/translations.ts'
import { toolVersion } from './version.ts'

/**
 * The verbs and their options. Bodies are loaded when called: `lint` must not pay for what `site` needs.
 * README's table and the command reference are read off this program.
 */
export async function buildProgram(session: Session): Promise<Command> {
  const program = new Command('parvis')
    .description('An open-source programme office in one package: collect, lint, publish.')
    .version(toolVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: session.io.out, writeErr: session.io.err })
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    // Options of the program itself: they may stand before the verb or behind it.
    .option('--config <file>', 'configuration to use instead of the nearest parvis.yaml')
    .option('--db <file>', 'database to use')
    .option('--quiet', 'no progress')
    .option('--verbose', 'more progress')
    .option('--no-color', 'no colours')
    .addOption(
      new Option(
        '--lang <language>',
        'language of reports, fr or en (default: from the locale); with translations and an assembly, of their texts',
      ).argParser(languageOption),
    )

  declareRefresh(program, session)
  declareTodo(program, session)
  declareInit(program, session)
  declareCollect(program, session)
  declareLint(program, session)
  declareInventory(program, session)
  declareMetrics(program, session)
  declarePacks(program, session)
  declareSite(program, session)
  declareTranslations(program, session)
  declareBackup(program, session)
  declarePrivacy(program, session)
  declareReport(program, session)
  declareGgi(program, session)
  declareDoctor(program, session)
  declareDemo(program, session)
  return program
}

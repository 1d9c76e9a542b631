import { type Command, Option } from 'commander'
import { AUDIENCES, SEVERITIES, STAGES } from '#data/model/vocabulary.ts'
import type { Session } from '../session.ts'
import { anyDay } from './arguments.ts'
import { format, verb, withCommon } from './verb.ts'

/** What judges repositories, and what explains the judgement. */
export function declareLint(program: Command, session: Session): void {
  verb(
    program,
    'lint [subject...]',
    'judge checkouts, clones, tarballs, repositories or change requests by the rule packs',
  )
    .option('--pack <id...>', 'judge by these packs')
    .option('--all', 'list what holds and what does not apply, too')
    .option('--as <owner/name>', 'judge the path as this repository')
    .addOption(new Option('--record', 'keep the outcomes in the database').conflicts('stage'))
    .option('--since <day>', 'tell what changed since this day, YYYY-MM-DD, instead of since the last run', anyDay)
    .addOption(new Option('--stage <stage>', 'only by the rules of this stage').choices(STAGES))
    .option('--baseline <file>', 'do not count findings that this file knows')
    .option('--write-baseline <file>', 'write what is found today as known')
    .option('--badge <file>', 'write an SVG that says how the repository stands, by which pack, on what day')
    .addOption(new Option('--audience <audience>', 'who reads the answer').choices(AUDIENCES))
    .option('--fix', 'mend what is certain in a checkout, show it, and judge again')
    .option('--dry-run', 'with --fix: show what would be written, write nothing (the default where CI is set)')
    .option('--no-dry-run', 'with --fix: write where CI is set, too')
    .option('--force', 'with --fix: write into files with uncommitted changes, too')
    .addOption(new Option('--fail-on <severity>', 'exit 1 from this severity').choices(SEVERITIES).default('error'))
    .addOption(format('text', 'json', 'sarif', 'github', 'markdown', 'junit', 'reply'))
    .action(async (subjects: string[], options) =>
      (await import('../commands/lint.ts')).lint({ ...session, subjects, options: withCommon(program, options) }),
    )

  verb(
    program,
    'explain <rule>',
    'what a rule wants, why, and how to mend what breaks it; or the questions of a checklist: genericity',
  ).action(async (rule: string, options) =>
    (await import('../commands/explain.ts')).explain({ ...session, rule, options: withCommon(program, options) }),
  )

  verb(program, 'rules', 'the rules, with their packs and severities')
    .option('--pack <id...>', 'of these packs only')
    .option('--try', 'judge the cases that rules carry, and exit 1 when one does not hold')
    .addOption(format('text', 'json'))
    .action(async (options) =>
      (await import('../commands/rules.ts')).rules({ ...session, options: withCommon(program, options) }),
    )
}

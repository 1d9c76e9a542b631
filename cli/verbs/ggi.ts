import { type Command, Option } from 'commander'
import { SCORECARD_STATES } from '#data/model/governance.ts'
import { DECLARED_VALUES } from '#policies/ggi/declared-values.ts'
import type { Session } from '../session.ts'
import { anyDay } from './arguments.ts'
import { format, verb, withCommon } from './verb.ts'

/** How the organisation stands by the Good Governance Initiative: what is measured, beside what is declared. */
export function declareGgi(program: Command, session: Session): void {
  const ggi = program.command('ggi').description('the Good Governance Initiative: measured beside declared')
  const answered = () => format('table', 'json', 'markdown', 'csv')

  verb(ggi, 'status', 'what differs, how points and activities stand, where to start')
    .option('--record', 'keep the assessment in the database')
    .addOption(answered())
    .action(async (options) =>
      (await import('../commands/ggi.ts')).status({ ...session, options: withCommon(program, options) }),
    )
  verb(ggi, 'activity <id>', 'one activity with its points, its scorecard and what is measured')
    .addOption(answered())
    .action(async (id: string, options) =>
      (await import('../commands/ggi.ts')).activity({ ...session, id, options: withCommon(program, options) }),
    )
  verb(
    ggi,
    'evidence [point]',
    'the rows behind a verification point; without one, what is looked at and its other names',
  )
    .addOption(answered())
    .action(async (point: string | undefined, options) =>
      (await import('../commands/ggi.ts')).evidence({ ...session, point, options: withCommon(program, options) }),
    )
  verb(ggi, 'start <id>', 'begin an activity, or another iteration of it: writes its scorecard')
    .requiredOption('--owner <role>', 'role or team that answers for it')
    .option('--iteration <name>', 'name of the iteration')
    .option('--due <day>', 'day by which it should be done, YYYY-MM-DD', anyDay)
    .action(async (id: string, options) =>
      (await import('../commands/ggi-work.ts')).start({ ...session, id, options: withCommon(program, options) }),
    )
  verb(ggi, 'declare <point>', 'say how a verification point stands: writes it into the scorecard')
    .addOption(new Option('--value <value>', 'how it stands').choices(DECLARED_VALUES).makeOptionMandatory())
    .requiredOption('--by <role>', 'role or team that says so')
    .option('--until <day>', 'last day on which it counts, YYYY-MM-DD (default: a year)', anyDay)
    .option('--note <text>', 'a sentence')
    .option('--link <address>', 'what shows it')
    .action(async (point: string, options) =>
      (await import('../commands/ggi-work.ts')).declare({ ...session, point, options: withCommon(program, options) }),
    )
  verb(ggi, 'close <id>', 'end an iteration of an activity')
    .addOption(new Option('--state <state>', 'how it ends').choices(SCORECARD_STATES).default('done'))
    .action(async (id: string, options) =>
      (await import('../commands/ggi-work.ts')).close({ ...session, id, options: withCommon(program, options) }),
    )
  verb(ggi, 'import <path...>', 'take over a My GGI Board: its CSV files, or its issues as JSON; or a folder of them')
    .option('--owner <role>', 'role or team that answers for what is at work')
    .option('--dry-run', 'say what would be written, write nothing')
    .action(async (paths: string[], options) =>
      (await import('../commands/ggi-import.ts')).importFromBoard({
        ...session,
        paths,
        options: withCommon(program, options),
      }),
    )
  verb(ggi, 'export [id...]', 'hand governance on: a text, files for a board, or issues of a repository (created once)')
    .addOption(format('markdown', 'csv', 'issues'))
    .option('--out <path>', 'file of the text, or folder of the CSV files (default: ggi-export)')
    .option('--repository <owner/name>', 'with issues: where they are created')
    .option('--apply', 'with issues: create them, instead of saying which would be')
    .action(async (ids: string[], options) =>
      (await import('../commands/ggi-export.ts')).exportGovernance({
        ...session,
        ids,
        options: withCommon(program, options),
      }),
    )
  verb(ggi, 'history', 'assessments that were kept, by goal, and what changed')
    .option('--since <day>', 'compare with how things stood on this day, YYYY-MM-DD', anyDay)
    .addOption(answered())
    .action(async (options) =>
      (await import('../commands/ggi-history.ts')).history({ ...session, options: withCommon(program, options) }),
    )
}

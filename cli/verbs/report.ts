import { type Command, Option } from 'commander'
import type { Session } from '../session.ts'
import { format, verb, withCommon } from './verb.ts'

/** What is told to those who decide. */
export function declareReport(program: Command, session: Session): void {
  const report = program
    .command('report')
    .description('decisions, what changed, where targets stand and what needs a decision, to mail or to print')

  written(verb(report, 'week', 'the seven days up to the day of the data, short enough for a mail')).action(
    async (options) =>
      (await import('../commands/report.ts')).report({
        ...{ ...session, kind: 'week', of: undefined, options: withCommon(program, options) },
      }),
  )
  written(
    verb(report, 'month [month]', 'the month up to the day of the data, or one of the calendar, YYYY-MM', {
      isDefault: true,
    }),
  ).action(async (of: string | undefined, options) =>
    (await import('../commands/report.ts')).report({
      ...{ ...session, kind: 'month', of, options: withCommon(program, options) },
    }),
  )
  written(
    verb(report, 'year [year]', 'the twelve months up to the day of the data, or a year of the calendar, YYYY'),
  ).action(async (of: string | undefined, options) =>
    (await import('../commands/report.ts')).report({
      ...{ ...session, kind: 'year', of, options: withCommon(program, options) },
    }),
  )
  written(verb(report, 'since <day>', 'from a day, YYYY-MM-DD, up to the day of the data')).action(
    async (of: string, options) =>
      (await import('../commands/report.ts')).report({
        ...{ ...session, kind: 'since', of, options: withCommon(program, options) },
      }),
  )
}

function written(command: Command): Command {
  return command
    .addOption(format('markdown', 'html'))
    .option('--out <file>', 'where to write it (default: standard output)')
    .addOption(new Option('--record', 'keep what figures of the inventory say today, for the months to come'))
}

import { type Command, Option } from 'commander'
import type { Session } from '../session.ts'
import { firstMonth, lastMonth, percent } from './arguments.ts'
import { format, verb, withCommon } from './verb.ts'

/** What is measured. */
export function declareMetrics(program: Command, session: Session): void {
  verb(program, 'metrics [id]', 'figures with their definition, date and gaps; without an id: the list')
    .option('--scope <owner[/name]>', 'of an organisation or a repository (default: all that was collected)')
    .option('--from <month>', 'first month, YYYY-MM (default: twelve months that are over)', firstMonth)
    .option('--to <month>', 'last month, YYYY-MM', lastMonth)
    .option('--share <percent>', 'share that people, or organisations, are counted up to (default: 50)', percent)
    .option('--rows', 'the cases behind the figure; never a person')
    .addOption(new Option('--sql', 'the question behind the figure').conflicts('rows'))
    .addOption(format('table', 'json', 'csv'))
    .action(async (id: string | undefined, options) =>
      (await import('../commands/metrics.ts')).metrics({ ...session, id, options: withCommon(program, options) }),
    )
}

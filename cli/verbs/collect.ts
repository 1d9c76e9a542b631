import { type Command, Option } from 'commander'
import type { Session } from '../session.ts'
import { format, verb, withCommon } from './verb.ts'

/** What reads the world. */
export function declareCollect(program: Command, session: Session): void {
  verb(program, 'collect [scope...]', 'collect the configured organisations, clones and registers into the database')
    .option('--only <id...>', 'run these collectors only')
    .option('--since <date>', 'at first, ask for nothing older; figures say so until the past is read (--full)')
    .option('--full', 'walk everything again, whatever is known')
    .addOption(new Option('--plan', 'say what it would cost, and ask for totals only').conflicts(['record', 'replay']))
    .option('--record <dir>', 'write every answer of the host into a recording')
    .option('--replay <dir>', 'answer from a recording, without a network')
    .addOption(format('text', 'json'))
    .action(async (scopes: string[], options) =>
      (await import('../commands/collect.ts')).collect({ ...session, scopes, options: withCommon(program, options) }),
    )
}

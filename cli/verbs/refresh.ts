import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { verb, withCommon } from './verb.ts'

/** Everything that is due on a Monday morning. */
export function declareRefresh(program: Command, session: Session): void {
  verb(
    program,
    'refresh',
    'collect, judge, keep history, build both sites and write the weekly note; goes on after a partial step',
  )
    .option('--out <dir>', 'folder of both sites (public, internal) and of the note (week.md)', 'parvis-office')
    .option(
      '--accept <reason>',
      'publish although figures jumped since the last publication; the reason becomes public',
    )
    .action(async (options) =>
      (await import('../commands/refresh.ts')).refresh({ ...session, options: withCommon(program, options) }),
    )
}

import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { format, verb, withCommon } from './verb.ts'

/** What waits for the officer. */
export function declareTodo(program: Command, session: Session): void {
  verb(program, 'todo', 'what waits for the officer, most urgent first; exit 1 when something is past its day')
    .addOption(format('text', 'json'))
    .action(async (options) =>
      (await import('../commands/todo.ts')).todo({ ...session, options: withCommon(program, options) }),
    )
}

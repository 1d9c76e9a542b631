import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { verb, withCommon } from './verb.ts'

/** A copy to put back. */
export function declareBackup(program: Command, session: Session): void {
  verb(program, 'backup <file>', 'write a consistent copy of the database, also while it is in use').action(
    async (file: string, options) =>
      (await import('../commands/backup.ts')).backup({ ...session, file, options: withCommon(program, options) }),
  )
}

import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { format, verb, withCommon } from './verb.ts'

/** What is stored of a person, and erasing it. */
export function declarePrivacy(program: Command, session: Session): void {
  const privacy = program.command('privacy').description('what is stored of a person, and erasing it')
  verb(privacy, 'show <identity>', 'say what is stored of a login, an ID+login or a mail address')
    .option('--server <host>', 'host that the login is one of')
    .addOption(format('text', 'json'))
    .action(async (identity: string, options) =>
      (await import('../commands/privacy.ts')).show({ ...session, identity, options: withCommon(program, options) }),
    )
  verb(privacy, 'forget <identity>', 'erase a person, and never collect them again')
    .option('--server <host>', 'host that the login is one of')
    .addOption(format('text', 'json'))
    .action(async (identity: string, options) =>
      (await import('../commands/privacy.ts')).forget({ ...session, identity, options: withCommon(program, options) }),
    )
}

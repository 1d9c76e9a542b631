import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { verb, withCommon } from './verb.ts'

/** The first configuration. */
export function declareInit(program: Command, session: Session): void {
  verb(program, 'init [organisation...]', 'write a commented parvis.yaml; asks on a terminal for what is not given')
    .option('--server <address>', 'server of the organisations, when it is not github.com')
    .option('--publisher <name>', 'who publishes')
    .option('--contact <address>', 'mail address of a role')
    .action(async (organisations: string[], options) =>
      (await import('../commands/init.ts')).init({ ...session, organisations, options: withCommon(program, options) }),
    )
}

import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { verb, withCommon } from './verb.ts'

/** Whether everything holds. */
export function declareDoctor(program: Command, session: Session): void {
  verb(
    program,
    'doctor',
    'look at Node.js, configuration, database, tokens, quota, freshness, packs and registers: each with its remedy',
  ).action(async (options) =>
    (await import('../commands/doctor.ts')).doctor({ ...session, options: withCommon(program, options) }),
  )
}

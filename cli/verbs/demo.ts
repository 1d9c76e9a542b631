import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { port } from './arguments.ts'
import { verb, withCommon } from './verb.ts'

/** All of it over an invented city. */
export function declareDemo(program: Command, session: Session): void {
  verb(program, 'demo', 'collect, lint, build and serve an invented city, offline')
    .option('--out <dir>', 'folder to write in', 'parvis-demo')
    .option('--no-serve', 'build and stop')
    .option('--port <number>', 'port to serve on', port, 4321)
    .action(async (options) =>
      (await import('../commands/demo.ts')).demo({ ...session, options: withCommon(program, options) }),
    )
}

import { type Command, Option } from 'commander'
import type { Session } from '../session.ts'
import { port } from './arguments.ts'
import { format, verb, withCommon } from './verb.ts'

/** What is published. */
export function declareSite(program: Command, session: Session): void {
  const site = program.command('site').description('build or show the site')
  verb(site, 'build', 'write the site into a folder')
    .addOption(new Option('--profile <profile>', 'who it is for').choices(['public', 'internal']).default('public'))
    .option('--out <dir>', 'folder of the site: new, empty, or with a site that was built before', 'parvis-site')
    .option(
      '--accept <reason>',
      'publish although figures jumped since the last publication; the reason becomes public',
    )
    .action(async (options) =>
      (await import('../commands/site.ts')).build({ ...session, options: withCommon(program, options) }),
    )
  verb(site, 'diff', 'what would change for the public since the last publication')
    .addOption(new Option('--profile <profile>', 'the site that is compared').choices(['public']).default('public'))
    .option('--against <path>', 'a folder with a public site, or a remembered publication, to compare with instead')
    .addOption(format('text', 'json'))
    .action(async (options) =>
      (await import('../commands/site-diff.ts')).diff({ ...session, options: withCommon(program, options) }),
    )
  verb(site, 'dev', 'serve the site on this machine and build it again at every change of what is written by hand')
    .addOption(new Option('--profile <profile>', 'who it is for').choices(['public', 'internal']).default('public'))
    .option('--port <number>', 'port to serve on', port, 4321)
    .action(async (options) =>
      (await import('../commands/site-dev.ts')).dev({ ...session, options: withCommon(program, options) }),
    )
  verb(site, 'preview', 'serve a built site on this machine')
    .option('--out <dir>', 'folder of the site', 'parvis-site')
    .option('--port <number>', 'port to serve on', port, 4321)
    .action(async (options) =>
      (await import('../commands/site.ts')).preview({ ...session, options: withCommon(program, options) }),
    )
}

import { type Command, Option } from 'commander'
import { AUDIENCES } from '#data/model/vocabulary.ts'
import { INVENTORY_FORMATS, PAGE_FORMATS, REGISTER_FORMATS } from '../inventory/formats.ts'
import type { Session } from '../session.ts'
import { format, verb, withCommon, withTexts } from './verb.ts'

/** What is produced, what it needs, what is assembled from it, what comes from outside. */
export function declareInventory(program: Command, session: Session): void {
  const inventory = program
    .command('inventory')
    .description('what is produced, what it needs, what is assembled from it, what comes from outside')
  verb(inventory, 'overview', 'counts of everything below (the default)', { isDefault: true })
    .argument('[question]')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (question: string | undefined, options) =>
      (await import('../commands/inventory.ts')).overview({
        ...session,
        question,
        questions: inventory.commands.map((command) => command.name()),
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'components [name...]', 'what is produced, or the sheet of each component named')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (names: string[], options) =>
      (await import('../commands/inventory.ts')).components({
        ...session,
        names,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'dependencies [name]', 'who needs whom, or what one component needs and what needs it')
    .option('--stops', 'only what breaks when that component stops')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory.ts')).dependencies({
        ...session,
        name,
        options: withCommon(program, options),
      }),
    )
  verb(
    inventory,
    'assemblies [name] [other]',
    'sites and packs, what one holds, how two differ, or what a city is told that asks for one in its --lang',
  )
    .option('--holding <name>', 'those that hold this component')
    .addOption(format(...INVENTORY_FORMATS, ...PAGE_FORMATS))
    .action(async (name: string | undefined, other: string | undefined, options) =>
      (await import('../commands/inventory.ts')).assemblies({
        ...session,
        name,
        other,
        options: withTexts(program, options),
      }),
    )
  verb(inventory, 'needs [words...]', 'which components and assemblies answer a need, in plain words; or every need')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (words: string[], options) =>
      (await import('../commands/inventory-registers.ts')).needs({
        ...session,
        words,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'services [name]', 'services that run on the components, their use and how generic they are')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory-registers.ts')).services({
        ...session,
        name,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'reuse [name]', 'who runs what elsewhere, directly or through an assembly, and who may')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory-registers.ts')).reuse({
        ...session,
        name,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'outside', 'repositories of other organisations, and how they stand by the rules')
    .addOption(
      new Option('--audience <audience>', 'who reads it: the public learns of what keeps the rules, with consent')
        .choices(AUDIENCES)
        .default('internal'),
    )
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('../commands/inventory-registers.ts')).outside({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'requests', 'who asked for what, how far each request has come, and how long that takes')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('../commands/inventory-registers.ts')).requests({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'trackers', 'where the issues of each component really live')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('../commands/inventory-registers.ts')).trackers({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'facts', 'what texts state: value, scope, source, date, and what is due to be looked at again')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('../commands/inventory-registers.ts')).facts({ ...session, options: withCommon(program, options) }),
    )
  verb(inventory, 'bricks [name]', 'software from elsewhere: licence, where it is used, plan B')
    .option('--in <assembly>', 'those that come with this assembly')
    .option('--gaps', 'those without plan B, and those whose plan is overdue for review')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory.ts')).bricks({ ...session, name, options: withCommon(program, options) }),
    )
  verb(inventory, 'translations [name]', 'languages of components or of an assembly, and what is left to translate')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory.ts')).translations({
        ...session,
        name,
        options: withTexts(program, options),
      }),
    )
  verb(inventory, 'publiccode [name...]', 'a draft of publiccode.yml for components that have none')
    .option('--out <path>', 'file of the draft, or folder of several (default: standard output)')
    .action(async (names: string[], options) =>
      (await import('../commands/publiccode.ts')).publiccode({
        ...session,
        names,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'migration [name]', 'which components may move to the new line, and what blocks the others')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('../commands/inventory.ts')).migration({ ...session, name, options: withCommon(program, options) }),
    )
  verb(inventory, 'openness', 'degrees of openness beside what is seen, who lists each, and code that lies elsewhere')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('../commands/inventory-registers.ts')).openness({
        ...session,
        options: withCommon(program, options),
      }),
    )
}

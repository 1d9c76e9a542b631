import { Command, type CommandOptions, InvalidArgumentError, Option } from 'commander'
import { SCORECARD_STATES } from '#data/model/governance.ts'
import { languageTag } from '#data/model/language-tag.ts'
import { AUDIENCES, isOneOf, LANGUAGES, SEVERITIES, STAGES } from '#data/model/vocabulary.ts'
import { REFERENCE_LANGUAGE } from '#data/reference/bundle-places.ts'
import { DECLARED_VALUES } from '#policies/ggi/declared-values.ts'
import { INVENTORY_FORMATS, PAGE_FORMATS, REGISTER_FORMATS } from './inventory/formats.ts'
import type { CommonOptions } from './io.ts'
import { monthAsked } from './metrics/month.ts'
import type { Session } from './session.ts'
import { toolVersion } from './version.ts'

/**
 * The verbs and their options. Bodies are loaded when called: `lint` must not pay for what `site` needs.
 * README's table and the command reference are read off this program.
 */
export async function buildProgram(session: Session): Promise<Command> {
  const program = new Command('parvis')
    .description('An open-source programme office in one package: collect, lint, publish.')
    .version(toolVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: session.io.out, writeErr: session.io.err })
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    // Options of the program itself: they may stand before the verb or behind it.
    .option('--config <file>', 'configuration to use instead of the nearest parvis.yaml')
    .option('--db <file>', 'database to use')
    .option('--quiet', 'no progress')
    .option('--verbose', 'more progress')
    .option('--no-color', 'no colours')
    .addOption(
      new Option(
        '--lang <language>',
        'language of reports, fr or en (default: from the locale); with translations and an assembly, of their texts',
      ).argParser(languageOption),
    )

  verb(program, 'collect [scope...]', 'collect the configured organisations, clones and registers into the database')
    .option('--only <id...>', 'run these collectors only')
    .option('--since <date>', 'at first, ask for nothing older; figures say so until the past is read (--full)')
    .option('--full', 'walk everything again, whatever is known')
    .addOption(new Option('--plan', 'say what it would cost, and ask for totals only').conflicts(['record', 'replay']))
    .option('--record <dir>', 'write every answer of the host into a recording')
    .option('--replay <dir>', 'answer from a recording, without a network')
    .addOption(format('text', 'json'))
    .action(async (scopes: string[], options) =>
      (await import('./commands/collect.ts')).collect({ ...session, scopes, options: withCommon(program, options) }),
    )

  verb(
    program,
    'lint [subject...]',
    'judge checkouts, clones, tarballs, repositories or change requests by the rule packs',
  )
    .option('--pack <id...>', 'judge by these packs')
    .option('--all', 'list what holds and what does not apply, too')
    .option('--as <owner/name>', 'judge the path as this repository')
    .addOption(new Option('--record', 'keep the outcomes in the database').conflicts('stage'))
    .option('--since <day>', 'tell what changed since this day, YYYY-MM-DD, instead of since the last run', anyDay)
    .addOption(new Option('--stage <stage>', 'only by the rules of this stage').choices(STAGES))
    .option('--baseline <file>', 'do not count findings that this file knows')
    .option('--write-baseline <file>', 'write what is found today as known')
    .option('--badge <file>', 'write an SVG that says how the repository stands, by which pack, on what day')
    .addOption(new Option('--audience <audience>', 'who reads the answer').choices(AUDIENCES))
    .option('--fix', 'mend what is certain in a checkout, show it, and judge again')
    .option('--dry-run', 'with --fix: show what would be written, write nothing (the default where CI is set)')
    .option('--no-dry-run', 'with --fix: write where CI is set, too')
    .option('--force', 'with --fix: write into files with uncommitted changes, too')
    .addOption(new Option('--fail-on <severity>', 'exit 1 from this severity').choices(SEVERITIES).default('error'))
    .addOption(format('text', 'json', 'sarif', 'github', 'markdown', 'junit', 'reply'))
    .action(async (subjects: string[], options) =>
      (await import('./commands/lint.ts')).lint({ ...session, subjects, options: withCommon(program, options) }),
    )

  verb(
    program,
    'explain <rule>',
    'what a rule wants, why, and how to mend what breaks it; or the questions of a checklist: genericity',
  ).action(async (rule: string, options) =>
    (await import('./commands/explain.ts')).explain({ ...session, rule, options: withCommon(program, options) }),
  )

  verb(program, 'rules', 'the rules, with their packs and severities')
    .option('--pack <id...>', 'of these packs only')
    .option('--try', 'judge the cases that rules carry, and exit 1 when one does not hold')
    .addOption(format('text', 'json'))
    .action(async (options) =>
      (await import('./commands/rules.ts')).rules({ ...session, options: withCommon(program, options) }),
    )

  const inventory = program
    .command('inventory')
    .description('what is produced, what it needs, what is assembled from it, what comes from outside')
  verb(inventory, 'overview', 'counts of everything below (the default)', { isDefault: true })
    .argument('[question]')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (question: string | undefined, options) =>
      (await import('./commands/inventory.ts')).overview({
        ...session,
        question,
        questions: inventory.commands.map((command) => command.name()),
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'components [name...]', 'what is produced, or the sheet of each component named')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (names: string[], options) =>
      (await import('./commands/inventory.ts')).components({
        ...session,
        names,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'dependencies [name]', 'who needs whom, or what one component needs and what needs it')
    .option('--stops', 'only what breaks when that component stops')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory.ts')).dependencies({
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
      (await import('./commands/inventory.ts')).assemblies({
        ...session,
        name,
        other,
        options: withTexts(program, options),
      }),
    )
  verb(inventory, 'needs [words...]', 'which components and assemblies answer a need, in plain words; or every need')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (words: string[], options) =>
      (await import('./commands/inventory-registers.ts')).needs({
        ...session,
        words,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'services [name]', 'services that run on the components, their use and how generic they are')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory-registers.ts')).services({
        ...session,
        name,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'reuse [name]', 'who runs what elsewhere, directly or through an assembly, and who may')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory-registers.ts')).reuse({
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
      (await import('./commands/inventory-registers.ts')).outside({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'requests', 'who asked for what, how far each request has come, and how long that takes')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('./commands/inventory-registers.ts')).requests({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'trackers', 'where the issues of each component really live')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('./commands/inventory-registers.ts')).trackers({
        ...session,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'facts', 'what texts state: value, scope, source, date, and what is due to be looked at again')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('./commands/inventory-registers.ts')).facts({ ...session, options: withCommon(program, options) }),
    )
  verb(inventory, 'bricks [name]', 'software from elsewhere: licence, where it is used, plan B')
    .option('--in <assembly>', 'those that come with this assembly')
    .option('--gaps', 'those without plan B, and those whose plan is overdue for review')
    .addOption(format(...INVENTORY_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory.ts')).bricks({ ...session, name, options: withCommon(program, options) }),
    )
  verb(inventory, 'translations [name]', 'languages of components or of an assembly, and what is left to translate')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory.ts')).translations({
        ...session,
        name,
        options: withTexts(program, options),
      }),
    )

  verb(program, 'metrics [id]', 'figures with their definition, date and gaps; without an id: the list')
    .option('--scope <owner[/name]>', 'of an organisation or a repository (default: all that was collected)')
    .option('--from <month>', 'first month, YYYY-MM (default: twelve months that are over)', firstMonth)
    .option('--to <month>', 'last month, YYYY-MM', lastMonth)
    .option('--share <percent>', 'share that people, or organisations, are counted up to (default: 50)', percent)
    .option('--rows', 'the cases behind the figure; never a person')
    .addOption(new Option('--sql', 'the question behind the figure').conflicts('rows'))
    .addOption(format('table', 'json', 'csv'))
    .action(async (id: string | undefined, options) =>
      (await import('./commands/metrics.ts')).metrics({ ...session, id, options: withCommon(program, options) }),
    )

  const imports = program.command('import').description('take over what other tools were told')
  verb(imports, 'repolinter <file>', 'write a ruleset of repolinter (JSON or YAML, inherited ones merged) as a pack')
    .option('--out <file>', 'where to write the pack (default: standard output)')
    .option('--id <id>', 'id of the pack', 'imported')
    .action(async (file: string, options) =>
      (await import('./commands/import-repolinter.ts')).importRuleset({
        ...session,
        file,
        options: withCommon(program, options),
      }),
    )

  const news = program.command('new').description('begin something that works as it stands')
  verb(news, 'rule <id>', 'write a rule with its cases and its page in both languages into the folder of a pack')
    .option('--pack <dir>', 'folder of the pack, made where there is none', 'rules')
    .option('--code <code>', 'short name of the rule', 'OWN-01')
    .action(async (id: string, options) =>
      (await import('./commands/new-rule.ts')).newRule({ ...session, id, options: withCommon(program, options) }),
    )

  const site = program.command('site').description('build or show the site')
  verb(site, 'build', 'write the site into a folder')
    .addOption(new Option('--profile <profile>', 'who it is for').choices(['public', 'internal']).default('public'))
    .option('--out <dir>', 'folder of the site', 'parvis-site')
    .action(async (options) =>
      (await import('./commands/site.ts')).build({ ...session, options: withCommon(program, options) }),
    )
  verb(site, 'preview', 'serve a built site on this machine')
    .option('--out <dir>', 'folder of the site', 'parvis-site')
    .option('--port <number>', 'port to serve on', port, 4321)
    .action(async (options) =>
      (await import('./commands/site.ts')).preview({ ...session, options: withCommon(program, options) }),
    )

  verb(inventory, 'publiccode [name...]', 'a draft of publiccode.yml for components that have none')
    .option('--out <path>', 'file of the draft, or folder of several (default: standard output)')
    .action(async (names: string[], options) =>
      (await import('./commands/publiccode.ts')).publiccode({
        ...session,
        names,
        options: withCommon(program, options),
      }),
    )
  verb(inventory, 'migration [name]', 'which components may move to the new line, and what blocks the others')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (name: string | undefined, options) =>
      (await import('./commands/inventory.ts')).migration({ ...session, name, options: withCommon(program, options) }),
    )
  verb(inventory, 'openness', 'degrees of openness beside what is seen, who lists each, and code that lies elsewhere')
    .addOption(format(...REGISTER_FORMATS))
    .action(async (options) =>
      (await import('./commands/inventory-registers.ts')).openness({
        ...session,
        options: withCommon(program, options),
      }),
    )
  const work = program.command('translations').description('work for translators, out and back')
  verb(work, 'export [component]', 'write what is to translate into a language, of all, a component or an assembly')
    .option('--all', 'texts that are done, too')
    .option('--out <file>', 'where to write it (default: standard output)')
    .addOption(format('csv', 'xliff'))
    .action(async (component: string | undefined, options) =>
      (await import('./commands/translation-work.ts')).exportWork({
        ...session,
        component,
        options: withTexts(program, options),
      }),
    )
  verb(work, 'import <file>', 'make a patch for each repository of what translators filled in (CSV, XLIFF 1.2 or 2)')
    .option('--out <dir>', 'folder of the patches', 'translation-patches')
    .option('--apply <path>', 'write into this checkout instead')
    .action(async (file: string, options) =>
      (await import('./commands/translation-work.ts')).importWork({
        ...session,
        file,
        options: withCommon(program, options),
      }),
    )

  const privacy = program.command('privacy').description('what is stored of a person, and erasing it')
  verb(privacy, 'show <identity>', 'say what is stored of a login, an ID+login or a mail address')
    .option('--server <host>', 'host that the login is one of')
    .addOption(format('text', 'json'))
    .action(async (identity: string, options) =>
      (await import('./commands/privacy.ts')).show({ ...session, identity, options: withCommon(program, options) }),
    )
  verb(privacy, 'forget <identity>', 'erase a person, and never collect them again')
    .option('--server <host>', 'host that the login is one of')
    .addOption(format('text', 'json'))
    .action(async (identity: string, options) =>
      (await import('./commands/privacy.ts')).forget({ ...session, identity, options: withCommon(program, options) }),
    )

  governance(program, session)

  verb(program, 'demo', 'collect, lint, build and serve an invented city, offline')
    .option('--out <dir>', 'folder to write in', 'parvis-demo')
    .option('--no-serve', 'build and stop')
    .option('--port <number>', 'port to serve on', port, 4321)
    .action(async (options) =>
      (await import('./commands/demo.ts')).demo({ ...session, options: withCommon(program, options) }),
    )

  return program
}

/** How the organisation stands by the Good Governance Initiative: what is measured, beside what is declared. */
function governance(program: Command, session: Session): void {
  const ggi = program.command('ggi').description('the Good Governance Initiative: measured beside declared')
  const answered = () => format('table', 'json', 'markdown', 'csv')

  verb(ggi, 'status', 'what differs, how points and activities stand, where to start')
    .option('--record', 'keep the assessment in the database')
    .addOption(answered())
    .action(async (options) =>
      (await import('./commands/ggi.ts')).status({ ...session, options: withCommon(program, options) }),
    )
  verb(ggi, 'activity <id>', 'one activity with its points, its scorecard and what is measured')
    .addOption(answered())
    .action(async (id: string, options) =>
      (await import('./commands/ggi.ts')).activity({ ...session, id, options: withCommon(program, options) }),
    )
  verb(
    ggi,
    'evidence [point]',
    'the rows behind a verification point; without one, what is looked at and its other names',
  )
    .addOption(answered())
    .action(async (point: string | undefined, options) =>
      (await import('./commands/ggi.ts')).evidence({ ...session, point, options: withCommon(program, options) }),
    )
  verb(ggi, 'start <id>', 'begin an activity, or another iteration of it: writes its scorecard')
    .requiredOption('--owner <role>', 'role or team that answers for it')
    .option('--iteration <name>', 'name of the iteration')
    .option('--due <day>', 'day by which it should be done, YYYY-MM-DD', anyDay)
    .action(async (id: string, options) =>
      (await import('./commands/ggi-work.ts')).start({ ...session, id, options: withCommon(program, options) }),
    )
  verb(ggi, 'declare <point>', 'say how a verification point stands: writes it into the scorecard')
    .addOption(new Option('--value <value>', 'how it stands').choices(DECLARED_VALUES).makeOptionMandatory())
    .requiredOption('--by <role>', 'role or team that says so')
    .option('--until <day>', 'last day on which it counts, YYYY-MM-DD (default: a year)', anyDay)
    .option('--note <text>', 'a sentence')
    .option('--link <address>', 'what shows it')
    .action(async (point: string, options) =>
      (await import('./commands/ggi-work.ts')).declare({ ...session, point, options: withCommon(program, options) }),
    )
  verb(ggi, 'close <id>', 'end an iteration of an activity')
    .addOption(new Option('--state <state>', 'how it ends').choices(SCORECARD_STATES).default('done'))
    .action(async (id: string, options) =>
      (await import('./commands/ggi-work.ts')).close({ ...session, id, options: withCommon(program, options) }),
    )
  verb(ggi, 'import <path...>', 'take over a My GGI Board: its CSV files, or its issues as JSON; or a folder of them')
    .option('--owner <role>', 'role or team that answers for what is at work')
    .option('--dry-run', 'say what would be written, write nothing')
    .action(async (paths: string[], options) =>
      (await import('./commands/ggi-import.ts')).importFromBoard({
        ...session,
        paths,
        options: withCommon(program, options),
      }),
    )
  verb(ggi, 'export [id...]', 'hand governance on: a text, files for a board, or issues of a repository (created once)')
    .addOption(format('markdown', 'csv', 'issues'))
    .option('--out <path>', 'file of the text, or folder of the CSV files (default: ggi-export)')
    .option('--repository <owner/name>', 'with issues: where they are created')
    .option('--apply', 'with issues: create them, instead of saying which would be')
    .action(async (ids: string[], options) =>
      (await import('./commands/ggi-export.ts')).exportGovernance({
        ...session,
        ids,
        options: withCommon(program, options),
      }),
    )
  verb(ggi, 'history', 'assessments that were kept, by goal, and what changed')
    .option('--since <day>', 'compare with how things stood on this day, YYYY-MM-DD', anyDay)
    .addOption(answered())
    .action(async (options) =>
      (await import('./commands/ggi-history.ts')).history({ ...session, options: withCommon(program, options) }),
    )
}

/** A command with the manners that all have. */
function verb(parent: Command, usage: string, description: string, more: CommandOptions = {}): Command {
  return parent.command(usage, more).description(description).copyInheritedSettings(parent)
}

function format(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to answer').choices(formats).default(formats[0])
}

function withCommon<Options extends CommonOptions>(program: Command, options: Options): Options {
  const { lang } = program.opts<{ readonly lang?: string }>()
  if (lang !== undefined && !isOneOf(LANGUAGES, lang))
    program.error(
      `error: option '--lang <language>' argument '${lang}' is invalid. Allowed choices are ${LANGUAGES.join(', ')}.`,
    )
  return { ...program.opts(), ...options }
}

/** As `withCommon`, where a language is that of texts, unless it is the one they are translated from; reports are in it when they can be. */
function withTexts<Options extends CommonOptions>(
  program: Command,
  options: Options,
): Options & { readonly texts?: string } {
  const { lang, ...common } = program.opts<{ readonly lang?: string }>()
  const known = isOneOf(LANGUAGES, lang) ? { lang } : {}
  return { ...common, ...options, ...known, ...(lang !== undefined && lang !== REFERENCE_LANGUAGE && { texts: lang }) }
}

/** A language by its tag; country codes that stand for languages in file names are read as what they mean. */
function languageOption(text: string): string {
  const tag = languageTag(text)
  if (tag !== undefined) return tag
  throw new InvalidArgumentError('expected a language, such as fr, en or pt-BR.')
}

function anyDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('expected a day, YYYY-MM-DD.')
}

function firstMonth(text: string): number {
  return month(text, { isEnd: false })
}

function lastMonth(text: string): number {
  return month(text, { isEnd: true })
}

function month(text: string, when: { readonly isEnd: boolean }): number {
  const read = monthAsked(text, when)
  if (read !== undefined) return read
  throw new InvalidArgumentError(
    'expected a month, YYYY-MM; a day or a year stands for the month that it begins or ends in.',
  )
}

/** A share of 1. */
function percent(text: string): number {
  const value = Number(text.replace(/%$/u, ''))
  if (value > 0 && value <= 100) return value / 100
  throw new InvalidArgumentError('expected a percentage above 0 and up to 100.')
}

function port(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value
  throw new InvalidArgumentError('expected a whole number from 0 to 65535.')
}

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exportDatabase } from '#data/export.ts'
import { measuredOf } from '#data/inventory/measured.ts'
import { registersOf } from '#data/inventory/registers.ts'
import { dayIn } from '#data/model/day.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { type Audience, LANGUAGES } from '#data/model/vocabulary.ts'
import { differenceOf } from '#data/publication/difference.ts'
import { type Measured, measure } from '#data/publication/measured.ts'
import { type LogEntry, logAfter } from '#data/publication/publication.ts'
import { reserveInForce } from '#data/publication/reserve.ts'
import { alarmsOf } from '#data/publication/stop.ts'
import { registerLines } from '#data/queries/inventory/register-lines.ts'
import { openExport, openForFigures } from '#data/store.ts'
import { builtinPack, listRules } from '#policies/registry.ts'
import { buildSite, type CityOrder, publishedPages } from '#site/build.ts'
import { type Config, keyPlaces, loadConfig } from '../config.ts'
import { publishedGovernance } from '../governance/published.ts'
import { publishedPortfolio } from '../inventory/published.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { promiseOf } from '../metrics/answer-promise.ts'
import { refuseOpenPlace } from '../open-places.ts'
import { openPacks } from '../packs.ts'
import { loosenedIn } from '../publication/loosened.ts'
import { lastPublication, publicationAt, remember } from '../publication/remembered.ts'
import { placesOfPeople } from '../publication/roles.ts'
import { examine } from '../publication/stop.ts'
import { unlookedIn } from '../publication/unlooked.ts'
import { loadReports, reportsOfSite } from '../report/load-reports.ts'
import { siteDiffJson, siteDiffText } from '../reporters/site-diff.ts'
import { serve } from '../serve.ts'
import type { Session } from '../session.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { loadTodo } from '../todo/load-todo.ts'

interface BuildOptions extends CommonOptions {
  readonly profile: Audience
  readonly out: string
  /** Why jumps since the last publication are right. */
  readonly accept?: string
}

interface DiffOptions extends CommonOptions {
  /** A folder that holds a public site, or a file in which one was remembered. */
  readonly against?: string
  readonly format: 'text' | 'json'
}

interface PreviewOptions extends CommonOptions {
  readonly out: string
  readonly port: number
}

export async function build({ io, signal, options }: Session & { options: BuildOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const out = resolve(io.cwd, options.out)
  const { profile, accept } = options
  const say = options.quiet === true ? () => {} : io.err
  const reason = reasonOf(accept)
  await publish({ config, profile, out, env: io.env, now: io.now(), warn: io.err, say, reason, signal })
  io.out(`${out}\n`)
}

export async function preview(call: Session & { options: PreviewOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const directory = resolve(io.cwd, options.out)
  if (!existsSync(join(directory, 'index.html'))) {
    throw new UsageFailure('site-missing', `there is no site in ${directory}.`, {
      hint: 'Build it first: parvis site build',
    })
  }
  await serve({ ...call, directory, base: basePath(config), port: options.port })
}

/** Goes into the public log, so it must say something. */
export function reasonOf(accept: string | undefined): string | undefined {
  const reason = accept?.trim()
  if (reason === '') throw new UsageFailure('reason-missing', '--accept asks for a reason in words.')
  return reason
}

interface PublishOrder {
  readonly config: Config
  readonly profile: Audience
  readonly out: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: Date
  /** Receives what the city may want to mend. */
  readonly warn: (text: string) => void
  /** Receives what is to be known about a public build. */
  readonly say?: (text: string) => void
  /** Why jumps since the last publication are right. */
  readonly reason?: string | undefined
  /** Ctrl-C: the site and what is remembered of it stay as they are. */
  readonly signal?: AbortSignal
}

/**
 * Writes the export of a profile, then the site that is made of nothing else. A public one is held against the last
 * publication before anything is built, and remembered once it is whole.
 */
export async function publish(order: PublishOrder): Promise<void> {
  const { config, out, env, reason, say = () => {} } = order
  if (order.profile === 'internal') refuseOpenPlace({ out, env })
  const scratch = temporaryFolder()
  try {
    const database = join(scratch.path, 'parvis.sqlite')
    await exportInto(database, order)
    if (order.profile === 'internal') {
      await buildFrom(database, { ...order, log: [] })
      return
    }
    const last = lastPublication(config)
    const measured = await measureAt(database)
    for (const line of [...loosenedIn(config), ...withheldNow(config, order.now)]) say(`${line}\n`)
    if (config.site.contact === undefined) say(NO_CONTACT)
    const { log, said } = examine({ measured, last, rules: config.publish.stop, reason })
    for (const line of said) say(`${line}\n`)
    await buildFrom(database, { ...order, log })
    remember(config, { schemaVersion: 1, measured, pages: publishedPages(out, measured.asOf), log })
  } finally {
    scratch.remove()
  }
}

/** What would change for the public if the site were built now. Nothing is replaced, nothing remembered. */
export async function diff({ io, signal, options }: Session & { options: DiffOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const last = lastPublication(config)
  const before = options.against === undefined ? last : await publicationAt(resolve(io.cwd, options.against))
  if (before === undefined) {
    throw new UsageFailure(
      'publication-none',
      'nothing was published from here yet, so there is nothing to compare with.',
      {
        hint: 'Build the public site, or name a folder or file that holds one: parvis site diff --against DIR',
      },
    )
  }
  const scratch = temporaryFolder()
  try {
    const [database, out] = [join(scratch.path, 'parvis.sqlite'), join(scratch.path, 'site')]
    const order = { config, profile: 'public', out, env: io.env, now: io.now(), warn: () => {}, signal } as const
    const measured = await buildUnpublished(database, order, last)
    const difference = differenceOf(before, { measured, pages: publishedPages(out, measured.asOf) })
    const language = languageOf(options, io.env, config.language)
    const alarms = alarmsOf(measured, before.measured, config.publish.stop)
    io.out(
      options.format === 'json' ? siteDiffJson(difference, alarms) : siteDiffText(difference, { alarms, language }),
    )
  } finally {
    scratch.remove()
  }
}

/** Builds without holding the site against the last publication, and without remembering it. */
export async function rehearse(order: PublishOrder): Promise<void> {
  const scratch = temporaryFolder()
  try {
    await buildUnpublished(join(scratch.path, 'parvis.sqlite'), order, lastPublication(order.config))
  } finally {
    scratch.remove()
  }
}

async function buildUnpublished(
  database: string,
  order: PublishOrder,
  last: ReturnType<typeof lastPublication>,
): Promise<Measured> {
  await exportInto(database, order)
  const measured = await measureAt(database)
  await buildFrom(database, { ...order, log: logAfter({ last, measured, accepted: undefined }) })
  return measured
}

async function exportInto(database: string, { config, profile, now, warn }: PublishOrder): Promise<void> {
  const packs = await openPacks(config)
  const store = await openForFigures({ path: config.database, calendar: config.calendar })
  try {
    const portfolio = await publishedPortfolio(store, { config, packs, audience: profile, now })
    const governance = await publishedGovernance(store, { config, audience: profile })
    const publicRules = listRules(packs).flatMap(({ rule }) => (rule.audience === 'public' ? [rule.id] : []))
    const lines = [...registersOf(await store.ask(registerLines, {})).values()].flat()
    const unlooked = profile === 'public' ? await unlookedIn(store) : []
    for (const line of [...placesOfPeople({ config, lines, packs }), ...unlooked]) warn(`${line}\n`)
    const source = {
      ask: store.ask,
      promise: promiseOf(config),
      inventory: async () => measuredOf(portfolio.inventory, portfolio),
    }
    const { inventory } = portfolio
    const todo = await loadTodo(store, { config, packs, governance, inventory, actualDay: null })
    await exportDatabase({
      ...{ store, profile, out: database, publicRules, conformity: conformityOf(config, profile) },
      ...{ portfolio, governance, calendar: config.calendar, promise: promiseOf(config) },
      ...(profile === 'internal' && {
        desk: { todo, registers: config.registers.map(({ id }) => id) },
        reports: await loadReports(source, { config, todo, governance, periods: reportsOfSite, now }),
      }),
      firstIssueLabels: config.publish.goodFirstIssues,
      areProvidersTold: config.publish.providers,
      isReserved: profile === 'public' && reservedNow(config, now) !== undefined,
    })
  } finally {
    store.close()
  }
}

async function buildFrom(
  database: string,
  { config, profile, out, env, now, warn, log, signal }: PublishOrder & { readonly log: readonly LogEntry[] },
): Promise<void> {
  const { url, demo, languages, content, brand, pages, editGuideAt, ...identity } = config.site
  const { warnings } = await buildSite({
    database,
    out,
    profile,
    base: basePath(config),
    ...(url === undefined ? {} : { site: new URL(url).origin }),
    languages: languages.length === 0 ? LANGUAGES : languages,
    identity: {
      ...identity,
      isDemo: demo,
      promise: config.promise,
      firstIssueLabels: config.publish.goodFirstIssues,
    },
    today: dayIn(config.calendar.timeZone, now),
    city: await cityOf(config),
    off: pages,
    ...(editGuideAt === undefined ? {} : { editGuideAt }),
    log,
    ...(signal && { signal }),
    ...reservedNow(config, now),
    // Waivers are looked after whatever the packs.
    packs: [...(await openPacks(config)), builtinPack('parvis')],
    ...(env.SOURCE_DATE_EPOCH === undefined ? {} : { sourceDateEpoch: Number(env.SOURCE_DATE_EPOCH) }),
  })
  for (const { file, message } of warnings) warn(`${file}: ${message}\n`)
}

async function measureAt(database: string): Promise<Measured> {
  const file = await openExport(database)
  try {
    return await measure(file)
  } finally {
    file.close()
  }
}

/** What the city brings along, by absolute paths; what is wrong with its brand is told by its place in the file. */
async function cityOf({ site, folder, file }: Config): Promise<CityOrder> {
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path))
  const { logo, ...brand } = site.brand ?? {}
  return {
    content: absolute(site.content),
    brand: {
      ...brand,
      ...(logo && {
        logo: { light: resolve(folder, logo.light), dark: absolute(logo.dark), mono: absolute(logo.mono) },
      }),
    },
    place: file === null ? () => ({}) : await keyPlaces(file, ['site', 'brand']),
  }
}

const NO_CONTACT =
  'Nobody can report an error or answer without an account: give the mail address of a role as site.contact.\n'

/** The reserve that is in force, by the day of the city: midnight comes at another moment than in UTC. */
function reservedNow({ publish, calendar }: Config, now: Date) {
  const reserve = reserveInForce(publish.reserve, { now, timeZone: calendar.timeZone })
  return reserve && { reserve }
}

function withheldNow(config: Config, now: Date): readonly string[] {
  const to = reservedNow(config, now)?.reserve.to
  if (to === undefined) return []
  return [`A reserve is on until ${to}: news, yearly report, findings and trend marks are withheld from the public.`]
}

/** The officer's choice is about the public; the internal site shows all there is. */
function conformityOf({ publish }: Config, profile: Audience) {
  return profile === 'public' ? publish.conformity : 'detail'
}

export function basePath({ site }: Config): string {
  return site.url === undefined ? '/' : new URL(site.url).pathname
}

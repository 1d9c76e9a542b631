import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { chdir, cwd, env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'astro'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { LogEntry } from '#data/publication/publication.ts'
import type { Reserve } from '#data/publication/reserve.ts'
import { openExport } from '#data/store.ts'
import type { RulePack } from '#policies/rule.ts'
import { astroSettings } from './astro-settings.ts'
import { type City, type CityOrder, readCity } from './city/city.ts'
import { checkReferences } from './city/references.ts'
import { finishPages } from './finish.ts'
import { oldTexts, readGuide } from './guide/read-guide.ts'
import { checkReplaceable, replaceFolder } from './replace-folder.ts'
import { writeSearchIndexes } from './search-index.ts'
import { checkIdentity, normalizeBase, type SiteIdentity, type SiteProfile, type SiteSettings } from './settings.ts'
import { loadRegister } from './src/loaders/reading.ts'
import type { Place } from './src/routes.ts'

/** Pages of a built site as they read: the command line reaches the site by this file alone. */
export { WHOLE } from './open-data.ts'
export { publishedPages } from './published-pages.ts'

export interface SiteBuild {
  /** The export database; nothing else of the organisation is read. */
  readonly database: string
  /** Folder that receives the site. Its former contents are replaced, and only once the build is whole. */
  readonly out: string
  readonly profile: SiteProfile
  readonly base: string
  readonly site?: string
  readonly languages: readonly Language[]
  readonly identity: SiteIdentity
  /** Day of the build, `YYYY-MM-DD`: an audit that is too old by then tells nothing. Nothing is too old when absent. */
  readonly today?: string
  /** Texts and files that the city brings along. */
  readonly city?: CityOrder
  /** Pages that are left out. */
  readonly off?: readonly Place[]
  /** What changed in the open data, publication by publication; shown to the public. */
  readonly log?: readonly LogEntry[]
  /** The months before a vote, while they last: a public site then has no news, no yearly report, no findings, no trends. */
  readonly reserve?: Reserve
  /** The rules of the guide, as their owner has them; those that come with Parvis when absent. */
  readonly packs?: readonly RulePack[]
  /** Folder on the web under which the texts of the guide are edited. */
  readonly editGuideAt?: string
  /** Seconds since 1970, as in SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch?: number
  /** Once aborted no page is drawn any more and nothing is replaced: the build ends with the signal's reason. */
  readonly signal?: AbortSignal
  /** Scratch folder, removed afterwards; one of the system's by default. */
  readonly workFolder?: string
}

export type { CityOrder }

export interface BuiltSite {
  readonly out: string
  /** What the city may want to mend. */
  readonly warnings: readonly UsageDetail[]
}

// Astro's builder would tell its makers of every build, and write into the home folder to remember that it may.
env.ASTRO_TELEMETRY_DISABLED = '1'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Builds the site into `out`. Works from any current folder and when neither that nor the package can be written to:
 * Astro writes caches next to its root and chunks below the current folder, so both are a scratch folder that borrows
 * the package's sources and modules. One build at a time in a process, since the current folder is the process's own.
 */
export async function buildSite(order: SiteBuild): Promise<BuiltSite> {
  const out = resolve(order.out)
  checkReplaceable(out)
  const city = await readCity(order.city ?? {}, { base: normalizeBase(order.base), languages: order.languages })
  const settings = settingsOf(order, city, await readGuide(order.city?.content, order.languages))
  const asOf = await dayOfData(settings.database)
  const work = await scratchFolder(order.workFolder)
  const before = cwd()
  const data = join(work, 'open-data')
  const complete = settings.profile === 'public' ? withOpenData(settings, data) : Promise.resolve(settings)
  // The bundler asks for it, perhaps only after it failed.
  complete.catch(() => undefined)
  try {
    chdir(work)
    await symlink(modulesFolder(), join(work, 'node_modules'), 'dir')
    const finished = join(work, 'out')
    await carry(city, join(work, 'public'))
    const { integration, rest } = finishPages(finished, { ...settings, signal: order.signal })
    const place = { root: work, source: join(here, 'src'), out: finished }
    await build(astroSettings({ ...place, settings, complete, look: city.sheet, finish: integration }))
    order.signal?.throwIfAborted()
    if (settings.profile === 'public') moveInto(data, join(finished, 'data'))
    await rest()
    checkReferences(city.references, finished)
    await writeSearchIndexes({
      folder: finished,
      languages: settings.languages,
      synonyms: settings.identity.synonyms ?? [],
    })
    order.signal?.throwIfAborted()
    await replaceFolder(finished, out)
  } finally {
    chdir(before)
    await Promise.allSettled([complete])
    await rm(work, { recursive: true, force: true })
  }
  return { out, warnings: [...city.warnings, ...oldTexts(settings.guide, asOf)] }
}

/** Writes the open data on a thread of its own: of it the pages tell no more than how large the files became. */
async function withOpenData(settings: SiteSettings, folder: string): Promise<SiteSettings> {
  const { database, identity, languages, base, site, log } = settings
  const told = { database, identity, languages, base, log, ...(site !== undefined && { site }) }
  const thread = new Worker(new URL('./open-data-thread.ts', import.meta.url), {
    workerData: { settings: told, folder },
  })
  const [openData] = await once(thread, 'message')
  return { ...settings, openData }
}

/** Lays the city's own files beside the pages. */
async function carry({ files }: City, site: string): Promise<void> {
  if (files.length > 0) await mkdir(join(site, 'media'), { recursive: true })
  for (const { name, content } of files) await writeFile(join(site, 'media', name), content)
}

async function dayOfData(database: string): Promise<string> {
  const store = await openExport(database)
  try {
    return (await loadRegister(store)).asOf
  } finally {
    store.close()
  }
}

function settingsOf(order: SiteBuild, { content, brand }: City, guide: SiteSettings['guide']): SiteSettings {
  checkIdentity(order.identity, order.today)
  const database = resolve(order.database)
  // The law of the months before a vote is about what a city publishes; its own office sees all.
  const isReserved = order.reserve !== undefined && order.profile === 'public'
  if (!existsSync(database)) {
    throw new UsageFailure('export-not-found', `There is no export database at ${order.database}`, {
      hint: 'Write one first: parvis export',
    })
  }
  if (order.languages.length === 0) throw new UsageFailure('no-language', 'A site needs one language at least')
  return {
    database,
    profile: order.profile,
    base: normalizeBase(order.base),
    languages: order.languages,
    identity: order.identity,
    content: isReserved || order.off?.includes('news') === true ? { ...content, articles: [] } : content,
    brand,
    off: order.off ?? [],
    guide,
    ...(order.editGuideAt === undefined ? {} : { editGuideAt: order.editGuideAt }),
    log: order.log ?? [],
    isReserved,
    ...(order.reserve && { reserve: order.reserve }),
    ...(order.packs && { packs: order.packs }),
    ...(order.site === undefined ? {} : { site: order.site }),
    ...(order.sourceDateEpoch === undefined ? {} : { builtOn: dayOf(order.sourceDateEpoch) }),
  }
}

function dayOf(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 10)
}

/** Astro compares real paths with the ones it is given: a scratch folder behind a link would lose its pages. */
async function scratchFolder(wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) await mkdir(wanted, { recursive: true })
  return mkdtemp(join(await realpath(wanted ?? tmpdir()), 'parvis-site-'))
}

/** The `node_modules` that Astro came from: the package's own, or the one that the package lies in. */
function modulesFolder(): string {
  const astro = fileURLToPath(import.meta.resolve('astro/package.json'))
  return dirname(dirname(astro))
}

/** Moves files beside others of the same disk: open data is large, and Astro would copy it. */
function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name))
}

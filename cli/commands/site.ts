import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exportDatabase } from '#data/export.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { type Audience, LANGUAGES } from '#data/model/vocabulary.ts'
import { openForFigures } from '#data/store.ts'
import { endedLinesOf } from '#policies/classify.ts'
import { builtinPack, listRules } from '#policies/registry.ts'
import { buildSite, type CityOrder } from '#site/build.ts'
import { type Config, keyPlaces, loadConfig } from '../config.ts'
import { publishedGovernance } from '../governance/published.ts'
import { publishedPortfolio } from '../inventory/published.ts'
import type { CommonOptions } from '../io.ts'
import { refuseOpenPlace } from '../open-places.ts'
import { openPacks } from '../packs.ts'
import { loadReports, measuredFrom, reportsOfSite } from '../report/load-reports.ts'
import { serve } from '../serve.ts'
import type { Session } from '../session.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { loadTodo } from '../todo/load-todo.ts'

interface BuildOptions extends CommonOptions {
  readonly profile: Audience
  readonly out: string
}

interface PreviewOptions extends CommonOptions {
  readonly out: string
  readonly port: number
}

export async function build({ io, options }: Session & { options: BuildOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const out = resolve(io.cwd, options.out)
  await publish({ config, profile: options.profile, out, env: io.env, now: io.now(), warn: io.err })
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

/** Writes the export of a profile, then the site that is made of nothing else. */
export async function publish(order: {
  readonly config: Config
  readonly profile: Audience
  readonly out: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: Date
  /** Receives what the city may want to mend. */
  readonly warn: (text: string) => void
}): Promise<void> {
  const { config, profile, out, env, now, warn } = order
  if (profile === 'internal') refuseOpenPlace({ out, env })
  const scratch = temporaryFolder()
  try {
    const database = join(scratch.path, 'parvis.sqlite')
    const packs = await openPacks(config)
    const store = await openForFigures({ path: config.database, calendar: config.calendar })
    try {
      const publicRules = listRules(packs).flatMap(({ rule }) => (rule.audience === 'public' ? [rule.id] : []))
      const portfolio = await publishedPortfolio(store, { config, packs, audience: profile, now })
      const governance = await publishedGovernance(store, { config, audience: profile })
      const source = { ask: store.ask, inventory: async () => measuredFrom(portfolio) }
      await exportDatabase({
        ...{ store, profile, out: database, publicRules, conformity: conformityOf(config, profile) },
        endedLines: endedLinesOf(packs),
        ...{ portfolio, governance, calendar: config.calendar },
        ...(profile === 'internal' && {
          desk: {
            todo: await loadTodo(store, { config, packs, governance, inventory: portfolio.inventory, actualDay: null }),
            registers: config.registers.map(({ id }) => id),
          },
          reports: await loadReports(source, { config, packs, governance, periods: reportsOfSite, now }),
        }),
        firstIssueLabels: config.publish.goodFirstIssues,
      })
    } finally {
      store.close()
    }
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
      today: now.toISOString().slice(0, 10),
      city: await cityOf(config),
      off: pages,
      ...(editGuideAt === undefined ? {} : { editGuideAt }),
      // Waivers are looked after whatever the packs.
      packs: [...packs, builtinPack('parvis')],
      ...(env.SOURCE_DATE_EPOCH === undefined ? {} : { sourceDateEpoch: Number(env.SOURCE_DATE_EPOCH) }),
    })
    for (const { file, message } of warnings) warn(`${file}: ${message}\n`)
  } finally {
    scratch.remove()
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

/** The officer's choice is about the public; the internal site shows all there is. */
function conformityOf({ publish }: Config, profile: Audience) {
  return profile === 'public' ? publish.conformity : 'detail'
}

function basePath({ site }: Config): string {
  return site.url === undefined ? '/' : new URL(site.url).pathname
}

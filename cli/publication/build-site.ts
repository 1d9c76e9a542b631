import { resolve } from 'node:path'
import { dayIn } from '#data/model/day.ts'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import type { LogEntry } from '#data/publication/publication.ts'
import { builtinPack } from '#policies/registry.ts'
import { buildSite, type CityOrder } from '#site/build.ts'
import { type Config, keyPlaces } from '../config.ts'
import { openPacks } from '../packs.ts'
import { basePath, type PublishOrder, reservedNow } from './order.ts'

/** Builds a site from an export, with what the city brings along. */
export async function buildFrom(
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
      rhythm: config.publish.rhythm,
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

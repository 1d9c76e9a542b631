import { readStatuses, readWatermarks, statusOf, watermarkOf } from '../export/collection.ts'
import { countedReleases, distinctReleases, ownTags } from '../inventory/releases.ts'
import { lastKnownMonth, lastToldMonth } from '../metrics/known-until.ts'
import type { Month } from '../months.ts'
import { asOf } from '../queries/as-of.ts'
import { inventoriedReleases } from '../queries/inventory/repositories.ts'
import { metricRepositories, registerSizes } from '../queries/metrics/reading.ts'
import type { RowOf } from '../queries/query.ts'
import { registeredAdopters } from '../queries/registers/adopters.ts'
import { firstOutsideDays, proposalDays } from '../queries/report/contributions.ts'
import { judgements, knownWaivers, lintSpans } from '../queries/report/lint-history.ts'
import { keptActivities, repositoryDays } from '../queries/report/portfolio.ts'
import type { Store } from '../store.ts'

/** Everything dated that reports may tell, read once for all of them. */
export interface ReportHistory {
  readonly releases: readonly { readonly day: string; readonly component: string; readonly version: string }[]
  readonly repositories: readonly RowOf<typeof repositoryDays>[]
  readonly adopters: readonly RowOf<typeof registeredAdopters>[]
  readonly waivers: readonly RowOf<typeof knownWaivers>[]
  readonly lint: readonly RowOf<typeof lintSpans>[]
  /** Instants at which repositories were judged, the first one first. */
  readonly judgedAt: readonly string[]
  readonly proposals: readonly RowOf<typeof proposalDays>[]
  readonly firstOutside: readonly RowOf<typeof firstOutsideDays>[]
  readonly activities: readonly RowOf<typeof keptActivities>[]
  /** The last month that the histories of half of the repositories at least are known to the end of; null where nothing tells. */
  readonly knownUntil: Month | null
  /** What was read somewhere at least: of the rest nothing is known. */
  readonly isRead: { readonly 'change-requests': boolean; readonly commits: boolean; readonly adopters: boolean }
}

export async function readHistory(store: Pick<Store, 'ask'>): Promise<ReportHistory> {
  const repositories = await store.ask(repositoryDays, {})
  const names = new Map(repositories.map(({ id, repository }) => [id, repository]))
  const tags = Map.groupBy(await store.ask(inventoriedReleases, {}), ({ repository }) => repository)
  const releases = [...tags].flatMap(([repository, own]) => {
    const component = names.get(repository)
    const known = own.map(({ tag, published_at: publishedAt }) => ({ tag, publishedAt }))
    return component === undefined ? [] : datedReleases(component, known)
  })
  const statuses = await readStatuses(store)
  const watermarks = await readWatermarks(store)
  const [dated] = await store.ask(asOf, {})
  const at = dated?.as_of ?? '1970-01-01T00:00:00Z'
  const all = await store.ask(metricRepositories, { owner: '', name: '', anonymous_only: 0 })
  const isStreamRead = (stream: 'change-requests' | 'commits') =>
    all.some(({ subject }) => statusOf(statuses, subject, stream) !== 'unknown')
  const registers = await store.ask(registerSizes, {})
  return {
    ...{ releases, repositories },
    adopters: await store.ask(registeredAdopters, { confirmed_from: '' }),
    waivers: await store.ask(knownWaivers, {}),
    lint: await store.ask(lintSpans, {}),
    judgedAt: (await store.ask(judgements, {})).map(({ judged_at }) => judged_at),
    proposals: await store.ask(proposalDays, {}),
    firstOutside: await store.ask(firstOutsideDays, {}),
    activities: await store.ask(keptActivities, {}),
    knownUntil: lastToldMonth(
      all.flatMap(({ subject }) => {
        const watermark = watermarkOf(watermarks, subject, 'commits')
        return watermark === null ? [] : [lastKnownMonth(watermark, at)]
      }),
    ),
    isRead: {
      'change-requests': isStreamRead('change-requests'),
      commits: isStreamRead('commits') || releases.length > 0,
      adopters: registers.some(({ register }) => register === 'adopters'),
    },
  }
}

function datedReleases(
  component: string,
  tags: readonly { readonly tag: string; readonly publishedAt: string | null }[],
): ReportHistory['releases'] {
  return countedReleases(distinctReleases(ownTags(tags, component))).flatMap(({ version, publishedAt }) =>
    publishedAt === null ? [] : [{ day: publishedAt.slice(0, 10), component, version }],
  )
}

import { readStatuses, readWatermarks, type Status, statusOf, watermarkOf } from '../export/collection.ts'
import { REGISTERS } from '../model/registers/registry.ts'
import { type Month, monthsBefore } from '../months.ts'
import { affiliationLines } from '../queries/affiliation-lines.ts'
import type { Metric, MetricParams, MetricStream, Missing } from '../queries/metrics/metric.ts'
import { metricRepositories, registerSizes, staleRollups } from '../queries/metrics/reading.ts'
import type { RowOf } from '../queries/query.ts'
import type { Store } from '../store.ts'
import { lastKnownMonth, lastToldMonth } from './known-until.ts'

/** Over what a figure was worked out. */
export interface MetricCoverage {
  /** Repositories that are asked about. */
  readonly repositories: number
  /** How far each thing that the figure needs was read, counted in repositories. */
  readonly streams: readonly {
    readonly stream: MetricStream
    readonly complete: number
    readonly partial: number
    readonly unknown: number
  }[]
  /** `owner/name` of those of which something is not complete. */
  readonly missing: readonly string[]
}

interface Covered {
  readonly coverage: MetricCoverage
  readonly missing: readonly Missing[]
  /** Nothing at all was read of what the figure needs, or it lives elsewhere. */
  readonly isUnknown: boolean
  /** What of it was read nowhere. */
  readonly unread: ReadonlySet<MetricStream>
  /** The last month that each history is told of, of those that were read; what came later is not known. */
  readonly until: ReadonlyMap<MetricStream, Month>
}

type Repository = RowOf<typeof metricRepositories>

/** What was read of the repositories in question, and what keeps the figure from being whole. */
export async function metricCoverage(
  { ask }: Pick<Store, 'ask'>,
  metric: Metric,
  { owner, name, anonymous_only, as_of, as_of_month }: MetricParams,
): Promise<Covered> {
  const all = await ask(metricRepositories, { owner, name, anonymous_only })
  const statuses = await readStatuses({ ask })
  // Files may come from a checkout as well, which no stream of the host tells of.
  const standing = ({ subject, has_files }: Repository, stream: MetricStream): Status =>
    stream === 'tree' && has_files === 1 ? 'complete' : statusOf(statuses, subject, stream)
  const isOnIssuesOnly = metric.streams.length > 0 && metric.streams.every((stream) => stream === 'issues')
  const elsewhere = metric.streams.includes('issues') ? all.filter(({ tracker }) => tracker !== 'host') : []
  const isAsked = (stream: MetricStream, repository: Repository) => stream !== 'issues' || repository.tracker === 'host'
  const streams = metric.streams.map((stream) => {
    const asked = all.filter((repository) => isAsked(stream, repository))
    const count = (wanted: Status) => asked.filter((repository) => standing(repository, stream) === wanted).length
    return { stream, complete: count('complete'), partial: count('partial'), unknown: count('unknown') }
  })
  // That nothing is to be read in an empty repository is no reading of the others.
  const isUnread = ({ stream, unknown }: (typeof streams)[number]) => {
    const isTold = (one: Repository) => isAsked(stream, one) && standing(one, stream) !== 'unknown'
    return !all.some((one) => isTold(one) && (unknown === 0 || one.is_empty !== 1))
  }
  const unread = new Set(streams.filter(isUnread).map(({ stream }) => stream))
  const lacking = (wanted: readonly MetricStream[]) =>
    all
      .filter((one) => wanted.some((stream) => isAsked(stream, one) && standing(one, stream) !== 'complete'))
      .map(nameOf)
  const watermarks = await readWatermarks({ ask })
  const histories = metric.streams.filter((stream) => stream !== 'tree' && !unread.has(stream))
  const known = histories.map((stream) => {
    const months = all.flatMap((one) => {
      const watermark = isAsked(stream, one) ? watermarkOf(watermarks, one.subject, stream) : null
      return watermark === null ? [] : [{ name: nameOf(one), month: lastKnownMonth(watermark, as_of) }]
    })
    return { stream, months, until: lastToldMonth(months.map(({ month }) => month)) }
  })
  const lagging = known.flatMap(({ months }) =>
    months.filter(({ month }) => month < monthsBefore(as_of_month, 1)).map((one) => one.name),
  )
  // What was read nowhere is said once, not of each repository.
  const incomplete = lacking(metric.streams.filter((stream) => !unread.has(stream)))
  return {
    coverage: { repositories: all.length, streams, missing: lacking(metric.streams) },
    missing: [
      ...(all.length === 0 ? [missing('nothing-collected')] : []),
      ...streams.filter(isUnread).map(({ stream, unknown }) => missing('never-read', [stream], unknown)),
      ...listed('incomplete', incomplete),
      ...listed('known-until', [...new Set(lagging)]),
      ...listed('issues-elsewhere', elsewhere.map(nameOf)),
      ...(await unsaid({ ask }, { metric, isPublic: anonymous_only === 1 })),
    ],
    unread,
    until: new Map(known.flatMap(({ stream, until }) => (until === null ? [] : [[stream, until]]))),
    isUnknown: (streams.length > 0 && streams.every(isUnread)) || (isOnIssuesOnly && elsewhere.length === all.length),
  }
}

/** What registers do not say, and rollups not yet. */
async function unsaid(
  { ask }: Pick<Store, 'ask'>,
  { metric, isPublic }: { readonly metric: Metric; readonly isPublic: boolean },
): Promise<readonly Missing[]> {
  const kept = new Set((await ask(registerSizes, {})).map(({ register }) => register))
  // Whether an internal register is kept is no business of the public.
  const shown = new Set(REGISTERS.filter(({ audience }) => !isPublic || audience === 'public').map(({ id }) => id))
  const absent = (metric.registers ?? []).filter((register) => shown.has(register) && !kept.has(register))
  const [affiliations] = metric.hasGroups === true ? await ask(affiliationLines, {}) : []
  const [stale] = await ask(staleRollups, {})
  return [
    ...listed('register-absent', absent),
    ...(affiliations?.lines === 0 ? [missing('affiliations-absent')] : []),
    ...((stale?.repositories ?? 0) > 0 ? [missing('rollups-stale', [], stale?.repositories)] : []),
  ]
}

function listed(kind: Missing['kind'], names: readonly string[]): readonly Missing[] {
  return names.length === 0 ? [] : [missing(kind, names)]
}

function missing(kind: Missing['kind'], names: readonly string[] = [], count = names.length): Missing {
  return { kind, count, names }
}

function nameOf({ owner, name }: Repository): string {
  return `${owner}/${name}`
}

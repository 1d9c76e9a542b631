import { coverage } from '../queries/coverage.ts'
import { freshness } from '../queries/freshness.ts'
import { gaps } from '../queries/gaps.ts'
import type { RowOf } from '../queries/query.ts'
import { REPOSITORY_STREAMS } from '../reference/streams.ts'
import type { Store } from '../store.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

export type Status = 'complete' | 'partial' | 'unknown'

/** Best status of a stream of a subject, whichever collector read it. */
export type Statuses = ReadonlyMap<string, Status>

export function statusOf(statuses: Statuses, subject: string, stream: string): Status {
  return statuses.get(`${subject} ${stream}`) ?? 'unknown'
}

export async function readStatuses(store: Pick<Store, 'ask'>): Promise<Statuses> {
  const statuses = new Map<string, Status>()
  for (const { subject, stream, status } of await store.ask(coverage, {})) {
    const key = `${subject} ${stream}`
    if (status === 'complete' || (status === 'partial' && statuses.get(key) !== 'complete')) statuses.set(key, status)
  }
  return statuses
}

/** Until when a stream of a subject is known, by the collector that saw it last; none where it was never read to its end. */
export type Watermarks = ReadonlyMap<string, string>

export async function readWatermarks(store: Pick<Store, 'ask'>): Promise<Watermarks> {
  const latest = new Map<string, string>()
  for (const { subject, stream, watermark_at } of await store.ask(coverage, {})) {
    const key = `${subject} ${stream}`
    if (watermark_at !== null && watermark_at > (latest.get(key) ?? '')) latest.set(key, watermark_at)
  }
  return latest
}

export function watermarkOf(watermarks: Watermarks, subject: string, stream: string): string | null {
  return watermarks.get(`${subject} ${stream}`) ?? null
}

/** Coverage, gaps and freshness, counted over the repositories of the file and over nothing else. */
export async function collectionTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
  statuses: Statuses,
): Promise<readonly ExportTable[]> {
  const subjects = new Set([...scope.repositories.values()].map(({ subject }) => subject))
  const seen = (await store.ask(coverage, {})).filter(({ subject }) => subjects.has(subject))
  const streams = REPOSITORY_STREAMS.map((stream) => {
    const rows = seen.filter((row) => row.stream === stream)
    const watermarks = rows.flatMap(({ watermark_at }) => watermark_at ?? []).sort()
    const count = (wanted: Status): number =>
      [...subjects].filter((subject) => statusOf(statuses, subject, stream) === wanted).length
    return {
      collector: [...new Set(rows.map(({ collector }) => collector))].sort().join(', '),
      stream,
      expected: subjects.size,
      complete: count('complete'),
      partial: count('partial'),
      missing: count('unknown'),
      oldest_watermark_at: watermarks[0] ?? null,
      newest_watermark_at: watermarks.at(-1) ?? null,
    }
  })
  const missing = (await store.ask(gaps, {})).filter(({ subject }) => subjects.has(subject))
  return [
    { table: 'coverage', rows: streams },
    { table: 'coverage_gap', rows: countGaps(missing) },
    { table: 'freshness', rows: latest(await store.ask(freshness, {})) },
  ]
}

function countGaps(rows: readonly RowOf<typeof gaps>[]): ExportTable['rows'] {
  const counts = new Map<string, { collector: string; kind: string; reason: string; subjects: number }>()
  for (const { collector, kind, reason } of rows) {
    const key = [collector, kind, reason].join(' ')
    const known = counts.get(key) ?? { collector, kind, reason, subjects: 0 }
    counts.set(key, { ...known, subjects: known.subjects + 1 })
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** A scope may be the path of a clone or the name of something private: only the newest run of each collector is told. */
function latest(rows: readonly RowOf<typeof freshness>[]): ExportTable['rows'] {
  const byCollector = new Map<string, RowOf<typeof freshness>>()
  for (const row of rows) {
    const known = byCollector.get(row.collector)
    const complete = [known?.last_complete_at, row.last_complete_at].flatMap((at) => at ?? []).sort()
    const newest = known !== undefined && known.last_started_at >= row.last_started_at ? known : row
    byCollector.set(row.collector, { ...newest, last_complete_at: complete.at(-1) ?? null })
  }
  return [...byCollector.values()].map(({ scope: _untold, ...row }) => row)
}

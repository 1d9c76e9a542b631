import { readStatuses, statusOf } from '../export/collection.ts'
import { REGISTERS } from '../model/registers/registry.ts'
import { freshness } from '../queries/freshness.ts'
import { gaps } from '../queries/gaps.ts'
import { metricRepositories, registerSizes } from '../queries/metrics/reading.ts'
import { REPOSITORY_STREAMS } from '../reference/streams.ts'
import type { Store } from '../store.ts'

/** Registers without which the board says less. */
const BOARD_REGISTERS = ['adopters', 'fallbacks', 'decisions', 'services'] as const

/** How whole the data is that everything above was read from. */
export interface ReportQuality {
  /** Repositories, and of how many of them each thing was read. */
  readonly repositories: number
  readonly streams: readonly {
    readonly stream: (typeof REPOSITORY_STREAMS)[number]
    readonly complete: number
    readonly partial: number
    readonly unknown: number
  }[]
  /** Collections whose last run did not end whole. */
  readonly failed: readonly {
    readonly collector: string
    readonly scope: string
    readonly status: string
    readonly lastCompleteAt: string | null
  }[]
  /** What was asked and could not be learnt, by kind and reason, the most first. */
  readonly gaps: readonly { readonly kind: string; readonly reason: string; readonly count: number }[]
  /** Lines of the registers that the board asks; null for one that is not kept. */
  readonly registers: readonly { readonly id: string; readonly lines: number | null }[]
  /** The last judgement by the rules; null before the first. */
  readonly judgedAt: string | null
}

export async function readQuality(
  store: Pick<Store, 'ask'>,
  { judgedAt }: { readonly judgedAt: readonly string[] },
): Promise<ReportQuality> {
  const all = await store.ask(metricRepositories, { owner: '', name: '', anonymous_only: 0 })
  const statuses = await readStatuses(store)
  const kept = new Map((await store.ask(registerSizes, {})).map(({ register, lines }) => [register, lines]))
  const missing = Map.groupBy(await store.ask(gaps, {}), ({ kind, reason }) => `${kind} ${reason}`)
  // Files may come from a checkout as well, which no stream of the host tells of.
  const standing = ({ subject, has_files }: (typeof all)[number], stream: string) =>
    stream === 'tree' && has_files === 1 ? 'complete' : statusOf(statuses, subject, stream)
  return {
    repositories: all.length,
    streams: REPOSITORY_STREAMS.map((stream) => {
      const count = (wanted: string) => all.filter((one) => standing(one, stream) === wanted).length
      return { stream, complete: count('complete'), partial: count('partial'), unknown: count('unknown') }
    }),
    failed: (await store.ask(freshness, {}))
      .filter(({ last_status }) => last_status !== 'complete' && last_status !== 'skipped')
      .map((row) => ({
        ...{ collector: row.collector, scope: row.scope, status: row.last_status },
        lastCompleteAt: row.last_complete_at,
      })),
    gaps: [...missing.values()]
      .flatMap((own) => own.slice(0, 1).map(({ kind, reason }) => ({ kind, reason, count: own.length })))
      .sort((a, b) => b.count - a.count),
    registers: REGISTERS.filter(({ id }) => BOARD_REGISTERS.some((one) => one === id)).map(({ id }) => {
      return { id, lines: kept.get(id) ?? null }
    }),
    judgedAt: judgedAt.at(-1) ?? null,
  }
}

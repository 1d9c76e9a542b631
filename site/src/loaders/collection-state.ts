import { daysBetween } from '#data/model/instant.ts'
import type { Text } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteLastProblems, siteLastRuns, siteRegisters } from '#data/queries/site/desk.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { sourceFamily } from './source-family.ts'

export interface KeptRegister {
  readonly id: string
  readonly title: Text
  readonly isKept: boolean
  readonly lines: number
  readonly newestDay: string | null
  readonly readAt: string | null
  readonly mistakes: number
}

/** Sources that were last read alike: by one collector, with one outcome, on one day. */
export interface ReadSource {
  /** Id of the collector; of all that reads registers, `registers`. */
  readonly collector: string
  readonly scopes: readonly string[]
  readonly status: string
  /** Instant at which the first of them ended. */
  readonly endedAt: string | null
  readonly ageDays: number | null
  readonly read: number
  readonly problems: number
}

/** How the last collections ended, and how old what people keep by hand is. */
export interface CollectionState extends Dated {
  /** What did not end well comes first. */
  readonly sources: readonly ReadSource[]
  readonly runs: number
  readonly problems: readonly RowOf<typeof siteLastProblems>[]
  readonly registers: readonly KeptRegister[]
  /** Runs that did not read all they were to. */
  readonly incomplete: number
}

export async function loadCollectionState(store: Asked, register: Register): Promise<CollectionState> {
  const runs = await store.ask(siteLastRuns, {})
  return {
    asOf: register.asOf,
    coverage: register.trees,
    runs: runs.length,
    sources: sourcesOf(runs, register.asOf),
    incomplete: runs.filter(({ status }) => status !== 'complete').length,
    problems: await store.ask(siteLastProblems, {}),
    registers: (await store.ask(siteRegisters, {})).map((row) => ({
      ...{
        id: row.register,
        title: { fr: row.title_fr, en: row.title_en },
        isKept: row.is_kept === 1,
        lines: row.lines,
      },
      ...{ newestDay: row.newest_day, readAt: row.read_at?.slice(0, 10) ?? null, mistakes: row.mistakes },
    })),
  }
}

type Run = RowOf<typeof siteLastRuns>

function sourcesOf(runs: readonly Run[], asOf: string): readonly ReadSource[] {
  const alike = Map.groupBy(runs, ({ collector, status, ended_at }) =>
    [sourceFamily(collector), status, ended_at?.slice(0, 10)].join(' '),
  )
  return [...alike.values()]
    .flatMap((own) => sourceOf(own, asOf))
    .toSorted((a, b) => Number(a.status === 'complete') - Number(b.status === 'complete'))
}

function sourceOf(runs: readonly Run[], asOf: string): readonly ReadSource[] {
  const [first] = runs
  if (first === undefined) return []
  const endedAt = runs.flatMap(({ ended_at }) => ended_at ?? []).toSorted()[0] ?? null
  const sum = (numberOf: (run: Run) => number) => runs.reduce((total, run) => total + numberOf(run), 0)
  return [
    {
      ...{
        collector: sourceFamily(first.collector),
        scopes: runs.map(({ scope }) => scope),
        status: first.status,
        endedAt,
      },
      ageDays: endedAt === null ? null : daysBetween(endedAt.slice(0, 10), asOf),
      ...{ read: sum(({ read }) => read), problems: sum(({ problems }) => problems) },
    },
  ]
}

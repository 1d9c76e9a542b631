import { daysBetween } from '#data/model/instant.ts'
import type { Text } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteLastProblems, siteLastRuns, siteRegisters } from '#data/queries/site/desk.ts'
import type { Asked, Dated, Register } from './reading.ts'

export interface KeptRegister {
  readonly id: string
  readonly title: Text
  readonly isKept: boolean
  readonly lines: number
  readonly newestDay: string | null
  readonly readAt: string | null
  readonly mistakes: number
}

/** How the last collections ended, and how old what people keep by hand is. */
export interface CollectionState extends Dated {
  readonly runs: readonly (RowOf<typeof siteLastRuns> & { readonly ageDays: number | null })[]
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
    runs: runs.map((run) => ({
      ...run,
      ageDays: run.ended_at === null ? null : daysBetween(run.ended_at.slice(0, 10), register.asOf),
    })),
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

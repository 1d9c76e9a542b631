import { type LintPackRow, siteLintPacks } from '#data/queries/site/conformity.ts'
import {
  type CoverageRow,
  type FreshnessRow,
  type GapRow,
  siteCoverage,
  siteFreshness,
  siteGaps,
} from '#data/queries/site/coverage.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { sourceFamily } from './source-family.ts'

/** What was looked at, what is missing and why. */
export interface Quality extends Dated {
  readonly streams: readonly CoverageRow[]
  readonly gaps: readonly GapRow[]
  readonly runs: readonly FreshnessRow[]
  readonly packs: readonly LintPackRow[]
}

export async function loadQuality(store: Asked, register: Register): Promise<Quality> {
  return {
    asOf: register.asOf,
    coverage: register.trees,
    streams: await store.ask(siteCoverage, {}),
    gaps: await store.ask(siteGaps, {}),
    runs: runsOf(await store.ask(siteFreshness, {})),
    packs: await store.ask(siteLintPacks, {}),
  }
}

/** One line for all that was read alike, by sources of one family. */
function runsOf(rows: readonly FreshnessRow[]): readonly FreshnessRow[] {
  const days = (row: FreshnessRow) => [row.last_ended_at, row.last_complete_at].map((at) => at?.slice(0, 10))
  const families = rows.map((row) => ({ ...row, collector: sourceFamily(row.collector) }))
  return [...Map.groupBy(families, (row) => [row.collector, row.last_status, ...days(row)].join(' ')).values()].flatMap(
    ([first]) => first ?? [],
  )
}

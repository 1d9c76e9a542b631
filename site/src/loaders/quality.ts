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
    runs: await store.ask(siteFreshness, {}),
    packs: await store.ask(siteLintPacks, {}),
  }
}

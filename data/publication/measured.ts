import { monthOf, monthsBefore } from '../months.ts'
import { openTables } from '../open-data/open-tables.ts'
import { siteCoverage } from '../queries/site/coverage.ts'
import { siteMeta } from '../queries/site/meta.ts'
import { publishedFigures, publishedNames, publishedSeries } from '../queries/site/published.ts'
import type { Store } from '../store.ts'

/** What a publication said in numbers and names, kept to compare the next one with. */
export interface Measured {
  /** Day of the data, YYYY-MM-DD. */
  readonly asOf: string
  /** Share of the repositories that each stream was read to the end of, 0 to 1. A stream nobody reads is not in it. */
  readonly coverage: Readonly<Record<string, number>>
  readonly figures: Readonly<Record<string, number>>
  /** Sums over the last twelve months that are over. */
  readonly series: Readonly<Record<string, number>>
  /** By what they are names of. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Columns of each published table. */
  readonly tables: Readonly<Record<string, readonly string[]>>
}

/** Reads an export for the public. */
export async function measure(store: Pick<Store, 'ask'>): Promise<Measured> {
  const meta = new Map((await store.ask(siteMeta, {})).map(({ key, value }) => [key, value]))
  const asOf = (meta.get('as_of') ?? '').slice(0, 10)
  const read = (await store.ask(siteCoverage, {})).filter(({ complete, partial }) => complete + partial > 0)
  const names = Map.groupBy(await store.ask(publishedNames, {}), ({ kind }) => kind)
  const last = monthsBefore(monthOf(asOf), 1)
  const year = { from_month: monthsBefore(last, 11), to_month: last }
  return {
    asOf,
    coverage: Object.fromEntries(read.map(({ stream, complete, expected }) => [stream, complete / expected])),
    figures: valuesOf(await store.ask(publishedFigures, year)),
    series: valuesOf(await store.ask(publishedSeries, year)),
    names: Object.fromEntries([...names].map(([kind, rows]) => [kind, rows.map(({ name }) => name)])),
    tables: Object.fromEntries(openTables().map(({ name, fields }) => [name, fields.map((field) => field.name)])),
  }
}

function valuesOf(rows: readonly { readonly id: string; readonly value: number }[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map(({ id, value }) => [id, value]))
}

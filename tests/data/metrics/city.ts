import { answerMetric, answerRows, type MetricAsked, type MetricSource } from '#data/metrics/answer.ts'
import type { Finished } from '#data/model/collection.ts'
import type { PersonRef, Record } from '#data/model/records.ts'
import type { Affiliation } from '#data/model/vocabulary.ts'
import type { MetricRow } from '#data/queries/metrics/metric.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import type { Store } from '#data/store.ts'
import { AT, organisation, person, repository, SERVER, save } from '../world.ts'

/** Helpers of the tests of figures: an invented city whose every figure was worked out by hand. */

const STREAMS = ['change-requests', 'issues', 'commits', 'tree']

/** What a collection says that read all of these repositories. */
export function readWhole(...repositories: readonly number[]): readonly Finished[] {
  return repositories.flatMap((number) =>
    STREAMS.map((stream) => ({ subject: `${SERVER}/${number}`, stream, watermark: AT })),
  )
}

/** Saves records of repositories that were read to the end. */
export async function saveCity(store: Store, records: readonly Record[], repositories = [1]): Promise<void> {
  const known = repositories.map((number) => repository(number))
  const given = new Set(records.flatMap((one) => (one.type === 'repository' ? [one.hostId] : [])))
  await save(store, [organisation(), ...known.filter(({ hostId }) => !given.has(hostId)), ...records], {
    finished: readWhole(...repositories),
  })
}

/** A register that says of each person, for ever, where they stand. */
export function standings(of: Readonly<globalThis.Record<number, Affiliation>>): Record {
  return {
    type: 'affiliation',
    register: 'affiliations.yaml',
    lines: Object.entries(of).map(([number, affiliation]) => ({
      ...{ person: person(Number(number)), affiliation, from: null, until: null },
    })),
  }
}

/** Lines of a register that people keep. */
export function registerOf(register: string, lines: readonly object[]): Record {
  return {
    ...{ type: 'register', register },
    entries: lines.map((value, index) => ({
      ...{ key: JSON.stringify([index]), position: index + 1, line: index + 1, value: JSON.stringify(value) },
    })),
  }
}

export function bot(number: number): PersonRef {
  return person(number, { kind: 'bot' })
}

/** An answer of the metric of that id, to the officer unless told. */
export async function ask(source: MetricSource, id: string, asked: Partial<MetricAsked> = {}) {
  const metric = METRICS.find((one) => one.id === id)
  if (metric === undefined) throw new Error(`There is no metric ${id}.`)
  return answerMetric(source, metric, { audience: 'internal', ...asked })
}

/** The cases behind the metric of that id, each as the cells of these columns. */
export async function cases(
  source: MetricSource,
  id: string,
  { columns, asked = {} }: { columns: readonly string[]; asked?: Partial<MetricAsked> },
): Promise<readonly (readonly unknown[])[]> {
  const metric = METRICS.find((one) => one.id === id)
  if (metric === undefined) throw new Error(`There is no metric ${id}.`)
  const { rows } = await answerRows(source, metric, asked)
  return rows.map((row) => columns.map((column) => row.withheld[column] ?? row.cells[column]))
}

/** The cells of the rows that are told, in the order of these columns. */
export async function cells(
  source: MetricSource,
  id: string,
  { columns, where = {}, asked = {} }: { columns: readonly string[]; where?: MetricRow; asked?: Partial<MetricAsked> },
): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await ask(source, id, asked)
  return rows
    .filter((row) => Object.entries(where).every(([column, value]) => row.cells[column] === value))
    .map((row) => columns.map((column) => row.withheld[column] ?? row.cells[column]))
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerMetric, answerRows, type MetricAnswer, type MetricSource } from '#data/metrics/answer.ts'
import type { Record } from '#data/model/records.ts'
import type { Metric, MetricStream } from '#data/queries/metrics/metric.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import type { Store } from '#data/store.ts'
import {
  changeRequest,
  commit,
  folder,
  issue,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from '../world.ts'
import { bot, registerOf } from './city.ts'

/**
 * One city, looked at whole, without each of the things that are read, and without each of the registers: what is told of
 * the whole city and is nought without one of them is a lie.
 */
const files = folder()
const STREAMS = ['change-requests', 'issues', 'commits', 'tree'] as const
const REGISTERS: Readonly<globalThis.Record<string, readonly object[]>> = {
  adopters: [{ organisation: 'Ville sœur', component: 'greffon-1', state: 'in-service', type: 'city', country: 'FR' }],
  requests: [{ id: 'd-1', organisation: 'Ville sœur', received: '2026-09-03', received_at: '2026-09-03' }],
  events: [{ id: 'e-1', start: '2026-09-03T10:00:00Z' }],
  'translation-days': [{ id: 't-1', date: '2026-09-03' }],
  fallbacks: [{ brick: 'pkg:maven/org.exemple/carte', alternative: 'une autre' }],
}

const repeated = <Told>(make: (number: number) => Told) => Array.from({ length: 12 }, (_, index) => make(index + 1))

/** A year ago, and now, so that people come back, and are new. */
const days = ['2025-09-05T10:00:00Z', '2026-09-05T10:00:00Z'] as const

const RECORDS: Readonly<globalThis.Record<MetricStream, readonly Record[]>> = {
  'change-requests': days.flatMap((createdAt, year) => [
    ...repeated((number) =>
      changeRequest(100 * year + number, {
        ...{ createdAt, author: person(10 + number), state: 'merged', mergedAt: createdAt, closedAt: createdAt },
        ...{
          mergedBy: person(2),
          firstResponseAt: createdAt,
          files: [{ path: 'src/texts_fr.properties', additions: 1, deletions: 0 }],
        },
      }),
    ),
    changeRequest(100 * year + 50, { createdAt, state: 'closed', closedAt: createdAt }),
    changeRequest(100 * year + 51, { createdAt, author: bot(5), state: 'merged', mergedAt: createdAt }),
    changeRequest(100 * year + 52, { createdAt }),
  ]),
  issues: days.flatMap((createdAt, year) =>
    repeated((number) =>
      issue(100 * year + number, { createdAt, author: person(40 + number), state: 'closed', closedAt: createdAt }),
    ),
  ),
  commits: days.flatMap((committedAt, year) => [
    ...repeated((number) => commit(`${year} ${number}`, { committedAt, author: person(70 + number) })),
    commit(`taken over ${year}`, { committedAt: '2026-09-20T10:00:00Z', mentions: [100 * year + 50] }),
  ]),
  tree: [],
}

async function cityWithout(lacking: string): Promise<Store> {
  const store = await openForWriting(files.path(`without-${lacking}.sqlite`))
  const read = STREAMS.filter((stream) => stream !== lacking)
  const kept = Object.entries(REGISTERS).filter(([id]) => id !== lacking)
  await save(
    store,
    [
      ...[organisation(), repository(1), ...read.flatMap((stream) => RECORDS[stream])],
      ...kept.map(([id, lines]) => registerOf(id, lines)),
    ],
    { finished: read.map((stream) => ({ subject: `${SERVER}/1`, stream, watermark: days[1] })) },
  )
  return store
}

const cities = new Map<string, Store>()
beforeAll(async () => {
  for (const lacking of ['nothing', ...STREAMS, ...Object.keys(REGISTERS)])
    cities.set(lacking, await cityWithout(lacking))
})
afterAll(() => {
  for (const store of cities.values()) store.close()
  files.clear()
})

/** The inventory as files and registers of that city would give it. */
function sourceOf(lacking: string): MetricSource {
  const store = cities.get(lacking)
  if (store === undefined) throw new Error(`There is no city without ${lacking}.`)
  const registers = new Set(Object.keys(REGISTERS).filter((id) => id !== lacking))
  const plan = { environment: null, alternative: 'une autre', effort: null, risk: null, owner: null, review: null }
  const brick = {
    ...{ brick: 'pkg:maven/org.exemple/carte', title: null, versions: [], scopes: ['runtime' as const], licenses: [] },
    ...{ upkeep: null, assemblies: [], usedBy: ['ville-inventee/greffon-1'], environments: [] },
    planB: registers.has('fallbacks') ? [{ ...plan, isOverdue: true }] : null,
    isGap: registers.has('fallbacks') ? false : null,
  }
  const bricks = lacking === 'tree' ? [] : [brick, { ...brick, brick: 'pkg:maven/org.exemple/horloge' }]
  return {
    ask: store.ask,
    inventory: async () => ({ components: [], bricks, migrations: [], translations: [], registers }),
  }
}

const ask = (metric: Metric, lacking: string) => answerMetric(sourceOf(lacking), metric, { audience: 'internal' })
const askRows = (metric: Metric, lacking: string) => answerRows(sourceOf(lacking), metric, {})

/** Cells that are more than nought in the whole city and nought in the other, by the words of their row. */
function lies(whole: MetricAnswer, other: MetricAnswer): readonly string[] {
  const wordsOf = ({ cells }: MetricAnswer['rows'][number]) =>
    JSON.stringify(
      whole.columns.filter((one) => typeof cells[one] === 'string' || one === 'period').map((one) => cells[one]),
    )
  const told = new Map(other.rows.map((row) => [wordsOf(row), row.cells]))
  return whole.rows.flatMap((row) =>
    whole.columns
      .filter(
        (column) => column !== 'period' && Number(row.cells[column]) > 0 && told.get(wordsOf(row))?.[column] === 0,
      )
      .map((column) => `${wordsOf(row)} ${column}`),
  )
}

const ASKED = METRICS.flatMap((metric) => [
  ...metric.streams.map((stream) => ({ id: metric.id, lacking: stream as string, kind: 'never-read', metric })),
  ...(metric.registers ?? []).map((id) => ({ id: metric.id, lacking: id, kind: 'register-absent', metric })),
])

describe('what was read nowhere, or is kept in no register', () => {
  it('is asked of every register and stream that a figure names', () => {
    const named = new Set(ASKED.map(({ lacking }) => lacking))
    expect([...named].sort()).toEqual([...STREAMS, ...Object.keys(REGISTERS)].sort())
  })

  it.each(ASKED)('$id says that $lacking is lacking, and tells no nought of it', async ({ metric, lacking, kind }) => {
    const [whole, other] = [await ask(metric, 'nothing'), await ask(metric, lacking)]
    expect(other.missing).toContainEqual(expect.objectContaining({ kind, names: expect.arrayContaining([lacking]) }))
    expect(lies(whole, other)).toEqual([])
  })

  it.each(ASKED)('$id tells no nought in its cases without $lacking', async ({ metric, lacking }) => {
    const [whole, other] = [await askRows(metric, 'nothing'), await askRows(metric, lacking)]
    expect(lies(whole, other)).toEqual([])
  })

  it('is not known of a figure that rests on it alone', async () => {
    const nothing = METRICS.filter(({ streams }) => streams.length === 1)
    for (const metric of nothing) expect((await ask(metric, metric.streams[0] ?? '')).rows, metric.id).toEqual([])
  })

  it('is null beside what is known: bricks without a register of plans B', async () => {
    const metric = METRICS.find(({ id }) => id === 'fallbacks')
    if (metric === undefined) throw new Error('There is no such metric.')
    expect((await ask(metric, 'nothing')).rows[0]?.cells).toEqual({ bricks: 2, planned: 2, gaps: 0, overdue: 2 })
    expect((await ask(metric, 'fallbacks')).rows[0]?.cells).toEqual({
      ...{ bricks: 2, planned: null, gaps: null, overdue: null },
    })
  })
})

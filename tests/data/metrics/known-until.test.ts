import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figureTables } from '#data/export/figures.ts'
import { answerMetric, type MetricAsked } from '#data/metrics/answer.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import type { Store } from '#data/store.ts'
import { AT, commit, folder, openForWriting, organisation, person, repository, SERVER, save } from '../world.ts'

/** Twelve people work in every repository in every month of two years; the data are of 20 November 2026. */
const MONTHS = Array.from({ length: 24 }, (_, index) => [2025 + Math.floor(index / 12), (index % 12) + 1] as const)
const days = MONTHS.map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-05T10:00:00Z`).filter(
  (day) => day < AT,
)
const WATERMARKS = { 1: AT, 2: '2026-06-30T10:00:00Z', 3: '2026-04-20T10:00:00Z', 4: '2026-04-20T10:00:00Z' }

const files = folder()
const stores = new Map<string, Store>()

async function city(known: Readonly<Record<number, string>>): Promise<Store> {
  const store = await openForWriting(files.path(`${stores.size}.sqlite`))
  const numbers = Object.keys(known).map(Number)
  const work = numbers.flatMap((of) =>
    days
      .filter((day) => day <= (known[of] ?? ''))
      .flatMap((committedAt) =>
        Array.from({ length: 12 }, (_, index) =>
          commit(`${of} ${committedAt} ${index}`, { of, committedAt, author: person(70 + index) }),
        ),
      ),
  )
  await save(store, [organisation(), ...numbers.map((number) => repository(number)), ...work], {
    finished: numbers.map((of) => ({ subject: `${SERVER}/${of}`, stream: 'commits', watermark: known[of] ?? '' })),
  })
  return store
}

beforeAll(async () => {
  stores.set('half', await city(WATERMARKS))
  stores.set('stale', await city({ 1: '2025-03-10T10:00:00Z' }))
})
afterAll(() => {
  for (const store of stores.values()) store.close()
  files.clear()
})

function ask(of: string, id: string, asked: Partial<MetricAsked> = {}) {
  const [store, metric] = [stores.get(of), METRICS.find((one) => one.id === id)]
  if (store === undefined || metric === undefined) throw new Error(`There is no ${of} or ${id}.`)
  return answerMetric({ ask: store.ask }, metric, { audience: 'internal', ...asked })
}

const WHOLE = { from: 202601, to: 202610, grains: ['month', 'quarter', 'year'] } as const

describe('months that come after what is known', () => {
  it('are not known, and not nought, from the first that more than half of the repositories do not tell', async () => {
    const { rows, missing } = await ask('half', 'commits', WHOLE)
    const of = (grain: string) =>
      rows.flatMap(({ cells }) => (cells.grain === grain ? [[cells.period, cells.commits]] : []))
    expect(of('month')).toEqual([
      ...[
        [202601, 48],
        [202602, 48],
        [202603, 48],
        [202604, 48],
        [202605, 24],
      ],
      ...[202606, 202607, 202608, 202609, 202610].map((month) => [month, null]),
    ])
    expect(of('quarter')).toEqual([
      [20261, 144],
      [20262, null],
      [20263, null],
      [20264, null],
    ])
    expect(of('year')).toEqual([[2026, null]])
    expect(missing).toContainEqual({
      kind: 'known-until',
      count: 3,
      names: expect.arrayContaining(['ville-inventee/greffon-2']),
    })
  })

  it('are left alone where nobody asks for them: twelve months are the last twelve that are known', async () => {
    const { period, rows } = await ask('half', 'commits', { grains: ['span'] })
    expect(period).toEqual({ from: 202506, to: 202605 })
    expect(rows.map(({ cells }) => cells.commits)).toEqual([11 * 48 + 24])
  })

  it('keep a figure of people as of the last day that is known', async () => {
    const { asOf, period, rows } = await ask('half', 'absence-factor')
    expect({ asOf, period }).toEqual({ asOf: '2026-05-31T23:59:59Z', period: { from: 202506, to: 202605 } })
    expect(rows.map(({ cells }) => cells.contributions)).toEqual([11 * 48 + 24])
  })

  it('leave nothing to tell of a period that lies after all of it', async () => {
    expect((await ask('stale', 'absence-factor', { from: 202601, to: 202610 })).rows).toEqual([])
    const { rows } = await ask('stale', 'commits', WHOLE)
    expect(new Set(rows.map(({ cells }) => cells.commits))).toEqual(new Set([null]))
  })

  it('are marked as not known in the file of the site', async () => {
    const store = stores.get('half')
    if (store === undefined) throw new Error('There is no such city.')
    const scope = { profile: 'public', asOf: AT, repositories: new Map() } as const
    const tables = await figureTables(store, scope, { owners: [] })
    const values = tables.find(({ table }) => table === 'metric_value')?.rows ?? []
    const told = values.filter(
      ({ answer, measure, grain }) => answer === 'commits' && measure === 'commits' && grain === 'month',
    )
    const late = told.filter(({ period }) => Number(period) > 202605)
    expect(late.map(({ value, is_unknown }) => [value, is_unknown])).toEqual(late.map(() => [null, 1]))
    expect(late).toHaveLength(5)
  })
})

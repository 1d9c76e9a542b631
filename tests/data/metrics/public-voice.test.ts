import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerMetric, answerRows } from '#data/metrics/answer.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import type { Store } from '#data/store.ts'
import { changeRequest, commit, folder, openForWriting, person, repository } from '../world.ts'
import { ask, cells, saveCity, standings } from './city.ts'

const files = folder()
const merged = (at: string) => ({ state: 'merged', mergedAt: at, closedAt: at }) as const
const closed = (at: string) => ({ state: 'closed', closedAt: at }) as const

/** So many people open a change request in that month, each one. */
const opened = (month: string, people: readonly number[], more: Parameters<typeof changeRequest>[1] = {}) =>
  people.map((number) =>
    changeRequest(Number(`${month.replace('-', '')}${number}`), {
      ...{ author: person(number), createdAt: `${month}-05T10:00:00Z`, ...more },
    }),
  )

const OUTSIDERS = [11, 12, 13, 14, 15, 16, 17, 18]
const STAFF = [31, 32, 33, 34, 35, 36]

let store: Store
beforeAll(async () => {
  store = await openForWriting(files.path('public.sqlite'))
  await saveCity(
    store,
    [
      standings(
        Object.fromEntries([
          ...OUTSIDERS.map((number) => [number, 'individual'] as const),
          ...STAFF.map((number) => [number, 'staff'] as const),
        ]),
      ),
      repository(2, { readability: 'restricted', name: 'canary' }),
      // January: eight outside and six of staff; February: two outside, which is fewer than five, and six of staff.
      ...opened('2026-01', OUTSIDERS),
      ...opened('2026-01', STAFF),
      ...opened('2026-02', [11, 12]),
      ...opened('2026-02', STAFF),
      // Only members can read this one.
      ...opened('2026-03', OUTSIDERS, { of: 2 }),
    ],
    [1, 2],
  )
})
afterAll(() => {
  store.close()
  files.clear()
})

const monthly = { grain: 'month' }

describe('the public', () => {
  it('sees no cell that fewer than five people stand behind, and none that would tell it by subtraction', async () => {
    const columns = ['author_group', 'opened']
    const of = async (where: object) =>
      cells(store, 'change-requests', { columns, where: { ...where }, asked: { audience: 'public' } })
    // Two outside are too few. Pooled over the quarter they are enough, so January must not be told beside it; nor
    // those of staff in January, whom everybody less outside would be.
    expect(await of({ ...monthly, period: 202601 })).toEqual([
      ['all', 14],
      ['inside', 'few-persons'],
      ['outside', 'few-persons'],
    ])
    expect(await of({ ...monthly, period: 202602 })).toContainEqual(['outside', 'few-persons'])
    expect(await of({ grain: 'quarter', period: 20261 })).toContainEqual(['outside', 10])
    expect(await of({ grain: 'year', period: 2026 })).toContainEqual(['inside', 12])
    const officer = await cells(store, 'change-requests', { columns, where: { ...monthly, period: 202602 } })
    expect(officer).toContainEqual(['outside', 2])
  })

  it('sees nothing of what only some can read: no count, no name', async () => {
    const answer = await ask(store, 'change-requests', { audience: 'public' })
    const march = answer.rows.filter(({ cells: { grain, period } }) => grain === 'month' && period === 202603)
    expect(march.map(({ cells: { opened: count } }) => count)).toEqual([0, 0, 0])
    expect(answer.coverage.repositories).toBe(1)
    const { metric: _about, ...told } = answer
    expect(JSON.stringify(told)).not.toContain('canary')
  })

  it('is not told of a part of the portfolio, of a period of choice, or of an internal figure', async () => {
    const [changeRequests] = METRICS
    const internal = METRICS.find(({ id }) => id === 'fallbacks')
    if (changeRequests === undefined || internal === undefined) throw new Error('a metric is gone')
    const audience = 'public'
    await expect(answerMetric(store, changeRequests, { audience, owner: 'ville-inventee' })).rejects.toThrow(
      /portfolio/,
    )
    await expect(answerMetric(store, changeRequests, { audience, from: 202602 })).rejects.toThrow(/one period/)
    await expect(answerMetric(store, internal, { audience })).rejects.toThrow(/internal/)
  })

  it('sees no stock beside flows, no group of a ratio, no column that is internal', async () => {
    expect((await ask(store, 'change-requests', { audience: 'public' })).columns).not.toContain('open')
    const closure = await ask(store, 'change-request-closure', { audience: 'public' })
    expect(closure.columns).toEqual(['grain', 'period', 'author_group', 'closure_ratio'])
    expect(new Set(closure.rows.map(({ cells: { grain, author_group } }) => `${grain} ${author_group}`))).toEqual(
      new Set(['year all']),
    )
    const backlog = await ask(store, 'change-request-backlog', { audience: 'public' })
    expect(backlog.rows.map(({ cells: { author_group, age_band } }) => [author_group, age_band])).toEqual([
      ['all', 'any-age'],
    ])
    for (const metric of METRICS) {
      const told = metric.columns.filter((column) => metric.rules?.[column]?.audience !== 'internal')
      expect(told.length, metric.id).toBeGreaterThan(0)
    }
  })

  it('is not told of requests, nor counts adopters that nobody confirmed for long', async () => {
    const whats = async (audience: 'public' | 'internal') =>
      (await cells(store, 'communities', { columns: ['what'], asked: { audience } })).flat()
    expect(await whats('internal')).toEqual(expect.arrayContaining(['requests-received', 'adopters-known']))
    expect(await whats('public')).not.toContain('requests-received')
    expect(await whats('public')).not.toContain('adopters-known')
    const { missing } = await ask(store, 'communities', { audience: 'public' })
    expect(missing.find(({ kind }) => kind === 'register-absent')?.names).toEqual([
      'events',
      'adopters',
      'translation-days',
    ])
  })

  it('sees no refusal while more than a tenth has an unknown fate', async () => {
    const own = await openForWriting(files.path('refusals.sqlite'))
    const end = '2026-02-01T10:00:00Z'
    // Ten that nobody answered, and two that were answered and closed without a word on why.
    const known = opened('2026-01', [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], closed(end))
    const answered = { firstResponseAt: '2026-01-06T10:00:00Z', firstResponder: person(50) }
    const unknown = opened('2026-01', [21, 22], { ...closed(end), ...answered })
    await saveCity(own, [...known, ...unknown])
    const columns = ['reason', 'change_requests']
    const of = (audience: 'public' | 'internal') =>
      cells(own, 'refusals', { columns, where: { author_group: 'all', reason: 'unanswered' }, asked: { audience } })
    expect(await of('internal')).toEqual([['unanswered', 10]])
    expect(await of('public')).toEqual([['unanswered', 'unknown-too-high']])
    await saveCity(own, opened('2026-01', [41, 42, 43, 44, 45, 46, 47], closed(end)))
    expect(await of('public')).toEqual([['unanswered', 'unknown-too-high']])
    expect(await of('internal')).toEqual([['unanswered', 17]])
    await saveCity(own, opened('2026-01', [61], closed(end)))
    // Two of twenty are a tenth, which is not more than one.
    expect(await of('public')).toEqual([['unanswered', 18]])
    own.close()
  })
})

describe('what tells of the work of few', () => {
  const answeredBy = (responders: readonly number[], of = 1) =>
    Array.from({ length: 10 }, (_, index) =>
      changeRequest(index + 1 + of * 100, {
        ...{
          of,
          author: person(100 + index),
          createdAt: '2026-05-04T10:00:00Z',
          firstResponseAt: '2026-05-05T10:00:00Z',
        },
        firstResponder: person(responders[index % responders.length] ?? 0),
        ...merged('2026-05-06T10:00:00Z'),
        mergedBy: person(responders[index % responders.length] ?? 0),
      }),
    )

  it('needs five people on the side that is measured, else it is told of the whole portfolio alone', async () => {
    const own = await openForWriting(files.path('work.sqlite'))
    await saveCity(own, [...answeredBy([50, 51, 52, 53]), ...answeredBy([50, 51, 52, 53, 54], 2)], [1, 2])
    const where = { author_group: 'all', grain: 'span' }
    const columns = ['median_working_days', 'median_days']
    const of = (asked: object) => cells(own, 'first-response', { columns, where, asked })
    expect(await of({})).toEqual([[1, 1]])
    const one = { owner: 'ville-inventee', name: 'greffon-1' }
    expect(await of(one)).toEqual([['few-persons', 'few-persons']])
    expect(await of({ ...one, name: 'greffon-2' })).toEqual([[1, 1]])
    const merge = { columns: ['median_days'], where, asked: one }
    expect(await cells(own, 'time-to-merge', merge)).toEqual([['few-persons']])

    // The cases behind it lose their place where fewer than five answer; alone, they are not told at all.
    const metric = METRICS.find(({ id }) => id === 'first-response')
    if (metric === undefined) throw new Error('the metric is gone')
    const rows = (await answerRows(own, metric, {}))?.rows ?? []
    expect(rows.map(({ cells: { repository: name } }) => name).sort()).toEqual([
      ...Array.from({ length: 10 }, () => null),
      ...Array.from({ length: 10 }, () => 'ville-inventee/greffon-2'),
    ])
    const alone = (await answerRows(own, metric, one))?.rows ?? []
    expect(alone.map(({ withheld }) => withheld.working_days)).toEqual(Array.from({ length: 10 }, () => 'few-persons'))
    own.close()
  })

  it('never shows a person among the cases, not even a number', async () => {
    for (const { id, behind } of METRICS) {
      const columns: readonly string[] = behind?.columns ?? []
      expect(
        columns.filter((column) => /person$|author$|login|responder$|merger/.test(column)),
        id,
      ).toEqual([])
    }
    const absence = METRICS.find(({ id }) => id === 'absence-factor')
    if (absence === undefined) throw new Error('the metric is gone')
    const own = await openForWriting(files.path('cases.sqlite'))
    const at = { committedAt: '2026-05-05T10:00:00Z' }
    await saveCity(
      own,
      [1, 2, 3].map((number) => commit(`of ${number}`, { author: person(number), ...at })),
    )
    const cases = (await answerRows(own, absence, {}))?.rows
    expect(cases?.map(({ withheld }) => withheld)).toEqual([
      { contributors: 'few-persons', contributions: 'few-persons' },
    ])
    own.close()
  })

  it('never sets an inferred reason beside one change request', () => {
    for (const { id, behind } of METRICS) {
      const columns: readonly string[] = behind?.columns ?? []
      expect(columns.includes('reason') && columns.includes('number'), id).toBe(false)
    }
  })
})

describe('every metric', () => {
  it.each(METRICS.map((metric) => [metric.id, metric] as const))(
    '%s says what it means in both languages',
    (id, metric) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const text of [
        metric.title,
        metric.definition,
        metric.formula,
        metric.source,
        metric.limits,
        metric.notFor,
      ]) {
        expect(text.fr.length).toBeGreaterThan(3)
        expect(text.en.length).toBeGreaterThan(3)
      }
      expect(metric.definition.fr).not.toBe(metric.definition.en)
      expect(`${metric.definition.fr} ${metric.definition.en}`).not.toMatch(/meilleur|best|classement|ranking|rating/i)
    },
  )

  it('has an id of its own', () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length)
  })

  it('never tells governance as a rate', () => {
    const governance = METRICS.find(({ id }) => id === 'governance')
    expect(governance).toMatchObject({ audience: 'internal', columns: ['goal', 'state', 'activities'] })
  })
})

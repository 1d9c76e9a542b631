import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPromise } from '#data/metrics/promise.ts'
import { FRENCH_CALENDAR } from '#data/model/working-days.ts'
import type { Store } from '#data/store.ts'
import { changeRequest, commit, folder, openForWriting, person, repository, SERVER, save } from '../world.ts'
import { ask, bot, cells, readWhole, saveCity, standings } from './city.ts'

const files = folder()
const STAFF = person(1)
const OUTSIDER = person(2)
const CONTRACTOR = person(3)
const STRANGER = person(4)

const merged = (at: string) => ({ state: 'merged', mergedAt: at, closedAt: at }) as const
const closed = (at: string) => ({ state: 'closed', closedAt: at }) as const

/** Eight change requests; the comments say what each is there for. */
const CASES = [
  // Open since before the year that is asked about.
  changeRequest(1, { author: OUTSIDER, createdAt: '2025-09-15T10:00:00Z' }),
  changeRequest(2, { author: OUTSIDER, createdAt: '2025-11-05T10:00:00Z', ...merged('2025-11-20T10:00:00Z') }),
  // The last second of a month, closed in the first of the next, and taken over by hand.
  changeRequest(3, { author: person(6), createdAt: '2025-11-30T23:59:59Z', ...closed('2025-12-01T00:00:00Z') }),
  changeRequest(4, { author: STAFF, createdAt: '2026-01-10T10:00:00Z', ...merged('2026-01-10T18:00:00Z') }),
  // Nobody answered.
  changeRequest(5, { author: CONTRACTOR, createdAt: '2026-02-01T10:00:00Z', ...closed('2026-03-01T10:00:00Z') }),
  // A bot counts apart.
  changeRequest(6, { author: bot(5), createdAt: '2026-02-02T10:00:00Z', ...merged('2026-02-03T10:00:00Z') }),
  // Transferred: the host no longer has it here.
  changeRequest(7, { author: OUTSIDER, createdAt: '2026-04-01T10:00:00Z' }),
  // A draft is open, and waits for nobody.
  changeRequest(8, { author: STRANGER, createdAt: '2026-10-01T10:00:00Z', isDraft: true }),
]

let store: Store
beforeAll(async () => {
  store = await openForWriting(files.path('change-requests.sqlite'))
  await saveCity(store, [
    standings({ 1: 'staff', 2: 'individual', 3: 'contractor', 6: 'company' }),
    ...CASES,
    commit('by hand', { mentions: [3], committedAt: '2025-12-24T10:00:00Z' }),
  ])
  await save(store, [], {
    gone: [{ type: 'change-request', repository: { server: SERVER, hostId: '1' }, hostId: 'cr-7' }],
  })
})
afterAll(() => {
  store.close()
  files.clear()
})

describe('change requests by month', () => {
  it('come in, go out and stay open as a hand counts them, in the month of universal time', async () => {
    const columns = ['period', 'opened', 'merged', 'closed_unmerged', 'open']
    const rows = await cells(store, 'change-requests', { columns, where: { grain: 'month', author_group: 'all' } })
    expect(rows).toEqual([
      [202511, 2, 1, 0, 2],
      [202512, 0, 0, 1, 1],
      [202601, 1, 1, 0, 1],
      [202602, 1, 0, 0, 2],
      [202603, 0, 0, 1, 1],
      ...[202604, 202605, 202606, 202607, 202608, 202609].map((month) => [month, 0, 0, 0, 1]),
      [202610, 1, 0, 0, 2],
    ])
  })

  it('tell groups apart over the whole period, contractors and unknown apart from outside', async () => {
    const columns = ['author_group', 'opened', 'merged', 'closed_unmerged', 'open']
    expect(await cells(store, 'change-requests', { columns, where: { grain: 'span' } })).toEqual([
      ['all', 5, 2, 2, 2],
      ['inside', 1, 1, 0, 0],
      ['outside', 2, 1, 1, 1],
      ['contractor', 1, 0, 1, 0],
      ['unknown', 1, 0, 0, 1],
      ['bot', 1, 1, 0, 0],
    ])
  })

  it('begin with what was open, whatever month is asked first', async () => {
    const asked = { from: 202603, to: 202603 }
    const columns = ['period', 'opened', 'closed_unmerged', 'open']
    const where = { grain: 'month', author_group: 'all' }
    expect(await cells(store, 'change-requests', { columns, where, asked })).toEqual([[202603, 0, 1, 1]])
  })

  it('close in the share of those that were there to deal with, and say nothing of fewer than five', async () => {
    const columns = ['period', 'waiting', 'closed', 'closure_ratio']
    const all = { author_group: 'all' }
    const [span] = await cells(store, 'change-request-closure', { columns, where: { ...all, grain: 'span' } })
    expect(span).toEqual([202610, 6, 4, 4 / 6])
    const [november] = await cells(store, 'change-request-closure', { columns, where: { ...all, grain: 'month' } })
    expect(november).toEqual([202511, 3, 1, 'small-sample'])
  })

  it('are accepted when merged or taken over by hand; one that nobody answered has a reason of its own', async () => {
    const columns = ['merged', 'taken_over', 'refused', 'unknown_fate', 'unknown_share']
    const where = { author_group: 'all', grain: 'span' }
    expect(await cells(store, 'change-request-acceptance', { columns, where })).toEqual([[2, 1, 1, 0, 0]])
    const reasons = await cells(store, 'refusals', {
      columns: ['reason', 'change_requests', 'share'],
      where: { author_group: 'all' },
    })
    expect(reasons.filter(([, count]) => count !== 0)).toEqual([
      ['taken-over', 1, 0.5],
      ['unanswered', 1, 0.5],
    ])
  })

  it('are as old as the day of the data says; archived repositories wait for nobody', async () => {
    const columns = ['age_band', 'open_now', 'oldest_days']
    const where = { author_group: 'all' }
    // From 2025-09-15 to 2026-11-20 it is 430 days and 22 hours; from 2026-10-01, 49 days and 22 hours.
    const before = [
      ['any-age', 2, 430],
      ['under-30', 0, null],
      ['30-to-89', 1, 49],
      ['90-to-364', 0, null],
      ['365-and-more', 1, 430],
    ]
    expect(await cells(store, 'change-request-backlog', { columns, where })).toEqual(before)
    const archived = changeRequest(9, { of: 2, createdAt: '2024-01-01T10:00:00Z' })
    await save(store, [repository(2, { isArchived: true }), archived], { finished: readWhole(2) })
    expect(await cells(store, 'change-request-backlog', { columns, where })).toEqual(before)
  })
})

describe('durations of change requests', () => {
  /** Ten outside change requests of May 2026, answered after so many days by five people in turn, reviewed a day later. */
  const DAYS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
  const START = Date.UTC(2026, 4, 4, 10)
  const later = (days: number) => new Date(START + days * 86_400_000).toISOString().replace('.000', '')

  it('are medians and ninth deciles of what came, with what did not come counted beside', async () => {
    const own = await openForWriting(files.path('durations.sqlite'))
    const createdAt = later(0)
    const answered = DAYS.map((days, index) =>
      changeRequest(index + 1, {
        ...{
          author: person(20 + index),
          createdAt,
          firstResponseAt: later(days),
          firstResponder: person(50 + (index % 5)),
        },
        ...{
          firstReviewAt: later(days + 1),
          reviewCount: 1,
          mergedBy: person(50 + (index % 5)),
          ...merged(later(days + 2)),
        },
      }),
    )
    const { firstResponseAt: _unread, ...unread } = changeRequest(32, { author: person(32), createdAt })
    await saveCity(own, [
      standings(Object.fromEntries(DAYS.map((_, index) => [20 + index, 'individual']))),
      ...answered,
      changeRequest(31, { author: person(31), createdAt, reviewCount: 0 }),
      unread,
      changeRequest(33, { author: person(20), createdAt, isDraft: true }),
      changeRequest(34, { author: bot(60), createdAt, firstResponseAt: later(90), firstResponder: person(50) }),
    ])
    const where = { author_group: 'all', grain: 'span' }
    const columns = ['cases', 'settled', 'unanswered', 'unsettled', 'median_days', 'p90_days', 'responders']
    expect(await cells(own, 'first-response', { columns, where })).toEqual([[12, 10, 1, 1, 5.5, 9, 5]])
    // From noon of Monday the fourth; Friday the eighth and the days after it do not count: 1, 2, 3, 3.5 three times, 4, 5, 6.
    const working = ['median_working_days', 'p90_working_days']
    expect(await cells(own, 'first-response', { columns: working, where })).toEqual([[3.5, 6]])
    // Promised within three working days: asked on Monday the fourth, the last is Thursday the seventh. Answers of the
    // fifth, sixth and seventh keep it; seven later ones and the one that waits do not; who may have answered is not counted.
    const promise = answerPromise(3, FRENCH_CALENDAR)
    const kept = ['due', 'in_time', 'in_time_share', 'responders']
    const source = { ask: own.ask, promise }
    expect(await cells(source, 'answers-in-time', { columns: kept, where })).toEqual([[11, 3, 3 / 11, 5]])
    expect((await ask(source, 'answers-in-time')).missing).toContainEqual({ kind: 'unsettled', count: 1, names: [] })
    const silent = await ask(own, 'answers-in-time')
    expect([silent.rows, silent.missing[0]?.kind]).toEqual([[], 'no-promise'])
    const { missing } = await ask(own, 'first-response')
    expect(missing).toContainEqual({ kind: 'unsettled', count: 1, names: [] })

    const review = ['cases', 'settled', 'censored', 'unsettled', 'median_days', 'p90_days']
    expect(await cells(own, 'time-to-review', { columns: review, where })).toEqual([[12, 10, 1, 1, 6.5, 10]])
    // Merged two days after the answer: 3, 3.5 three times, 4, 5, 6, 6.5, 7 and more: 4 and 5 are in the middle.
    const merge = ['settled', 'median_days', 'p90_days', 'median_working_days']
    expect(await cells(own, 'time-to-merge', { columns: merge, where })).toEqual([[10, 7.5, 11, 4.5]])
    const close = ['cases', 'settled', 'censored', 'median_days']
    expect(await cells(own, 'time-to-close', { columns: close, where })).toEqual([[13, 10, 3, 7.5]])
    own.close()
  })

  it('say nothing where too few were counted', async () => {
    const columns = ['settled', 'median_days', 'p90_days']
    const where = { author_group: 'all', grain: 'span' }
    expect(await cells(store, 'time-to-merge', { columns, where })).toEqual([[2, 'small-sample', 'small-sample']])
  })
})

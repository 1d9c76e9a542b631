import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '#data/store.ts'
import { folder, issue, openForWriting, person, repository, save } from '../world.ts'
import { ask, cells, readWhole, registerOf, saveCity, standings } from './city.ts'

const files = folder()
const OUTSIDER = person(2)

let store: Store
beforeAll(async () => {
  store = await openForWriting(files.path('issues.sqlite'))
  const closed = { state: 'closed', closedAt: '2026-06-10T10:00:00Z' } as const
  await saveCity(
    store,
    [
      standings({ 2: 'individual', 3: 'staff' }),
      repository(3, { hasIssues: false }),
      issue(1, { author: OUTSIDER, createdAt: '2026-05-04T10:00:00Z', ...closed }),
      // Closed and opened again: open since its first day.
      issue(2, { author: OUTSIDER, createdAt: '2026-05-04T10:00:00Z', isReopened: true }),
      issue(3, { author: person(3), createdAt: '2024-01-01T10:00:00Z' }),
      // On the host still, though the register says that they live elsewhere since.
      issue(4, { author: OUTSIDER, createdAt: '2026-05-04T10:00:00Z', of: 2 }),
      registerOf('trackers', [
        { component: 'ville-inventee/*', kind: 'jira' },
        { component: 'greffon-1', kind: 'host' },
      ]),
    ],
    [1, 2, 3],
  )
})
afterAll(() => {
  store.close()
  files.clear()
})

describe('issues', () => {
  it('are counted where they live on the host: a line that names a repository wins over a pattern', async () => {
    const columns = ['opened', 'closed', 'open']
    const where = { author_group: 'all', grain: 'span' }
    expect(await cells(store, 'issues', { columns, where })).toEqual([[2, 1, 2]])
    const { missing, coverage } = await ask(store, 'issues')
    const elsewhere = ['ville-inventee/greffon-2', 'ville-inventee/greffon-3']
    expect(missing).toContainEqual({ kind: 'issues-elsewhere', count: 2, names: elsewhere })
    expect(coverage.streams).toEqual([{ stream: 'issues', complete: 1, partial: 0, unknown: 0 }])
  })

  it('are not known, not nought, of a repository whose issues live elsewhere or are switched off', async () => {
    for (const name of ['greffon-2', 'greffon-3']) {
      const { rows, missing } = await ask(store, 'issues', { owner: 'ville-inventee', name })
      expect(rows).toEqual([])
      expect(missing.map(({ kind }) => kind)).toContain('issues-elsewhere')
    }
  })

  it('close in the share of those to deal with, and age by the day of the data', async () => {
    const columns = ['waiting', 'closed', 'closure_ratio']
    const where = { author_group: 'all', grain: 'span' }
    expect(await cells(store, 'issue-closure', { columns, where })).toEqual([[3, 1, 'small-sample']])
    const backlog = { columns: ['open_now', 'oldest_days'], where: { author_group: 'all', age_band: 'any-age' } }
    expect(await cells(store, 'issue-backlog', backlog)).toEqual([[2, 1053]])
  })

  it('wait for somebody else to answer: an answer of their own author is none', async () => {
    const answered = [5, 6, 7, 8, 9].map((number) =>
      issue(number, {
        ...{ author: person(20 + number), createdAt: '2026-05-04T10:00:00Z', firstResponder: person(50 + number) },
        ...{ firstResponseAt: `2026-05-${String(number).padStart(2, '0')}T10:00:00Z` },
      }),
    )
    await save(store, answered, { finished: readWhole(1) })
    const where = { author_group: 'all', grain: 'span' }
    const columns = ['cases', 'settled', 'median_days', 'median_working_days', 'responders']
    // 1, 2, 3, 4 and 5 days; in working days 1, 2, 3, and 3.5 twice: the eighth of May is a holiday.
    expect(await cells(store, 'issue-first-response', { columns, where })).toEqual([[7, 5, 3, 3, 5]])
    const close = { columns: ['cases', 'settled', 'censored', 'median_days'], where }
    expect(await cells(store, 'issue-time-to-close', close)).toEqual([[7, 1, 6, 'small-sample']])
  })
})

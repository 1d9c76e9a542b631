import { afterAll, describe, expect, it } from 'vitest'
import { contributorMonths } from '#data/metrics/contributor-paths.ts'
import { median, quantiles } from '#data/metrics/quantiles.ts'
import { smallestShare } from '#data/metrics/smallest-share.ts'
import { changeRequest, commit, folder, issue, openForWriting, person, repository, save } from '../world.ts'
import { ask, bot, cells, readWhole, registerOf, saveCity, standings } from './city.ts'

const files = folder()
afterAll(() => files.clear())

/** So many commits of each person in a month. */
const commitsOf = (counts: readonly number[], more: { readonly of?: number } = {}) =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, n) =>
      commit(`${more.of ?? 1} ${index} ${n}`, {
        ...{ author: person(200 + index), committedAt: '2026-05-05T10:00:00Z', ...more },
      }),
    ),
  )

describe('the smallest number that makes a share', () => {
  it('is two for the contributors, four and one for the organisations of CHAOSS', () => {
    expect(smallestShare([1000, 202, 90, 33, 332, 343, 42, 433], 0.5)).toBe(2)
    expect(
      smallestShare(
        Array.from({ length: 8 }, () => 12.5),
        0.5,
      ),
    ).toBe(4)
    expect(smallestShare([50, 20, 20, 10], 0.5)).toBe(1)
  })

  it('follows the share that is asked, and is nought of nothing', () => {
    expect(smallestShare([1000, 202, 90, 33, 332, 343, 42, 433], 0.7)).toBe(3)
    expect(smallestShare([5, 5], 1)).toBe(2)
    expect(smallestShare([], 0.5)).toBe(0)
    expect(smallestShare([0, 0], 0.5)).toBe(0)
  })
})

describe('quantiles', () => {
  it('are the middle, the mean of the two there, and the nearest rank of nine tenths', () => {
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 2])]).toEqual([null, 3, 2.5, 2])
    const ninthDecile = (values: readonly number[]) => quantiles(values).ninthDecile
    expect([ninthDecile([]), ninthDecile([7])]).toEqual([null, 7])
    expect(ninthDecile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe(9)
    expect(ninthDecile([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe(10)
  })
})

describe('the absence factor', () => {
  it('gives the vector of CHAOSS through the database, without bots, release tools and copies of others', async () => {
    const store = await openForWriting(files.path('absence.sqlite'))
    // A hundredth of the vector, rounded so that the two largest still just make half.
    const counts = [101, 20, 9, 3, 33, 34, 4, 43]
    await saveCity(
      store,
      [
        repository(2, { isFork: true }),
        ...commitsOf(counts),
        ...commitsOf([500], { of: 2 }),
        ...Array.from({ length: 300 }, (_, n) => commit(`tool ${n}`, { isReleaseTool: true, author: person(208) })),
        ...Array.from({ length: 300 }, (_, n) => commit(`bot ${n}`, { author: bot(209) })),
        // Dates that cannot be fall outside of every period.
        commit('before the beginning', { committedAt: '1969-12-31T23:59:59Z', authoredAt: '1969-12-31T23:59:59Z' }),
        commit('to come', { committedAt: '2031-01-01T00:00:00Z' }),
      ],
      [1, 2],
    )
    const columns = ['absence_factor', 'contributors', 'contributions']
    const where = { kind: 'commit' }
    expect(await cells(store, 'absence-factor', { columns, where })).toEqual([[2, 8, 247]])
    expect(await cells(store, 'absence-factor', { columns, where, asked: { share: 0.7 } })).toEqual([[3, 8, 247]])
    const commits = ['commits', 'contributors', 'release_commits', 'bot_commits']
    expect(await cells(store, 'commits', { columns: commits, where: { grain: 'span' } })).toEqual([[247, 8, 300, 300]])
    store.close()
  })

  it('is told of a repository when five people work there, and of fewer only of the whole portfolio', async () => {
    const store = await openForWriting(files.path('few.sqlite'))
    await saveCity(store, commitsOf([10, 3, 2, 1]))
    const columns = ['absence_factor', 'contributors', 'contributions']
    const of = (asked: object) => cells(store, 'absence-factor', { columns, where: { kind: 'commit' }, asked })
    expect(await of({})).toEqual([[1, 4, 16]])
    const hidden = ['few-persons', 'few-persons', 'few-persons']
    expect(await of({ owner: 'ville-inventee', name: 'greffon-1' })).toEqual([hidden])
    expect(await of({ owner: 'ville-inventee' })).toEqual([hidden])
    expect(await of({ audience: 'public' })).toEqual([hidden])
    // Nobody is behind a nought.
    expect(await of({ owner: 'ville-inventee', from: 202401, to: 202412 })).toEqual([[null, 0, 0]])
    store.close()
  })
})

describe('the elephant factor', () => {
  const ofDomain = (number: number, domain: string | null) =>
    person(number, { emailHash: `h${number}`, emailDomain: domain })

  it('counts organisations by mail domain, staff as one, and names none', async () => {
    const store = await openForWriting(files.path('elephant.sqlite'))
    const eight = Array.from({ length: 8 }, (_, index) =>
      commit(`of ${index}`, {
        author: ofDomain(300 + index, `org-${index}.example`),
        committedAt: '2026-05-05T10:00:00Z',
      }),
    )
    const twice = eight.map((one, index) =>
      commit(`again ${index}`, { author: one.author, committedAt: one.committedAt }),
    )
    await saveCity(store, [...eight, ...twice])
    const columns = ['elephant_factor', 'organisations', 'commits', 'unknown_share']
    expect(await cells(store, 'organisational-diversity', { columns })).toEqual([[4, 8, 16, 0]])
    // Sixteen commits of staff make half of them, whatever their addresses.
    const staff = Array.from({ length: 16 }, (_, n) =>
      commit(`staff ${n}`, {
        author: ofDomain(400 + (n % 2), `home-${n % 2}.example`),
        committedAt: '2026-05-05T10:00:00Z',
      }),
    )
    await save(store, [standings({ 400: 'staff', 401: 'staff' }), ...staff])
    expect(await cells(store, 'organisational-diversity', { columns })).toEqual([[1, 9, 32, 0]])
    expect(JSON.stringify((await ask(store, 'organisational-diversity')).rows)).not.toContain('example')
    store.close()
  })

  it('is not known while more than half of the commits have no organisation', async () => {
    const store = await openForWriting(files.path('nowhere.sqlite'))
    const of = (seed: string, domain: string | null) =>
      commit(seed, { author: ofDomain(seed.charCodeAt(0), domain), committedAt: '2026-05-05T10:00:00Z' })
    await saveCity(
      store,
      [...'abcdefgh'].map((seed) => of(seed, null)).concat([...'ijklm'].map((s) => of(s, 'o.example'))),
    )
    const { rows, missing } = await ask(store, 'organisational-diversity')
    expect(rows[0]?.cells).toMatchObject({ elephant_factor: null, commits: 13 })
    expect(missing).toContainEqual({ kind: 'unknown-too-high', count: 0, names: [] })
    store.close()
  })
})

describe('contributors', () => {
  it('are no programs, whether the host marks them or a register does', async () => {
    const store = await openForWriting(files.path('programs.sqlite'))
    const at = { committedAt: '2026-05-05T10:00:00Z' }
    await saveCity(store, [
      standings({ 8: 'bot', 1: 'individual' }),
      commit('by hand', { author: person(1), ...at }),
      commit('marked', { author: bot(7), ...at }),
      commit('without a mark', { author: person(8), ...at }),
      changeRequest(1, { author: person(8), createdAt: '2026-05-05T10:00:00Z' }),
    ])
    const columns = ['commits', 'contributors', 'bot_commits']
    expect(await cells(store, 'commits', { columns, where: { grain: 'span' } })).toEqual([[1, 1, 2]])
    const opened = { columns: ['opened'], where: { grain: 'span', author_group: 'all' } }
    expect(await cells(store, 'change-requests', opened)).toEqual([[0]])
    const active = { columns: ['active'], where: { author_group: 'all' }, asked: { from: 202605, to: 202605 } }
    expect(await cells(store, 'contributors', active)).toEqual([[1]])
    store.close()
  })

  it('are new, continuing or back after more than six months, drift after three and are lost after twelve', () => {
    // One person: January and February 2024, then September 2024, then nothing.
    const one = (month: number, silence: number | null) => ({ month, silence, persons: 1 })
    const steps = [one(202401, null), one(202402, 1), one(202409, 7)]
    const told = contributorMonths(steps, [202401, 202402, 202405, 202406, 202409, 202501, 202509, 202510, 202511])
    expect(told.map(({ month, active, lost, drifting, ...paths }) => [month, active, paths, drifting, lost])).toEqual([
      [202401, 1, { new: 1, continuing: 0, returning: 0 }, 0, 0],
      [202402, 1, { new: 0, continuing: 1, returning: 0 }, 0, 0],
      [202405, 0, { new: 0, continuing: 0, returning: 0 }, 0, 0],
      [202406, 0, { new: 0, continuing: 0, returning: 0 }, 1, 0],
      [202409, 1, { new: 0, continuing: 0, returning: 1 }, 0, 0],
      [202501, 0, { new: 0, continuing: 0, returning: 0 }, 1, 0],
      [202509, 0, { new: 0, continuing: 0, returning: 0 }, 1, 0],
      [202510, 0, { new: 0, continuing: 0, returning: 0 }, 0, 1],
      [202511, 0, { new: 0, continuing: 0, returning: 0 }, 0, 0],
    ])
  })

  it('are counted once whatever they did, over the repositories that are asked about', async () => {
    const store = await openForWriting(files.path('contributors.sqlite'))
    await saveCity(
      store,
      [
        standings({ 1: 'individual', 2: 'staff' }),
        commit('a', { author: person(1), committedAt: '2026-03-05T10:00:00Z' }),
        issue(1, { author: person(1), createdAt: '2026-03-06T10:00:00Z' }),
        changeRequest(1, { author: person(1), createdAt: '2026-04-06T10:00:00Z', of: 2 }),
        commit('b', { author: person(2), committedAt: '2025-01-05T10:00:00Z' }),
        commit('c', { author: person(2), committedAt: '2026-04-05T10:00:00Z' }),
        commit('d', { author: bot(9), committedAt: '2026-04-05T10:00:00Z' }),
      ],
      [1, 2],
    )
    const columns = ['period', 'active', 'new', 'continuing', 'returning']
    const asked = { from: 202603, to: 202604 }
    const where = { author_group: 'all' }
    expect(await cells(store, 'contributors', { columns, where, asked })).toEqual([
      [202603, 1, 1, 0, 0],
      [202604, 2, 0, 1, 1],
    ])
    const own = { ...asked, owner: 'ville-inventee', name: 'greffon-2' }
    expect(await cells(store, 'contributors', { columns, where, asked: own })).toEqual([
      [202603, 0, 0, 0, 0],
      [202604, 1, 1, 0, 0],
    ])
    store.close()
  })
})

describe('the three communities', () => {
  const BUNDLE = [{ path: 'src/java/fr/ville/resources/guichet_messages_de.properties', additions: 1, deletions: 0 }]

  it('are counted apart, from registers too; what a register does not keep is not known', async () => {
    const store = await openForWriting(files.path('communities.sqlite'))
    const createdAt = '2026-05-05T10:00:00Z'
    await saveCity(store, [
      standings({ 1: 'individual' }),
      issue(1, { author: person(1), createdAt }),
      issue(2, { author: person(1), createdAt }),
      issue(3, { author: person(2), createdAt: '2024-05-05T10:00:00Z' }),
      commit('a', { author: person(3), committedAt: createdAt }),
      changeRequest(1, { author: person(4), createdAt }),
      changeRequest(2, { author: person(5), createdAt, files: BUNDLE }),
      registerOf('requests', [{ receivedAt: '2026-05-06' }, { receivedAt: '2024-01-01' }]),
      registerOf('adopters', [
        { organisation: 'Ville une', state: 'in-service', confirmedAt: '2026-01-01' },
        { organisation: 'Ville une', state: 'testing', confirmedAt: '2026-01-01' },
        { organisation: 'Ville deux', state: 'stopped', confirmedAt: '2026-01-01' },
      ]),
    ])
    const columns = ['what', 'value']
    expect(Object.fromEntries((await cells(store, 'communities', { columns })) as [string, unknown][])).toEqual({
      ...{ 'issue-authors': 1, 'issues-opened': 2, 'requests-received': 1, 'events-held': null, 'adopters-known': 1 },
      ...{ 'commit-authors': 1, 'change-request-authors': 2, 'translation-authors': 1, 'translations-opened': 1 },
      ...{ 'translations-by-service': 0, 'translation-days-held': null },
    })
    expect((await ask(store, 'communities')).missing).toContainEqual({
      ...{ kind: 'register-absent', count: 2, names: ['events', 'translation-days'] },
    })
    store.close()
  })

  it('do not know how many translate where a service commits for them', async () => {
    const store = await openForWriting(files.path('service.sqlite'))
    const given = { createdAt: '2026-05-05T10:00:00Z', files: BUNDLE }
    await saveCity(store, [
      changeRequest(1, { author: bot(7), ...given }),
      changeRequest(2, { author: person(5), ...given }),
    ])
    const columns = ['value']
    const where = { what: 'translation-authors' }
    expect(await cells(store, 'communities', { columns, where })).toEqual([[null]])
    expect((await ask(store, 'communities')).missing).toContainEqual({ kind: 'service-commits', count: 1, names: [] })
    store.close()
  })
})

describe('what was never read', () => {
  it('is not known, not nought', async () => {
    const store = await openForWriting(files.path('unread.sqlite'))
    await save(store, [repository(1)], { finished: readWhole(1).filter(({ stream }) => stream === 'commits') })
    const { rows, missing, coverage } = await ask(store, 'change-requests')
    expect(rows).toEqual([])
    expect(missing).toContainEqual({ kind: 'never-read', count: 1, names: ['change-requests'] })
    expect(missing.map(({ kind }) => kind)).not.toContain('incomplete')
    expect(coverage).toMatchObject({ repositories: 1, missing: ['ville-inventee/greffon-1'] })
    expect(await cells(store, 'communities', { columns: ['value'], where: { what: 'issue-authors' } })).toEqual([
      [null],
    ])
    expect(await cells(store, 'absence-factor', { columns: ['kind'] })).toEqual([['commit']])
    store.close()
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import type { LintReport } from '#data/model/lint.ts'
import type { RefsRecord } from '#data/model/records.ts'
import { monthOf } from '#data/months.ts'
import { conformityMonths } from '#data/queries/desk/conformity-months.ts'
import { lintSubjects } from '#data/queries/lint-subjects.ts'
import { indicatorHistories, indicatorOf } from '#data/report/indicators.ts'
import { periodUpTo } from '#data/report/period.ts'
import { commit, folder, oid, openForWriting, repository, SERVER, save } from '../world.ts'
import { ask, cases, cells, readWhole, registerOf, saveCity } from './city.ts'

const files = folder()
afterAll(() => files.clear())

/** Tags of a repository, whose commits tell their day where they are known. */
const tagsOf = (number: number, tags: Readonly<Record<string, string>>): RefsRecord => ({
  ...{ type: 'refs', repository: { server: SERVER, hostId: String(number) } },
  refs: Object.entries(tags).map(([name, of]) => ({ kind: 'tag', name, oid: of, committedAt: null })),
})

describe('releases', () => {
  it('are counted by tag and release, finals alone where there are any, each version once', async () => {
    const store = await openForWriting(files.path('releases.sqlite'))
    const release = (number: number, tag: string, publishedAt: string) => {
      return { hostId: String(number), tag, name: null, publishedAt, isPrerelease: false, notesLength: 0 }
    }
    await saveCity(
      store,
      [
        // Days before 2026-11-20: 10, 110, 310 and 510; the trial version of the same day does not count.
        repository(1, {
          releases: [
            release(1, '1.0.0', '2025-06-28T08:00:00Z'),
            release(2, '1.1.0', '2026-01-14T08:00:00Z'),
            release(3, '1.2.0', '2026-08-02T08:00:00Z'),
            release(4, '1.3.0', '2026-11-10T08:00:00Z'),
            release(5, '1.4.0-RC1', '2026-11-10T08:00:00Z'),
          ],
        }),
        // A tag whose commit tells the day, 60 days before, and one that nothing dates.
        tagsOf(2, { 'plugin-2.0.0': oid('tagged'), 'plugin-2.1.0': oid('unknown') }),
        // The host tells of a release of the same name: it counts once.
        tagsOf(1, { '1.3.0': oid('x') }),
        commit('tagged', { of: 2, committedAt: '2026-09-21T08:00:00Z' }),
        repository(3, { isArchived: true, releases: [release(6, '9.0.0', '2026-11-10T08:00:00Z')] }),
      ],
      [1, 2, 3, 4],
    )
    const columns = [
      ...['repositories', 'releasing', 'releases_6_months', 'releases_12_months'],
      ...['median_gap_days', 'days_since_last'],
    ]
    // Gaps of 200, 200 and 100 days; 10 and 60 days since the last: the archived one is left out.
    expect(await cells(store, 'releases', { columns })).toEqual([[3, 2, 3, 4, 200, 35]])
    expect((await ask(store, 'releases')).missing).toContainEqual({ kind: 'undated', count: 1, names: [] })
    store.close()
  })
})

describe('languages', () => {
  it('are told by bytes and by the repositories in which they come first, without archived ones and copies', async () => {
    const store = await openForWriting(files.path('languages.sqlite'))
    const of = (language: string, bytes: number) => ({ languages: [{ language, bytes }], primaryLanguage: language })
    await saveCity(
      store,
      [
        repository(1, of('Java', 300)),
        repository(2, {
          languages: [
            { language: 'Java', bytes: 60 },
            { language: 'SQL', bytes: 40 },
          ],
          primaryLanguage: 'Java',
        }),
        repository(3, { ...of('Go', 900), isArchived: true }),
        repository(4, { ...of('Go', 900), isFork: true }),
      ],
      [1, 2, 3, 4],
    )
    expect(await cells(store, 'languages', { columns: ['language', 'repositories', 'bytes', 'share'] })).toEqual([
      ['Java', 2, 360, 0.9],
      ['SQL', 0, 40, 0.1],
    ])
    store.close()
  })
})

describe('conformity over time', () => {
  const report = (number: number, outcomes: Readonly<Record<string, 'pass' | 'fail' | 'unknown' | 'not-applicable'>>) =>
    ({
      asOf: '2026-01-01',
      packs: [{ id: 'lutece', digest: 'd' }],
      subjects: [
        {
          ...{ subject: `ville-inventee/greffon-${number}`, repository: `ville-inventee/greffon-${number}` },
          ...{ kind: 'plugin', line: 'v8', coverage: 'complete', component: null },
          outcomes: Object.entries(outcomes).map(([rule, outcome]) => ({
            ...{ rule, code: rule.toUpperCase(), pack: 'lutece', outcome, severity: 'error', findings: [] },
          })),
        },
      ],
    }) as const satisfies LintReport

  it('is what held at the end of each month: a verdict counts until the next', async () => {
    const store = await openForWriting(files.path('conformity.sqlite'))
    await saveCity(store, [], [1])
    const judge = (at: string, outcomes: Parameters<typeof report>[1]) => store.saveLint(report(1, outcomes), { at })
    await judge('2026-02-10T08:00:00Z', { one: 'pass', two: 'fail', three: 'unknown', four: 'not-applicable' })
    await judge('2026-04-10T08:00:00Z', { one: 'pass', two: 'pass', three: 'pass', four: 'not-applicable' })
    const columns = ['period', 'held', 'to_correct', 'not_checked', 'held_share']
    const asked = { from: 202601, to: 202605 }
    expect(await cells(store, 'rule-conformity', { columns, asked })).toEqual([
      [202602, 1, 1, 1, 0.5],
      [202603, 1, 1, 1, 0.5],
      [202604, 3, 0, 0, 1],
      [202605, 3, 0, 0, 1],
    ])
    const standing = { columns: ['repository', 'pack', 'held', 'to_correct', 'not_checked'] }
    expect(await cases(store, 'rule-conformity', { ...standing, asked: { to: 202603 } })).toEqual([
      ['ville-inventee/greffon-1', 'lutece', 1, 1, 1],
    ])
    expect(await cases(store, 'rule-conformity', { ...standing, asked: { to: 202605 } })).toEqual([
      ['ville-inventee/greffon-1', 'lutece', 3, 0, 0],
    ])
    expect((await ask(store, 'rule-conformity', { from: 202511, to: 202601 })).missing).toContainEqual({
      ...{ kind: 'judged-later', count: 0, names: ['2026-02'] },
    })
    store.close()
  })

  it('counts repositories without an error apart from those of which not all was checked', async () => {
    const store = await openForWriting(files.path('error-free.sqlite'))
    await saveCity(store, [repository(4, { isArchived: true })], [1, 2, 3, 4])
    const judge = (number: number, at: string, outcomes: Parameters<typeof report>[1]) =>
      store.saveLint(report(number, outcomes), { at })
    await judge(1, '2026-02-10T08:00:00Z', { one: 'pass', two: 'fail' })
    await judge(2, '2026-02-10T08:00:00Z', { one: 'pass', two: 'not-applicable' })
    await judge(3, '2026-02-10T08:00:00Z', { one: 'pass', two: 'unknown' })
    await judge(4, '2026-02-10T08:00:00Z', { one: 'fail' })
    await judge(1, '2026-04-10T08:00:00Z', { one: 'pass', two: 'pass' })
    const columns = ['period', 'subjects', 'without_error', 'with_error', 'unchecked', 'share']
    expect(await cells(store, 'error-free', { columns, asked: { from: 202601, to: 202604 } })).toEqual([
      [202602, 3, 1, 1, 1, 1 / 3],
      [202603, 3, 1, 1, 1, 1 / 3],
      [202604, 3, 2, 0, 1, 2 / 3],
    ])
    const standing = { columns: ['repository', 'state', 'to_correct'], asked: { to: 202603 } }
    expect(await cases(store, 'error-free', standing)).toEqual([
      ['ville-inventee/greffon-1', 'with-error', 1],
      ['ville-inventee/greffon-2', 'without-error', 0],
      ['ville-inventee/greffon-3', 'unchecked', 0],
    ])
    // Pages of the office count the very same repositories the very same way.
    expect(
      (await store.ask(conformityMonths, {})).map(({ month, repositories, clean }) => [month, repositories, clean]),
    ).toEqual([
      [202602, 3, 1],
      [202604, 3, 2],
    ])
    expect(
      (await store.ask(lintSubjects, {})).map(({ repository: name, is_counted, error_state }) => [
        name,
        is_counted,
        error_state,
      ]),
    ).toEqual([
      ['greffon-1', 1, 'without-error'],
      ['greffon-2', 1, 'without-error'],
      ['greffon-3', 1, 'unchecked'],
      ['greffon-4', 0, 'with-error'],
    ])
    expect(
      await cells(store, 'rule-conformity', { columns: ['period', 'to_correct'], asked: { from: 202604, to: 202604 } }),
    ).toEqual([[202604, 0]])
    store.close()
  })
})

describe('reuse', () => {
  it('counts organisations by state and way; who was not confirmed for two years leaves the public count', async () => {
    const store = await openForWriting(files.path('adoption.sqlite'))
    const line = (organisation: string, more: object) => {
      return {
        organisation,
        type: 'city',
        country: 'FR',
        component: 'ville-inventee/greffon-1',
        state: 'in-service',
        ...more,
      }
    }
    await saveCity(store, [
      repository(2, { name: 'secret', readability: 'restricted' }),
      registerOf('adopters', [
        line('Ville une', { confirmedAt: '2026-01-01' }),
        line('Ville deux', { confirmedAt: '2024-10-31' }),
        line('Ville deux', { confirmedAt: '2026-01-01', isAssembly: true, component: 'ville-inventee/pack' }),
        line('Ville quatre', { confirmedAt: '2026-01-01', country: 'IT', component: 'secret' }),
        line('Ville trois', { confirmedAt: '2026-01-01', state: 'testing', country: 'DE' }),
        line('ville TROIS', { confirmedAt: '2026-01-01', isAssembly: true, component: 'ville-inventee/pack' }),
        line('Ville cinq', { confirmedAt: '2026-01-01', state: 'stopped', country: 'DE' }),
      ]),
    ])
    const columns = ['state', 'country', 'through', 'adopters']
    expect(await cells(store, 'adoption', { columns: [...columns, 'unconfirmed'] })).toEqual([
      ['in-service', null, 'any-way', 4, 0],
      ['in-service', 'FR', 'assembly', 2, 0],
      ['in-service', 'FR', 'direct', 1, 1],
      ['in-service', 'IT', 'direct', 1, 0],
      // Four organisations, of which two run more than one thing, or one thing in two ways.
      ['reusing', null, 'any-way', 4, 0],
      ['stopped', null, 'any-way', 1, 0],
      ['stopped', 'DE', 'direct', 1, 0],
      ['testing', null, 'any-way', 1, 0],
      ['testing', 'DE', 'direct', 1, 0],
    ])
    const month = periodUpTo('month', '2026-11-15')
    const calendar = { timeZone: 'Europe/Paris', holidays: 'fr', daysOff: [] } as const
    const histories = await indicatorHistories(store, {
      targets: [],
      calendar,
      today: month.to,
      from: monthOf(month.from),
    })
    expect(histories.map((one) => indicatorOf(one, month)).find(({ metric }) => metric === 'adoption')).toMatchObject({
      value: 4,
    })
    const shown = await cells(store, 'adoption', { columns, asked: { audience: 'public' } })
    expect(shown).toContainEqual(['in-service', 'FR', 'direct', 1])
    // What only some can read is in no total.
    expect(JSON.stringify(shown)).not.toContain('IT')
    const own = { owner: 'ville-inventee', name: 'greffon-1' }
    expect((await cells(store, 'adoption', { columns, asked: own })).flatMap(([, country]) => country ?? [])).toEqual([
      'FR',
      'DE',
      'DE',
    ])
    expect(JSON.stringify((await ask(store, 'adoption')).rows)).not.toContain('Ville')
    store.close()
  })
})

describe('progress of governance', () => {
  it('is the number of activities by goal and state in the last assessment, and not known before the first', async () => {
    const store = await openForWriting(files.path('governance.sqlite'))
    await save(store, [repository(1)], { finished: readWhole(1) })
    expect((await ask(store, 'governance')).missing).toContainEqual({ kind: 'never-assessed', count: 0, names: [] })
    const activity = (id: string, state: 'done' | 'in-progress') => ({ id, goal: 'culture', state })
    const kept = (state: 'done' | 'in-progress') => ({
      ...{
        handbook: '1.3',
        points: [],
        activities: [activity('GGI-A-01', state), activity('GGI-A-02', 'in-progress')],
      },
    })
    await store.saveAssessment(kept('in-progress'), { at: '2026-10-01T08:00:00Z' })
    await store.saveAssessment(kept('done'), { at: '2026-11-01T08:00:00Z' })
    expect(await cells(store, 'governance', { columns: ['goal', 'state', 'activities'] })).toEqual([
      ['culture', 'done', 1],
      ['culture', 'in-progress', 1],
    ])
    store.close()
  })
})

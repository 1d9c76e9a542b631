import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printIn } from '#cli/report/print.ts'
import { registersOf } from '#data/inventory/registers.ts'
import type { LintReport } from '#data/model/lint.ts'
import { MEASURES, type Target } from '#data/model/measures.ts'
import { FRENCH_CALENDAR, workingCalendar } from '#data/model/working-days.ts'
import { registerLines } from '#data/queries/inventory/register-lines.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { todoUnanswered } from '#data/queries/todo/unanswered.ts'
import type { Change, ChangeKind } from '#data/report/changes.ts'
import { stateOf } from '#data/report/indicators.ts'
import { howOf } from '#data/report/measures.ts'
import { calendarMonth, calendarYear, type Period, periodSince, periodUpTo } from '#data/report/period.ts'
import { type Report, readingsToKeep, readReports } from '#data/report/report.ts'
import { tellReport } from '#data/report/telling/tell-report.ts'
import type { Store } from '#data/store.ts'
import { gatherTodo, type Todo } from '#data/todo/gather.ts'
import { registerOf, saveCity, standings } from '../metrics/city.ts'
import { changeRequest, folder, openForWriting, person, repository } from '../world.ts'

const files = folder()
afterAll(() => files.clear())

const ONE_RULE = {
  ...{ toCorrect: 1, judged: 2, toCorrectBefore: 2, judgedBefore: 2, severity: 'error', severityBefore: null },
}
const INVENTORY = { components: [], bricks: [], migrations: [], translations: [], registers: new Set<string>() }
/** Of the data: 20 November 2026. */
const TODAY = '2026-11-20'

async function reportsOf(
  store: Store,
  periods: (today: string) => readonly Period[],
  targets: readonly Target[] = [],
): Promise<readonly Report[]> {
  return readReports(
    { ask: store.ask, inventory: async () => INVENTORY },
    {
      ...{ targets, calendar: FRENCH_CALENDAR, governance: undefined, periods, fallback: TODAY },
      todo: await todoOf(store),
    },
  )
}

async function todoOf(store: Store): Promise<Todo> {
  return gatherTodo({
    ...{ today: TODAY, actualDay: null, calendar: workingCalendar(FRENCH_CALENDAR), promise: 5, governance: undefined },
    ...{ registers: registersOf(await store.ask(registerLines, {})), files: new Map(), problems: [], bricks: [] },
    ...{
      lastRuns: [],
      staleClones: undefined,
      unanswered: await store.ask(todoUnanswered, {}),
      reading: undefined,
      consents: undefined,
    },
    hasJudged: true,
    waivers: [
      { rule: 'NAME-01', subject: 'ville-inventee/greffon-1', until: '2026-12-01', repositories: 1 },
      { rule: 'NAME-02', subject: 'ville-inventee/greffon-1', until: '2027-06-01', repositories: 1 },
    ],
  })
}

function change<Kind extends ChangeKind>(report: Report, kind: Kind) {
  const found = report.changes.find((one): one is Extract<Change, { kind: Kind }> => one.kind === kind)
  if (found === undefined) throw new Error(`no change of kind ${kind}`)
  return found
}

describe('a period', () => {
  it('ends on the day of the data, and is compared with one as long just before', () => {
    expect(periodUpTo('week', TODAY)).toMatchObject({
      ...{ from: '2026-11-14', to: TODAY, before: { from: '2026-11-07', to: '2026-11-13' } },
    })
    expect(periodUpTo('month', '2026-03-31')).toMatchObject({ from: '2026-03-01', before: { to: '2026-02-28' } })
    expect(periodSince('2026-11-18', TODAY).before).toEqual({ from: '2026-11-15', to: '2026-11-17' })
  })

  it('of the calendar is whole, a year up to the day of the data where it is not over', () => {
    expect(calendarMonth(202602)).toMatchObject({ from: '2026-02-01', to: '2026-02-28', isCurrent: false })
    expect(calendarYear(2026, TODAY)).toMatchObject({
      ...{ from: '2026-01-01', to: TODAY, before: { from: '2025-01-01', to: '2025-11-20' }, isCurrent: true },
    })
    expect(calendarYear(2025, TODAY)).toMatchObject({ to: '2025-12-31', isCurrent: false })
  })
})

describe('a target', () => {
  const target = (more: Partial<Target>): Target => {
    return { metric: 'adoption', measure: 'adopters', bound: 'at-least', value: 60, by: '2026-12-31', ...more }
  }

  it.each([
    [60, {}, 'reached'],
    // A sixth of 60 is 10.
    [50, {}, 'to-watch'],
    [49.9, {}, 'behind'],
    [59, { by: '2026-11-19' }, 'behind'],
    [59, { by: TODAY }, 'to-watch'],
    [3, { bound: 'at-most', value: 3 }, 'reached'],
    [3.5, { bound: 'at-most', value: 3 }, 'to-watch'],
    [3.6, { bound: 'at-most', value: 3 }, 'behind'],
    [1, { bound: 'at-most', value: 0 }, 'behind'],
    [null, {}, 'unknown'],
  ] as const)('with %s against %j is %s', (value, more, state) => {
    expect(stateOf(value, target(more), TODAY)).toBe(state)
  })

  it('can be set on nothing but figures that there are, each told how', () => {
    for (const name of MEASURES) {
      expect(METRICS.map(({ id }) => id)).toContain(name.metric)
      expect(howOf(name).title.fr).not.toBe('')
    }
  })
})

describe('before anything was collected', () => {
  it('nothing is known, and nothing is nought', async () => {
    const store = await openForWriting(files.path('empty.sqlite'))
    const [report] = await reportsOf(store, (today) => [periodUpTo('month', today)])
    expect(report?.asOf).toBeNull()
    expect(report?.indicators.map(({ value, state }) => [value, state])).toEqual(Array(6).fill([null, 'unknown']))
    expect(report?.changes.filter(({ count }) => count !== null)).toEqual([])
    store.close()
  })
})

describe('of clones alone', () => {
  it('it is not known when repositories came or were closed, nor what a register that is not kept would say', async () => {
    const store = await openForWriting(files.path('clones.sqlite'))
    const { createdAt: _created, isArchived: _archived, ...clone } = repository(1)
    await saveCity(store, [clone])
    const [report] = await reportsOf(store, (today) => [periodUpTo('month', today)])
    const counts = report?.changes.map(({ kind, count }) => [kind, count])
    expect(counts).toContainEqual(['repositories', null])
    expect(counts).toContainEqual(['archived', null])
    expect(report?.indicators.find(({ metric }) => metric === 'fallbacks')?.value).toBeNull()
    store.close()
  })
})

describe('a report', () => {
  let store: Store
  let month: Report
  let october: Report

  const merged = (number: number, author: number, day: string) =>
    changeRequest(number, {
      ...{ author: person(author), state: 'merged', createdAt: `${day}T08:00:00Z`, mergedAt: `${day}T20:00:00Z` },
      ...{ closedAt: `${day}T20:00:00Z`, firstResponseAt: null },
    })
  const judged = (outcome: 'pass' | 'fail', severity: 'error' | 'warning'): LintReport => ({
    ...{ asOf: '2026-11-20', packs: [{ id: 'own', digest: '1' }] },
    subjects: [
      {
        ...{ subject: 'ville-inventee/greffon-1', repository: 'ville-inventee/greffon-1', component: null },
        ...{ kind: 'plugin', line: 'v8', coverage: 'complete' },
        outcomes: [{ rule: 'one', code: 'ONE-01', pack: 'own', outcome, severity, findings: [] }],
      },
    ],
  })

  beforeAll(async () => {
    store = await openForWriting(files.path('report.sqlite'))
    const release = (number: number, tag: string, day: string) => {
      return {
        hostId: String(number),
        tag,
        name: null,
        publishedAt: `${day}T08:00:00Z`,
        isPrerelease: false,
        notesLength: 0,
      }
    }
    await saveCity(
      store,
      [
        repository(1, { releases: [release(1, '1.0.0', '2026-10-05'), release(2, '1.1.0', '2026-11-10')] }),
        repository(2, { createdAt: '2026-11-01T00:00:00Z' }),
        repository(3, { isArchived: true, archivedAt: '2026-11-06T00:00:00Z' }),
        // Staff is 1; 2 and 3 are from outside, 3 for the first time in November.
        standings({ 1: 'staff', 2: 'individual', 3: 'individual' }),
        ...[
          merged(1, 1, '2026-10-05'),
          merged(2, 2, '2026-10-06'),
          merged(3, 1, '2026-11-05'),
          merged(4, 3, '2026-11-06'),
        ],
        // Open since a month, and since two working days.
        changeRequest(5, { author: person(2), createdAt: '2026-10-20T08:00:00Z' }),
        changeRequest(6, { author: person(2), createdAt: '2026-11-18T08:00:00Z' }),
        registerOf('adopters', [
          {
            organisation: 'Ville une',
            type: 'city',
            country: 'FR',
            component: 'greffon-1',
            state: 'in-service',
            basis: 'told-us',
            since: '2026-11-02',
            confirmedAt: '2026-11-02',
          },
          {
            organisation: 'Ville deux',
            type: 'city',
            country: 'FR',
            component: 'greffon-1',
            state: 'in-service',
            basis: 'told-us',
            since: '2020-01-01',
            confirmedAt: '2024-11-20',
          },
        ]),
        registerOf('decisions', [
          { id: 'd1', question: 'Q1', body: 'Comité', askedAt: '2026-01-05', outcome: 'Oui', decidedAt: '2026-02-01' },
          {
            id: 'd2',
            question: 'Q2',
            body: 'Comité',
            askedAt: '2026-10-01',
            outcome: 'Non',
            decidedAt: '2026-11-03',
            due: '2026-11-10',
          },
          { id: 'd3', question: 'Q3', body: 'Comité', askedAt: '2026-11-12' },
          {
            id: 'd4',
            question: 'Q4',
            body: 'Comité',
            askedAt: '2026-10-01',
            outcome: 'Oui',
            decidedAt: '2026-10-02',
            due: '2027-06-01',
          },
        ]),
        registerOf('facts', [
          {
            ...{
              id: 'f1',
              statement: { fr: 'Deux agents répondent.', en: 'Two agents answer.' },
              value: 2,
              unit: 'agents',
            },
            ...{ scope: 'Équipe', source: 'Carnet', date: '2025-11-01', review: '2026-11-01' },
          },
        ]),
        registerOf('readings', [
          { metric: 'adoption', measure: 'adopters', month: '2026-09-15', value: 1, source: 'Carnet' },
          { metric: 'adoption', measure: 'adopters', month: '2026-10-15', value: 7, source: 'Carnet' },
          { metric: 'error-free', measure: 'error-free', month: '2026-08-15', value: 40, source: 'Carnet' },
        ]),
      ],
      [1, 2, 3],
    )
    await store.saveLint(judged('fail', 'warning'), { at: '2026-10-10T08:00:00Z' })
    await store.saveLint(judged('fail', 'error'), { at: '2026-11-15T08:00:00Z' })
    await store.saveReadings(
      [{ metric: 'adoption', measure: 'adopters', month: 202610, value: 1, part: null, whole: null }],
      {
        at: '2026-10-31T08:00:00Z',
      },
    )
    const targets = [
      { metric: 'adoption', measure: 'adopters', bound: 'at-least', value: 3, by: '2026-11-19' },
    ] as const
    const read = await reportsOf(store, (today) => [periodUpTo('month', today), calendarMonth(202610)], targets)
    ;[month, october] = read as [Report, Report]
  })
  afterAll(() => store.close())

  it('counts what changed in the period and in the one before', () => {
    expect(change(month, 'releases')).toMatchObject({
      count: 1,
      before: 1,
      items: [{ day: '2026-11-10', version: '1.1.0' }],
    })
    expect(change(month, 'merged')).toMatchObject({ count: 2, before: 2, outside: 1, outsideBefore: 1 })
    expect(change(month, 'first-outside')).toMatchObject({ count: 1, before: 1 })
    expect(change(month, 'adopters').items).toEqual([
      { day: '2026-11-02', organisation: 'Ville une', component: 'greffon-1', state: 'in-service' },
    ])
    expect([change(month, 'repositories').count, change(month, 'archived').count]).toEqual([1, 1])
    expect(change(october, 'releases')).toMatchObject({ count: 1, before: 0 })
  })

  it('tells a rule whose severity turned, and compares nothing with what was not judged', () => {
    expect(change(month, 'rules').items).toEqual([
      {
        ...{ code: 'ONE-01', rule: 'one', toCorrect: 1, judged: 1, toCorrectBefore: 1, judgedBefore: 1 },
        ...{ severity: 'error', severityBefore: 'warning' },
      },
    ])
    expect([change(october, 'rules').count, change(october, 'conformity').count]).toEqual([null, null])
    expect(change(month, 'governance').count).toBeNull()
  })

  it('reads figures of the past where they were measured, then kept, then written down; else they are not known', () => {
    const [adopters, errorFree] = ['adoption', 'error-free'].map((id) =>
      month.indicators.find(({ metric }) => metric === id),
    )
    expect(adopters?.series.slice(-4).map(({ value, basis }) => [value, basis])).toEqual([
      [null, null],
      [1, 'declared'],
      // What was kept wins over what somebody wrote down.
      [1, 'kept'],
      [2, 'measured'],
    ])
    expect(adopters).toMatchObject({ value: 2, change: 1, state: 'behind', coverage: null })
    expect(errorFree?.series.slice(-4).map(({ value, basis }) => [value, basis])).toEqual([
      [0.4, 'declared'],
      [null, null],
      [1, 'measured'],
      [0, 'measured'],
    ])
    expect(october.indicators.find(({ metric }) => metric === 'adoption')).toMatchObject({ value: 1, month: 202610 })
  })

  it('shares out a rolling year up to the last month that is over', () => {
    const share = month.indicators.find(({ metric }) => metric === 'change-requests')
    expect(share).toMatchObject({ month: 202610, part: 1, whole: 2, value: 0.5, change: null })
  })

  it('proposes what rows stand behind, and nothing for a period that is over', () => {
    expect(month.proposals?.map(({ kind }) => kind)).toEqual([
      'over-promise',
      'waivers-ending',
      'target-passed',
      'to-reconfirm',
      'facts-due',
    ])
    expect(month.proposals?.[0]).toMatchObject({ count: 1, longest: 22, names: ['ville-inventee/greffon-1'] })
    expect(month.proposals?.[1]).toMatchObject({ count: 1, first: '2026-12-01' })
    expect(month.proposals?.[3]).toMatchObject({ names: ['Ville deux'] })
    expect(october.proposals).toBeNull()
  })

  it('calls things as people know them: no name of a line, no code alone, no id of a pack or a collector', () => {
    const { period } = month
    const quality = {
      ...month.quality,
      failed: [{ collector: 'github/change-requests', scope: '/srv/x/ville', status: 'failed', lastCompleteAt: null }],
      gaps: [{ kind: 'tree', reason: 'timeout', count: 2 }],
    }
    const rules = { ...ONE_RULE, code: 'OSS-02', rule: 'open-source/license' }
    const changes = [
      { kind: 'rules', count: 1, before: null, items: [rules] },
      { kind: 'conformity', count: 1, before: null, items: [{ pack: 'open-source', held: 1, heldBefore: 0.5 }] },
    ] as const
    const told = JSON.stringify(tellReport({ ...month, quality, changes, period }, printIn('fr')))
    for (const said of [
      'Deux agents répondent.',
      'OSS-02, Licence présente',
      'Propositions de code de ville',
      'Fichiers, délai',
    ]) {
      expect(told).toContain(said)
    }
    expect(told).not.toMatch(/"f1"|github\/|\/srv|open-source :|tree/u)
  })

  it('begins with the last decisions, and lists what is open or due', () => {
    expect(month.decisions.taken.map(({ id }) => id)).toEqual(['d2', 'd4', 'd1'])
    expect(month.decisions.open.map(({ id }) => id)).toEqual(['d2', 'd3'])
    expect(october.decisions.open.map(({ id }) => id)).toEqual(['d2'])
  })

  it('keeps of today what has no past of its own, once for a month', async () => {
    const kept = readingsToKeep(month)
    expect(kept).toEqual([
      { metric: 'adoption', measure: 'adopters', month: 202611, value: 2, part: null, whole: null },
    ])
    expect(readingsToKeep(october)).toEqual([])
    const at = (instant: string) => store.saveReadings(kept, { at: instant })
    expect([
      await at('2026-11-20T08:00:00Z'),
      await at('2026-11-20T08:00:00Z'),
      await at('2026-11-01T08:00:00Z'),
    ]).toEqual([1, 0, 0])
  })
})

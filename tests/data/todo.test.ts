import { describe, expect, it } from 'vitest'
import { registersOf } from '#data/inventory/registers.ts'
import { FRENCH_CALENDAR, workingCalendar } from '#data/model/working-days.ts'
import type { TodoEvidence } from '#data/todo/evidence.ts'
import { gatherTodo, sayTodo } from '#data/todo/gather.ts'

/** A Monday. */
const TODAY = '2026-11-16'

const NOTHING: TodoEvidence = {
  ...{ today: TODAY, actualDay: null, calendar: workingCalendar(FRENCH_CALENDAR), promise: 10 },
  registers: new Map(),
  files: new Map([
    ['adopters', 'registres/adopters.csv'],
    ['bricks', 'registres/bricks.csv'],
    ['fallbacks', 'registres/fallbacks.csv'],
  ]),
  ...{
    lastRuns: [],
    staleClones: undefined,
    unanswered: [],
    reading: { repositories: 3, read: 3 },
    consents: { consented_on: null },
  },
  ...{ waivers: [], hasJudged: true, bricks: [], problems: [] },
  governance: { ...emptyGovernance(), activities: [activity('GGI-A-21', true)] },
}

function emptyGovernance() {
  return { handbook: '1.3', points: [], deadlines: [], evidence: [], history: [], suggestions: [], activities: [] }
}

function activity(id: string, isKept: boolean) {
  const scorecard = {
    ...{ file: 'a.yaml', owner: 'Office', iteration: null, started: null },
    ...{ due: null, closed: null, why: null, notes: null },
  }
  return {
    ...{ id, goal: 'usage', state: 'in-progress' as const, scope: null, objectives: [] },
    scorecard: isKept ? scorecard : null,
  }
}

const found = (more: Partial<TodoEvidence>) => gatherTodo({ ...NOTHING, ...more })
const line = (register: string, value: object, at = 4) => ({ register, line: at, value: JSON.stringify(value) })
const run = (more: object) => ({
  ...{
    collector: 'github/issues',
    scope: 'github.com/@ville',
    status: 'complete',
    problems: 0,
    code: null,
    problem: null,
  },
  ...{ started_at: `${TODAY}T06:00:00Z`, ended_at: `${TODAY}T06:10:00Z` },
  ...more,
})
const waiting = (opened_on: string, more: object = {}) => ({
  ...{ repository: 'ville/guichet', url: 'https://forge.example/ville/guichet', kind: 'change-request', opened_on },
  ...{ author_group: 'outside', is_settled: 1 },
  ...more,
})

describe('what waits', () => {
  it('is nothing when all was looked at and nothing waits', () => {
    expect(found({})).toEqual({ asOf: TODAY, promise: 10, items: [], gaps: [] })
  })

  it('begins with what is past its day, the longest first, and ends with what has none', () => {
    const registers = registersOf([
      line('facts', { id: 'soon', statement: { fr: 'A', en: 'A' }, date: '2026-01-01', review: '2026-12-01' }),
      line('facts', { id: 'late', statement: { fr: 'B', en: 'B' }, date: '2026-01-01', review: '2026-11-02' }),
      line('facts', { id: 'later', statement: { fr: 'C', en: 'C' }, date: '2026-01-01', review: '2027-01-01' }),
      line('decisions', { id: 'open', question: 'Q', body: 'B', askedAt: '2026-01-05', outcome: null, due: null }),
      line('decisions', {
        id: 'older',
        question: 'Q',
        body: 'B',
        askedAt: '2026-01-05',
        outcome: null,
        due: '2026-10-01',
      }),
    ])
    expect(found({ registers }).items.map(({ subject, urgency }) => [subject, urgency])).toEqual([
      ['older', 'late'],
      ['late', 'late'],
      ['soon', 'soon'],
      ['open', 'open'],
    ])
  })

  it('is late on the day after its own, and not on that day', () => {
    const on = (review: string) =>
      found({ registers: registersOf([line('facts', { id: 'f', statement: { fr: '', en: '' }, review })]) }).items[0]
        ?.urgency
    expect([on('2026-11-15'), on(TODAY), on('2026-12-16')]).toEqual(['late', 'soon', 'soon'])
    expect(on('2026-12-17')).toBeUndefined()
  })

  it('counts an answer against the promise in working days: the eleventh of November is none', () => {
    // Ten working days after the 30th of October, a Friday, less the eleventh of November: the 16th.
    expect(found({ unanswered: [waiting('2026-10-30')] }).items[0]).toMatchObject({ due: TODAY, urgency: 'soon' })
    const [late] = found({
      unanswered: [waiting('2026-10-30'), waiting('2026-10-29'), waiting('2026-10-28', { kind: 'issue' })],
    }).items
    expect(late).toMatchObject({
      due: '2026-11-12',
      urgency: 'late',
      since: '2026-10-28',
      args: { requests: 2, issues: 1, late: 2 },
    })
    expect(late === undefined ? '' : sayTodo(late).en).toBe(
      '2 change requests and 1 issue without an answer, from outside, 2 of them beyond the 10 working days promised',
    )
    const [all] = found({ unanswered: [waiting('2026-10-01')] }).items
    expect(all === undefined ? '' : sayTodo(all).fr).toBe(
      '1 proposition sans réponse, de l’extérieur, au-delà des 10 jours ouvrés promis',
    )
  })

  it('keeps people of unknown affiliation apart, and calls nothing late without a promise', () => {
    const rows = [waiting('2026-01-05'), waiting('2026-01-05', { author_group: 'unknown' })]
    const { items, gaps } = found({ unanswered: rows, promise: null })
    expect(items.map(({ message, due, urgency }) => [message, due, urgency])).toEqual([
      ['outside', null, 'open'],
      ['unknown', null, 'open'],
    ])
    expect(gaps.map(({ message }) => message)).toEqual(['no-promise'])
  })

  it('does not count what was not read as unanswered', () => {
    const { items, gaps } = found({
      unanswered: [waiting('2026-01-05', { is_settled: 0 })],
      reading: { repositories: 5, read: 3 },
    })
    expect(items).toEqual([])
    expect(gaps.map(({ message, args }) => [message, args])).toEqual([
      ['unread', { repositories: 2 }],
      ['unsettled', { count: 1 }],
    ])
  })

  it('asks for clones to be brought up to date once, however many they are', () => {
    const { items } = found({ staleClones: { clones: 45, first_at: '2021-03-11T04:55:02Z' } })
    expect(items).toMatchObject([
      { kind: 'collection', message: 'stale', urgency: 'open', since: '2021-03-11', command: 'git fetch' },
    ])
    expect(items.map((item) => sayTodo(item).fr)).toEqual([
      expect.stringMatching(/^45 clones sans mise à jour .* 2021-03-11/u),
    ])
    expect(found({ staleClones: { clones: 0, first_at: null } }).items).toEqual([])
  })

  it('tells collections that failed, ended partial, were skipped or fell behind', () => {
    const lastRuns = [
      run({ status: 'failed', problem: 'the host does not answer', problems: 1 }),
      run({
        collector: 'registers/needs',
        scope: '/somewhere/needs.yaml',
        status: 'partial',
        problems: 2,
        problem: 'line 3',
      }),
      run({ collector: 'github/members', status: 'skipped', problem: 'no token' }),
      run({ collector: 'github/commits', started_at: '2026-11-01T06:00:00Z', ended_at: '2026-11-01T06:00:00Z' }),
    ]
    const { items } = found({ lastRuns })
    expect(items.map(({ subject, message, urgency, command }) => [subject, message, urgency, command])).toEqual([
      ['github/commits github.com/@ville', 'behind', 'late', 'parvis collect ville --only github/commits'],
      ['github/issues github.com/@ville', 'failed', 'late', 'parvis collect ville --only github/issues'],
      ['registers/needs needs.yaml', 'partial', 'late', 'parvis collect --only registers/needs'],
      ['github/members github.com/@ville', 'skipped', 'open', 'parvis collect ville --only github/members'],
    ])
  })

  it('says that all is old when nothing was collected for more than a week', () => {
    expect(found({ actualDay: '2026-11-23' }).items).toEqual([])
    expect(found({ actualDay: '2026-11-24' }).items[0]).toMatchObject({
      subject: '*',
      message: 'old',
      args: { days: 8 },
    })
  })

  it('asks adopters again after twenty-four months, unless they stopped, with file and line', () => {
    const adopter = (organisation: string, confirmedAt: string, state = 'in-service') =>
      line('adopters', { organisation, component: 'guichet', confirmedAt, state })
    const registers = registersOf([
      adopter('Lointaine', '2024-10-31'),
      adopter('Prochaine', '2024-12-10'),
      adopter('Récente', '2025-12-10'),
      adopter('Partie', '2020-01-01', 'stopped'),
    ])
    expect(found({ registers }).items).toMatchObject([
      { subject: 'Lointaine', due: '2026-10-31', urgency: 'late', place: 'registres/adopters.csv:4' },
      { subject: 'Prochaine', due: '2026-12-10', urgency: 'soon' },
    ])
  })

  it('tells waivers and declarations that have run out or end within thirty days', () => {
    const waiver = (until: string) => ({ rule: 'NOM-01', subject: 'ville/*', until, repositories: 2 })
    const deadline = { kind: 'declaration' as const, activity: 'GGI-A-21', point: 'GGI-A-21.P1', objective: null }
    const governance = {
      ...emptyGovernance(),
      activities: [activity('GGI-A-21', true)],
      deadlines: [
        { ...deadline, day: '2026-12-01' },
        { ...deadline, day: '2027-06-01' },
      ],
    }
    const { items } = found({ waivers: [waiver('2026-11-01'), waiver('2026-12-16'), waiver('2026-12-17')], governance })
    expect(items.map(({ kind, due, urgency }) => [kind, due, urgency])).toEqual([
      ['waiver', '2026-11-01', 'late'],
      ['declaration', '2026-12-01', 'soon'],
      ['waiver', '2026-12-16', 'soon'],
    ])
  })

  it('says what nobody keeps instead of counting it as nothing', () => {
    const { items, gaps } = found({
      ...{ files: new Map(), hasJudged: false },
      governance: { ...emptyGovernance(), activities: [activity('GGI-A-21', false)] },
    })
    expect(items).toEqual([])
    expect(gaps.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
      'waiver not-judged',
      'declaration no-scorecard',
      'governance no-scorecard',
      'plan-b no-register',
      'plan-b no-plans',
      'adopter no-register',
    ])
    for (const gap of gaps) expect(sayTodo(gap).fr).not.toBe(sayTodo(gap).en)
  })

  it('counts consents and names nobody', () => {
    const credit = (name: string, consentAt: string, withdrawnAt: string | null) =>
      line('credits', { name, what: { fr: 'x', en: 'x' }, consentAt, withdrawnAt })
    const registers = registersOf([
      credit('Chosen One', '2024-01-01', null),
      credit('Chosen Two', '2024-02-01', '2025-01-01'),
      credit('Chosen Three', '2026-02-01', null),
    ])
    const todo = found({ registers, consents: { consented_on: '2023-05-05 2026-01-01' } })
    expect(todo.items.map(({ message, args }) => [message, args])).toEqual([
      ['opt-ins', { count: 1 }],
      ['credits', { count: 1 }],
      ['withdrawn', { count: 1 }],
    ])
    expect(JSON.stringify(todo)).not.toContain('Chosen')
  })

  it('asks for a plan B of what is in service by name, and counts the rest', () => {
    const brick = (name: string, isInService: boolean) => ({
      ...{
        brick: `pkg:maven/org.exemple/${name}`,
        title: null,
        versions: [],
        scopes: ['runtime' as const],
        licenses: [],
      },
      ...{ upkeep: null, assemblies: [], usedBy: ['ville/guichet'], planB: [], isGap: true },
      environments: isInService
        ? [
            {
              environment: 'production',
              version: '1',
              since: null,
              support: null,
              referent: null,
              supplierRisk: null,
              isRecommended: null,
            },
          ]
        : [],
    })
    const { items } = found({ bricks: [brick('moteur', true), brick('outil', false), brick('pince', false)] })
    expect(items.map(({ subject, message, args }) => [subject, message, args])).toEqual([
      ['*', 'others', { count: 2, name: 'outil', usedBy: 1, assemblies: 0 }],
      ['moteur', 'missing', { brick: 'pkg:maven/org.exemple/moteur', usedBy: 1, assemblies: 0 }],
    ])
  })
})

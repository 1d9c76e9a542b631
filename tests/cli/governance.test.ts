import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folder } from '../data/world.ts'
import { smallOrganisation } from './governance-world.ts'
import { complaints } from './json-schema.ts'
import { type Ran, runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'

const CONFIG = 'database: p.sqlite\norganisations: [{ name: ville-inventee }]\n'
const files = folder()
afterAll(files.clear)

/** A folder of an officer, with nothing but the configuration. */
function office(name: string): string {
  const path = files.path(name)
  mkdirSync(path)
  writeFileSync(join(path, 'parvis.yaml'), CONFIG)
  return path
}

interface Point {
  readonly id: string
  readonly value: string
  readonly source: string
  readonly measured: string
  readonly differences: readonly string[]
  readonly evidence: readonly { id: string; met: number; unmet: number; unknown: number; asOf: string | null }[]
}
interface Answer {
  readonly asOf: string
  readonly activities: readonly { id: string; state: string; owner: string | null; points: readonly Point[] }[]
  readonly suggestions: readonly { activity: string; after: readonly string[]; metAlready: readonly string[] }[]
}

let cwd = ''
const ggi = (...args: readonly string[]): Promise<Ran> => runParvis(['ggi', ...args, '--lang', 'en'], { cwd })

async function answer(): Promise<Answer> {
  const ran = await ggi('status', '--format', 'json')
  expect(ran.err).toBe('')
  return JSON.parse(ran.out) as Answer
}

function pointOf({ activities }: Answer, id: string): Point {
  const found = activities.flatMap(({ points }) => points).find((point) => point.id === `GGI-A-${id}`)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('what is measured on a small organisation', () => {
  let status: Answer
  beforeAll(async () => {
    cwd = office('measured')
    await smallOrganisation(join(cwd, 'p.sqlite'))
    status = await answer()
  })

  // By hand, from governance-world.ts: repositories 1 to 3 count; the year goes from 2025-11-16 to 2026-11-15.
  it.each([
    ['21.P4', 'partly', 'lint.regular', 2, 1, 0],
    ['21.P6', 'partly', 'lic.file', 2, 1, 0],
    ['21.P6', 'partly', 'doc.readme', 2, 1, 0],
    ['21.P6', 'partly', 'doc.contributing', 3, 0, 0],
    ['22.P1', 'unknown', 'sec.alerts', 1, 1, 1],
    ['22.P2', 'partly', 'dep.update', 1, 1, 0],
    ['23.P1', 'unknown', 'dep.list', 1, 1, 1],
    ['23.P4', 'partly', 'dep.update', 1, 1, 0],
    ['24.P1', 'met', 'met.catalogue', 2, 0, 0],
    ['24.P2', 'met', 'met.runs', 2, 0, 0],
    ['25.P1', 'met', 'lint.packs', 1, 0, 0],
    ['25.P2', 'partly', 'lint.regular', 2, 1, 0],
    ['26.P4', 'met', 'ext.followed', 2, 0, 0],
    ['29.P4', 'met', 'ext.contrib', 1, 1, 0],
    ['39.P1', 'met', 'ext.trend', 1, 0, 0],
    ['44.P4', 'partly', 'rev.rate', 2, 1, 0],
    ['44.P4', 'partly', 'rev.direct', 1, 1, 0],
  ])('%s is %s: of %s %i hold, %i do not, %i are not known', (id, value, evidence, met, unmet, unknown) => {
    const point = pointOf(status, id)
    expect(point).toMatchObject({ measured: value, value })
    expect(point.evidence.find((one) => one.id === evidence)).toMatchObject({ met, unmet, unknown })
  })

  it('shows a proxy as one, until somebody confirms it', async () => {
    expect(pointOf(status, '44.P2')).toMatchObject({ measured: 'unknown', source: 'none' })
    expect(pointOf(status, '26.P1')).toMatchObject({ value: 'met', source: 'proxy' })
  })

  it('leads to the rows behind a point, what does not hold first', async () => {
    const ran = await ggi('evidence', '44.P4')
    const rows = ran.out.split('\n').filter((line) => /^ville-inventee/.test(line))
    expect(rows.map((line) => line.split(/\s{2,}/).slice(0, 3))).toEqual([
      ['ville-inventee/greffon-1#2', 'no', '-'],
      ['ville-inventee/greffon-1#1', 'yes', '2026-09-09'],
      ['ville-inventee/greffon-2#3', 'yes', '2026-09-30'],
      ['ville-inventee/greffon-3', 'no', '0 / 1'],
      ['ville-inventee/greffon-1', 'yes', '3 / 1'],
    ])
    const csv = await ggi('evidence', '23.P1', '--format', 'csv')
    expect(csv.out.split('\n').map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      'evidence subject state detail',
      'dep.list ville-inventee/greffon-1 met pom.xml',
      'dep.list ville-inventee/greffon-2 unknown package.json',
      'dep.list ville-inventee/greffon-3 unmet ',
      '',
    ])
  })

  it('names what other frameworks call the same thing', async () => {
    const { out } = await ggi('evidence', '--format', 'json')
    const { evidence } = JSON.parse(out) as { evidence: { id: string; frameworks: object }[] }
    expect(evidence.find(({ id }) => id === 'rev.rate')?.frameworks).toEqual({
      ...{ spc: ['require-review-of-contributions'], osps: ['OSPS-QA-07.01'], badge: ['two_person_review'] },
      scorecard: ['Code-Review'],
    })
  })

  it('answers by the published schema', async () => {
    expect(complaints(status, schemaOf('ggi'))).toEqual([])
  })

  it('tells a point that is declared only, an unknown one, and an unknown activity with the nearest name', async () => {
    expect((await ggi('evidence', '27.P1')).out).toContain('it is declared')
    expect((await ggi('evidence', '27.P9')).err).toContain('GGI-A-27 has no point "27.P9"')
    const unknown = await ggi('activity', 'GGI-A-45')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('Did you mean "GGI-A-4')])
  })
})

describe('a scorecard through its life', () => {
  const card = () => readFileSync(join(cwd, 'ggi/GGI-A-44.yaml'), 'utf8')

  beforeAll(async () => {
    cwd = office('life')
    await smallOrganisation(join(cwd, 'p.sqlite'))
  })

  it('is started, declared on, and says first what is declared and not measured', async () => {
    expect((await ggi('start', '44', '--owner', 'Development teams', '--iteration', 'one')).code).toBe(0)
    expect((await ggi('declare', '44.P4', '--value', 'met', '--by', 'Development teams')).out).toContain(
      'GGI-A-44.yaml',
    )
    const status = await answer()
    expect(pointOf(status, '44.P4')).toMatchObject({ value: 'partly', differences: ['declared-not-measured'] })
    expect(pointOf(status, '44.P1').differences).toEqual(['never-looked-at'])
    const text = (await ggi('status')).out
    expect(text.indexOf('Declared met, measured otherwise')).toBeLessThan(text.indexOf('Points by goal'))
    expect(status.suggestions[0]).toMatchObject({ activity: 'GGI-A-26', after: ['GGI-A-44'] })
  })

  it('is changed without touching what somebody wrote by hand', async () => {
    const byHand = card().replace('owner:', '# who, and nobody else\nowner:')
    writeFileSync(join(cwd, 'ggi/GGI-A-44.yaml'), byHand)
    await ggi('close', '44', '--state', 'done')
    expect(card()).toBe(`${byHand.replace('in-progress', 'done')}closed: 2026-11-15\n`)
  })

  it('starts again and keeps what the iteration before reached', async () => {
    await ggi('start', '44', '--owner', 'Development teams', '--iteration', 'two')
    expect(card()).toContain('earlier:\n  - iteration: one\n    state: done\n')
    expect(card()).not.toMatch(/^closed:/mu)
    const again = await ggi('start', '44', '--owner', 'Development teams')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is at work already')])
  })

  it('is kept as it was when what would be written is wrong', async () => {
    const before = card()
    const refused = await ggi('declare', '44.P1', '--value', 'met', '--by', 'Team', '--until', '2020-01-01')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('ends before 2026-11-15')])
    expect(card()).toBe(before)
  })

  it('warns of people', async () => {
    const ran = await ggi('declare', '44.P1', '--value', 'met', '--by', '@somebody')
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('looks like a person')])
  })

  it('expires', async () => {
    await ggi('declare', '44.P2', '--value', 'met', '--by', 'Team', '--until', '2026-12-01')
    const later = await runParvis(['ggi', 'status', '--format', 'json'], { cwd, now: '2026-12-02T06:00:00Z' })
    expect(pointOf(JSON.parse(later.out) as Answer, '44.P2').differences).toContain('expired')
  })

  it('stops everything when one cannot be read, and names the place', async () => {
    mkdirSync(join(cwd, 'ggi'), { recursive: true })
    writeFileSync(join(cwd, 'ggi/broken.yaml'), 'activity: GGI-A-21\nhandbook: "1.3"\nstate: dun\n')
    const ran = await ggi('status')
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(/ggi\/broken\.yaml:3:8.*Did you mean "done"\?/u)])
  })
})

describe('assessments that are kept', () => {
  beforeAll(async () => {
    cwd = office('kept')
    await smallOrganisation(join(cwd, 'p.sqlite'))
  })

  it('are confirmed while nothing changes, and tell what changed and what fell', async () => {
    await ggi('declare', '19.P1', '--value', 'met', '--by', 'Office')
    expect((await ggi('status', '--record')).err).toContain('kept')
    expect((await ggi('status', '--record')).err).toContain('Nothing changed')
    await ggi('declare', '19.P1', '--value', 'partly', '--by', 'Office')
    expect(pointOf(await answer(), '19.P1').differences).toEqual(['falling'])
    await runParvis(['ggi', 'status', '--record'], { cwd, now: '2026-11-20T06:00:00Z' })
    const { out } = await ggi('history', '--format', 'json')
    const told = JSON.parse(out) as { assessments: { goals: { goal: string; met: number }[] }[]; changes: unknown }
    expect(told.assessments).toHaveLength(2)
    expect(told.changes).toEqual([{ point: 'GGI-A-19.P1', before: 'met', now: 'partly' }])
    const met = told.assessments.map(({ goals }) => goals.find(({ goal }) => goal === 'usage')?.met ?? 0)
    expect((met[0] ?? 0) - (met[1] ?? 0)).toBe(1)
    expect((await ggi('history', '--since', '2026-11-16')).out).toContain('GGI-A-19.P1')
  })
})

it('stands without a database, on what is declared', async () => {
  cwd = office('bare')
  await ggi('declare', '19.P1', '--value', 'met', '--by', 'Office')
  const ran = await ggi('status')
  expect(ran.out).toContain('Nothing is measured')
  expect(ran.code).toBe(0)
})

it.each(['markdown', 'csv'])(
  'answers as %s, with the attribution that the licence asks for or a row for each point',
  async (format) => {
    cwd = office(format)
    const { out } = await ggi('status', '--format', format)
    if (format === 'csv') expect(out.trim().split('\n')).toHaveLength(110)
    else expect(out).toContain('CC BY 4.0')
  },
)

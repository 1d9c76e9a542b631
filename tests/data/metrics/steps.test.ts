import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Record } from '#data/model/records.ts'
import { monthsBefore } from '#data/months.ts'
import type { Store } from '#data/store.ts'
import { random } from '../random.ts'
import { changeRequest, commit, folder, issue, openForWriting, person, repository, save } from '../world.ts'
import { ask, bot, readWhole, saveCity, standings } from './city.ts'

/**
 * Distinct persons from sums: figures that add up steps from month to month, held against rows of `contributor_month`
 * put into sets one by one.
 */

const files = folder()
const PATH = files.path('steps.sqlite')
const PERIOD = { from: 202502, to: 202611 }
let store: Store
let rows: readonly Row[]

interface Row {
  readonly repository: string
  readonly owner: string
  readonly readability: string
  readonly is_fork: number
  readonly month: number
  readonly person: number
  readonly kind: string
  readonly person_group: string
  readonly contributions: number
}

beforeAll(async () => {
  store = await openForWriting(PATH)
  const draw = random(7)
  const day = () => {
    const month = String(1 + draw(12)).padStart(2, '0')
    return `${2023 + draw(4)}-${month}-${String(1 + draw(28)).padStart(2, '0')}T10:00:00Z`
  }
  const who = () => (draw(12) === 0 ? bot(90) : person(1 + draw(14)))
  const ended = () => ({ state: 'merged', mergedAt: '2026-06-01T00:00:00Z', closedAt: '2026-06-01T00:00:00Z' }) as const
  const records = Array.from({ length: 260 }, (_, index): Record => {
    const of = 1 + draw(4)
    if (index % 3 === 0) return commit(`c${index}`, { of, author: who(), committedAt: day() })
    if (index % 3 === 1) return issue(index, { of, author: who(), createdAt: day() })
    return changeRequest(index, { of, author: who(), createdAt: day(), ...(draw(2) === 0 ? ended() : {}) })
  })
  // Persons 1 and 2 change sides, so that one person is met in two groups of one month.
  const until = '2025-06-15T00:00:00Z'
  await saveCity(
    store,
    [
      standings({ 3: 'staff', 4: 'contractor' }),
      {
        ...{ type: 'affiliation', register: 'moves.yaml' },
        lines: [1, 2].flatMap((number) => [
          { person: person(number), affiliation: 'staff', from: null, until } as const,
          { person: person(number), affiliation: 'company', from: until, until: null } as const,
        ]),
      },
      ...[1, 2, 3].map((number) =>
        commit(`both-${number}`, { author: person(1), committedAt: `2025-06-${10 + number * 3}T10:00:00Z` }),
      ),
      repository(3, { isFork: true }),
      repository(4, { owner: 'bourg-invente', readability: 'restricted' }),
    ],
    [1, 2, 3, 4],
  )
  await save(store, records, { finished: readWhole(1, 2, 3, 4) })
  const database = new Database(PATH, { readonly: true })
  rows = database
    .prepare(
      `SELECT r.name AS repository, r.owner, r.readability, r.is_fork, m.month, m.person, m.kind, m.person_group, m.contributions
      FROM contributor_month m JOIN repository r ON r.id = m.repository`,
    )
    .all() as Row[]
  database.close()
})
afterAll(() => {
  store.close()
  files.clear()
})

const SCOPES = [
  ['everything', {}, () => true],
  ['an owner', { owner: 'Ville-Inventee' }, ({ owner }: Row) => owner === 'ville-inventee'],
  [
    'one repository',
    { owner: 'ville-inventee', name: 'greffon-2' },
    ({ repository }: Row) => repository === 'greffon-2',
  ],
  ['a copy', { owner: 'ville-inventee', name: 'greffon-3' }, ({ repository }: Row) => repository === 'greffon-3'],
] as const

const COMMITS = ({ kind, is_fork }: Row) => kind === 'commit' && is_fork === 0
const DID = ['commit', 'change-request', 'issue', 'response', 'merge']
const ANYTHING = (row: Row) => DID.includes(row.kind) && (row.kind !== 'commit' || row.is_fork === 0)

/** The rows of a period and a group; `all` is everybody but bots. */
function among(is: (row: Row) => boolean, { from, to, group }: { from: number; to: number; group: string }) {
  const isOf = ({ person_group }: Row) => (group === 'all' ? person_group !== 'bot' : person_group === group)
  return rows.filter((row) => is(row) && isOf(row) && row.month >= from && row.month <= to)
}
const persons = (of: readonly Row[]) => new Set(of.map(({ person: number }) => number)).size
const sum = (of: readonly Row[]) => of.reduce((total, { contributions }) => total + contributions, 0)

describe.each(SCOPES)('over %s', (_name, asked, isIn) => {
  it('commits and their authors are those of the rows, month by month and over all of them', async () => {
    const { rows: told } = await ask(store, 'commits', { ...asked, ...PERIOD })
    expect(told.length).toBe(23)
    for (const { cells } of told) {
      const period = Number(cells.period)
      const own = among((row) => isIn(row) && COMMITS(row), {
        ...{ from: cells.grain === 'span' ? PERIOD.from : period, to: period, group: 'all' },
      })
      expect([cells.period, cells.commits, cells.contributors]).toEqual([cells.period, sum(own), persons(own)])
    }
  })

  it('contributors who are active or new are those of the rows, in every group', async () => {
    const { rows: told } = await ask(store, 'contributors', { ...asked, ...PERIOD })
    for (const { cells } of told) {
      const is = (row: Row) => isIn(row) && ANYTHING(row)
      const [period, group] = [Number(cells.period), String(cells.author_group)]
      const own = among(is, { from: period, to: period, group })
      const known = among(is, { from: 0, to: monthsBefore(period, 1), group })
      const before = new Set(known.map(({ person: number }) => number))
      const silent = (from: number, to: number) => {
        const since = among(is, { from: monthsBefore(period, from - 1), to: period, group }).map((row) => row.person)
        const seen = among(is, { from: monthsBefore(period, to), to: monthsBefore(period, from), group })
        return persons(seen.filter((row) => !since.includes(row.person)))
      }
      expect(cells).toMatchObject({
        ...{ active: persons(own), new: persons(own.filter((row) => !before.has(row.person))) },
        ...{ drifting: silent(4, 12), lost: silent(13, 13) },
      })
    }
  })

  it('change requests that ended, and open ones, are those of the rows', async () => {
    const { rows: told } = await ask(store, 'change-requests', { ...asked, ...PERIOD })
    const of = (kinds: readonly string[]) => (row: Row) => isIn(row) && kinds.includes(row.kind)
    for (const { cells } of told) {
      const period = Number(cells.period)
      const group = String(cells.author_group)
      const span = { from: cells.grain === 'span' ? PERIOD.from : period, to: period, group }
      const until = { from: 0, to: period, group }
      expect(cells).toMatchObject({
        opened: sum(among(of(['change-request']), span)),
        merged: sum(among(of(['merged']), span)),
        open: sum(among(of(['change-request']), until)) - sum(among(of(['merged']), until)),
      })
    }
  })
})

describe('the public', () => {
  it('is told of what anybody can read, each person once in a quarter and in a year', async () => {
    const { rows: told } = await ask(store, 'change-requests', { audience: 'public' })
    const isIn = ({ kind, readability }: Row) => kind === 'change-request' && readability === 'anonymous'
    const years = told.filter(({ cells }) => cells.grain === 'year' && cells.author_group === 'all')
    expect(years.length).toBe(3)
    for (const { cells, withheld } of years) {
      const own = among(isIn, {
        from: Number(cells.period) * 100,
        to: Math.min(Number(cells.period) * 100 + 12, 202610),
        group: 'all',
      })
      expect(persons(own)).toBeGreaterThanOrEqual(5)
      expect([cells.opened, withheld.opened]).toEqual([sum(own), undefined])
    }
    for (const { cells, withheld } of told.filter(
      (row) => row.cells.grain === 'quarter' && row.cells.author_group !== 'bot',
    )) {
      const [year, quarter] = [Math.floor(Number(cells.period) / 10), Number(cells.period) % 10]
      const to = Math.min(year * 100 + quarter * 3, 202610)
      const own = among(isIn, { from: year * 100 + quarter * 3 - 2, to, group: String(cells.author_group) })
      if (own.length > 0 && persons(own) < 5) expect(withheld.opened).toBe('few-persons')
    }
  })
})

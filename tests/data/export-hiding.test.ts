import { afterAll, describe, expect, it } from 'vitest'
import { exportDatabase } from '#data/export.ts'
import type { ChangeRequestRecord, Record } from '#data/model/records.ts'
import { monthsBefore, monthsBetween } from '#data/months.ts'
import { defineQuery } from '#data/queries/query.ts'
import { siteAnswerValues } from '#data/queries/site/figures.ts'
import { openExport, type Store } from '#data/store.ts'
import { FLOOR } from '#data/suppression.ts'
import { random } from './random.ts'
import { type Span, spanOf, sum, type Vector } from './span.ts'
import { changeRequest, folder, openForWriting, organisation, person, repository, SERVER, save } from './world.ts'

const files = folder()
afterAll(files.clear)

const LAST = 202611
/** The last month that is over. */
const OVER = 202610
const EVENTS = ['opened', 'merged', 'closed'] as const
const PEOPLE = ['inside', 'outside', 'contractor', 'unknown'] as const
/** Columns of the answer, and the event that each counts. */
const COUNTED = { opened: 'opened', merged: 'merged', closed_unmerged: 'closed' } as const

/** One event of one change request, as the test knows it. */
interface Happening {
  readonly month: number
  readonly event: string
  readonly group: string
  readonly person: number
}

/** A figure that the file shows or hides, beside what the test knows of it. */
interface Told {
  readonly name: string
  readonly value: number | null
  readonly count: number
  readonly persons: number
  readonly vector: Vector
}

const stock = defineQuery({
  id: 'test/stock',
  title: 'Change requests that the repositories of the file tell of',
  of: 'export',
  params: {},
  row: { merged: 'integer', closed: 'integer', opened: 'integer' },
  sql: `
    SELECT SUM(change_requests_merged) AS merged, SUM(change_requests_closed) AS closed,
      SUM(change_requests_open + change_requests_merged + change_requests_closed) AS opened
    FROM repository`,
})

/** Few people in each group, each with few change requests a month, so that many cells lie about the floor. */
function proposals(seed: number, months: number): readonly ChangeRequestRecord[] {
  const next = random(seed)
  const staff = { inside: 4 + next(8), outside: 3 + next(9), contractor: 1 + next(6), unknown: next(7), bot: 1 }
  const made: ChangeRequestRecord[] = []
  for (const month of monthsBetween(monthsBefore(LAST, months - 1), LAST)) {
    for (const [index, [group, persons]] of Object.entries(staff).entries()) {
      for (let turn = next(2 * persons + 1); turn > 0; turn -= 1) {
        const author = person(1000 * (index + 1) + next(persons), group === 'bot' ? { kind: 'bot' } : {})
        made.push(proposal(made.length, { author, month, fate: next(5), answeredAfter: next(4) }))
      }
    }
  }
  return made
}

function proposal(
  number: number,
  of: {
    readonly author: ReturnType<typeof person>
    readonly month: number
    readonly fate: number
    readonly answeredAfter: number
  },
): ChangeRequestRecord {
  const on = (month: number, hour: number) =>
    `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-05T${10 + hour}:00:00Z`
  const ended = on(of.month < LAST ? monthsBefore(of.month, of.fate === 2 ? -1 : 0) : of.month, 9)
  const fate =
    of.fate < 3
      ? { state: 'merged' as const, mergedAt: ended, closedAt: ended }
      : of.fate === 3
        ? { state: 'closed' as const, closedAt: ended }
        : {}
  return changeRequest(number, {
    ...{ author: of.author, createdAt: on(of.month, 0), ...fate },
    firstResponseAt: of.answeredAfter === 0 ? null : on(of.month, of.answeredAfter),
  })
}

const GROUP_BY_THOUSAND = ['', ...PEOPLE, 'bot']

function happenings(made: readonly ChangeRequestRecord[]): readonly Happening[] {
  const monthOf = (instant: string) => Number(instant.slice(0, 7).replace('-', ''))
  return made.flatMap((request) => {
    const id = Number(request.author?.hostId)
    const of = { person: id, group: GROUP_BY_THOUSAND[Math.floor(id / 1000)] ?? '' }
    const ended =
      request.state === 'open' ? [] : [{ ...of, event: request.state, month: monthOf(request.closedAt ?? '') }]
    return [{ ...of, event: 'opened', month: monthOf(request.createdAt) }, ...ended]
  })
}

async function world(name: string, made: readonly ChangeRequestRecord[]): Promise<Store> {
  const store = await openForWriting(files.path(name))
  const ids = (from: number) => Array.from({ length: 12 }, (_, index) => person(from + index))
  const line = (affiliation: 'company' | 'contractor') => (who: ReturnType<typeof person>) => ({
    ...{ person: who, affiliation, from: null, until: null },
  })
  const registers: readonly Record[] = [
    ...[organisation(), repository(1)],
    {
      ...{ type: 'affiliation', register: 'affiliations.yaml' },
      lines: [...ids(2000).map(line('company')), ...ids(3000).map(line('contractor'))],
    },
    {
      ...{ type: 'membership', organisation: organisation() },
      members: ids(1000).map((who) => ({ person: who, role: 'member' as const })),
    },
  ]
  const finished = [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: '2026-11-20T08:00:00Z' }]
  await save(store, [...registers, ...made], { finished })
  return store
}

/** Everything about change requests that the file holds, shown or hidden. */
async function readTold(path: string, all: readonly Happening[]): Promise<readonly Told[]> {
  const file = await openExport(path)
  const rows = (await file.ask(siteAnswerValues, {})).filter(({ answer }) => answer === 'change-requests')
  file.close()
  return rows.flatMap(({ grain, period, dimensions, measure, value }) => {
    const { author_group: group = '' } = JSON.parse(dimensions) as { readonly author_group?: string }
    const event = Object.entries(COUNTED).find(([column]) => column === measure)?.[1]
    if (event === undefined || period === null) return []
    const of = { months: monthsIn(period), event, groups: group === 'all' ? PEOPLE : [group] }
    return [{ name: `${grain} ${period} ${event} ${group}`, value, ...truth(all, of) }]
  })
}

interface Wanted {
  readonly months: readonly number[]
  readonly event: string
  readonly groups: readonly string[]
}

function truth(all: readonly Happening[], { months: asked, event, groups }: Wanted): Omit<Told, 'name' | 'value'> {
  // Nothing is before the series: whoever reads the file knows that much.
  const first = Math.min(...all.map(({ month }) => month))
  const months = asked.filter((month) => month >= first)
  const cases = (what: string) =>
    all.filter((each) => each.event === what && months.includes(each.month) && groups.includes(each.group))
  const parts = months.flatMap((month) => groups.map((group) => `${month} ${event} ${group}`))
  const own = cases(event)
  return { count: own.length, persons: new Set(own.map((each) => each.person)).size, vector: sum(parts) }
}

function monthsIn(period: number): readonly number[] {
  if (period > 100_000) return [period]
  if (period < 10_000) return monthsBetween(period * 100 + 1, Math.min(period * 100 + 12, OVER))
  const from = Math.floor(period / 10) * 100 + (period % 10) * 3 - 2
  return monthsBetween(from, Math.min(from + 2, OVER))
}

/** All that follows from the file: what it shows, each part of a nought, and how many the repositories ever had. */
async function readSpan(path: string, told: readonly Told[], first: number): Promise<Span> {
  const file = await openExport(path)
  const [row] = await file.ask(stock, {})
  file.close()
  expect(row).toBeDefined()
  const ever = EVENTS.map((event) =>
    sum(monthsBetween(first, LAST).flatMap((month) => [...PEOPLE, 'bot'].map((group) => `${month} ${event} ${group}`))),
  )
  const shown = told.filter(({ value }) => value !== null)
  // A group that has no row did nothing at all.
  const absent = PEOPLE.filter((group) => told.every(({ name }) => !name.endsWith(` ${group}`)))
  const never = told.flatMap(({ vector }) =>
    [...vector.keys()].filter((part) => absent.some((one) => part.endsWith(one))),
  )
  const noughts = [
    ...shown.filter(({ value }) => value === 0).flatMap(({ vector }) => [...vector.keys()]),
    ...new Set(never),
  ]
  return spanOf([...noughts.map((part) => sum([part])), ...ever, ...shown.map(({ vector }) => vector)])
}

describe('what the public file hides about change requests', () => {
  const isOfBots = ({ vector }: Told) => [...vector.keys()].some((part) => part.endsWith(' bot'))
  const isSmall = (told: Told) => !isOfBots(told) && told.count > 0 && told.persons < FLOOR

  for (const [seed, months] of [
    [3, 3],
    [4, 7],
    [5, 14],
    [6, 14],
    [7, 26],
    [8, 27],
  ] as const) {
    it(`cannot be computed from all that it shows, and nothing is hidden without need (${months} months, world ${seed})`, async () => {
      const made = proposals(seed, months)
      const store = await world(`world-${seed}.sqlite`, made)
      const path = files.path(`file-${seed}.sqlite`)
      await exportDatabase({ store, out: path, profile: 'public' })
      store.close()
      const told = await readTold(path, happenings(made))
      for (const { name, value, count } of told) if (value !== null) expect(value, name).toBe(count)
      const small = told.filter(isSmall)
      expect(small.length).toBeGreaterThan(10)
      expect(small.filter(({ value }) => value !== null)).toEqual([])

      const span = await readSpan(path, told, monthsBefore(LAST, months - 1))
      const kept = small.filter(({ vector }) => !span.holds(vector))
      expect(small.filter(({ vector }) => span.holds(vector)).map(({ name }) => name)).toEqual([])

      const hidden = told.filter((each) => each.value === null && !small.includes(each))
      const needless = hidden.filter(({ vector }) => {
        const more = span.with(vector)
        return !kept.some((each) => more.holds(each.vector))
      })
      expect(needless.map(({ name }) => name)).toEqual([])
    })
  }
})

import { afterAll, expect, it } from 'vitest'
import type { ChangeRequestRecord, IssueRecord, MembershipRecord, PersonRef, Record } from '#data/model/records.ts'
import type { MetricRow } from '#data/queries/metrics/metric.ts'
import { changeRequest, commit, folder, issue, openForWriting, person, SERVER } from '../world.ts'
import { bot, cells, saveCity, standings } from './city.ts'

/**
 * Cases that figures get wrong easily, each by its name: what was collected, which cells are asked, what they say. The
 * data stand on 20 November 2026, so that the last month that is over is October.
 */

const files = folder()
afterAll(() => files.clear())

const GONE: PersonRef = { server: SERVER, kind: 'deleted', login: null }
const MAY = { createdAt: '2026-05-04T10:00:00Z' }
const NEXT_DAY = '2026-05-05T10:00:00Z'
const SPAN = { grain: 'span', author_group: 'all' }

const merged = (at: string, by: PersonRef): Partial<ChangeRequestRecord> => ({
  ...{ state: 'merged', mergedAt: at, closedAt: at, mergedBy: by },
})
const closed = (at: string, closedBy: ChangeRequestRecord['closedBy']): Partial<ChangeRequestRecord> => ({
  ...{ state: 'closed', closedAt: at, closedBy, closingPhrase: null },
})
const answered = (at: string, by: PersonRef) => ({ firstResponseAt: at, firstResponder: by })
const members = (...numbers: readonly number[]): MembershipRecord => ({
  ...{ type: 'membership', organisation: { server: SERVER, login: 'ville-inventee' } },
  members: numbers.map((number) => ({ person: person(number), role: 'member' })),
})

interface Case {
  readonly name: string
  readonly records: readonly Record[]
  readonly metric: string
  readonly columns: readonly string[]
  readonly where?: MetricRow
  readonly told: readonly (readonly unknown[])[]
}

const RESPONSES = ['cases', 'settled', 'unanswered', 'unsettled', 'responders']

const CASES: readonly Case[] = [
  {
    name: 'deleted authors are in no group, and are one person together',
    records: [
      changeRequest(1, { ...MAY, author: GONE }),
      changeRequest(2, { ...MAY, author: GONE }),
      commit('gone', { author: GONE, committedAt: NEXT_DAY }),
    ],
    ...{ metric: 'contributors', columns: ['author_group', 'active'], where: { period: 202605 } },
    told: [
      ['all', 1],
      ['unknown', 1],
    ],
  },
  {
    name: 'a bot without a mark is one where the register says so, and is nobody among people',
    records: [
      standings({ 7: 'bot' }),
      changeRequest(1, { ...MAY, author: person(7) }),
      changeRequest(2, { ...MAY, author: person(1) }),
    ],
    ...{ metric: 'change-requests', columns: ['author_group', 'opened'], where: { grain: 'span' } },
    told: [
      ['all', 1],
      ['unknown', 1],
      ['bot', 1],
    ],
  },
  {
    name: 'an answer of a bot without a mark is none, and what came after it is not known',
    records: [
      standings({ 7: 'bot' }),
      changeRequest(1, { ...MAY, author: person(1), ...answered(NEXT_DAY, person(7)) }),
      changeRequest(2, { ...MAY, author: person(1), ...answered(NEXT_DAY, person(2)) }),
    ],
    ...{ metric: 'first-response', columns: RESPONSES, where: SPAN },
    told: [[2, 1, 0, 1, 1]],
  },
  {
    name: 'a member whose membership is private is not known, never outside',
    records: [
      members(1),
      standings({ 3: 'company' }),
      ...[1, 2, 3].map((number) => changeRequest(number, { ...MAY, author: person(number) })),
    ],
    ...{ metric: 'change-requests', columns: ['author_group', 'opened'], where: { grain: 'span' } },
    told: [
      ['all', 3],
      ['inside', 1],
      ['outside', 1],
      ['unknown', 1],
    ],
  },
  {
    name: 'authors who merge or close what they proposed have answered nobody',
    records: [
      changeRequest(1, { ...MAY, author: person(1), ...merged(NEXT_DAY, person(1)) }),
      changeRequest(2, { ...MAY, author: person(1), ...closed(NEXT_DAY, 'author') }),
    ],
    ...{ metric: 'first-response', columns: RESPONSES, where: SPAN },
    told: [[2, 0, 2, 0, 0]],
  },
  {
    name: 'whoever merges or closes what another proposed answers, without a word; a program and one who is gone do not',
    records: [
      changeRequest(1, { ...MAY, author: person(1), ...merged(NEXT_DAY, person(2)) }),
      changeRequest(2, { ...MAY, author: person(1), ...merged(NEXT_DAY, bot(8)) }),
      changeRequest(3, { ...MAY, author: person(1), ...closed(NEXT_DAY, 'maintainer') }),
      changeRequest(4, { ...MAY, author: person(1), ...closed(NEXT_DAY, 'bot') }),
      changeRequest(5, { ...MAY, author: person(1), ...closed(NEXT_DAY, 'deleted') }),
    ],
    // Who closed it is not kept, so one person is known to have answered.
    ...{ metric: 'first-response', columns: RESPONSES, where: SPAN },
    told: [[5, 2, 3, 0, 1]],
  },
  {
    name: 'the first of a merge and a word is the response',
    records: [1, 2, 3, 4, 5].map((number) =>
      changeRequest(number, {
        ...{ ...MAY, author: person(1), ...merged('2026-05-06T10:00:00Z', person(2)) },
        ...answered(number < 3 ? NEXT_DAY : '2026-05-07T10:00:00Z', person(3)),
      }),
    ),
    ...{ metric: 'first-response', columns: ['settled', 'median_days', 'responders'], where: SPAN },
    told: [[5, 2, 2]],
  },
  {
    name: 'an issue that somebody else closes is answered by that',
    records: [
      issue(1, { ...MAY, author: person(1), state: 'closed', closedAt: NEXT_DAY, closedBy: 'maintainer', ...noWord() }),
      issue(2, { ...MAY, author: person(1), state: 'closed', closedAt: NEXT_DAY, closedBy: 'author', ...noWord() }),
    ],
    ...{ metric: 'issue-first-response', columns: RESPONSES, where: SPAN },
    told: [[2, 1, 1, 0, 0]],
  },
  {
    name: 'a draft is opened like any other, and waits for no answer',
    records: [changeRequest(1, { ...MAY, isDraft: true }), changeRequest(2, MAY)],
    ...{ metric: 'first-response', columns: ['cases'], where: SPAN },
    told: [[1]],
  },
  {
    name: 'a draft is counted among those opened',
    records: [changeRequest(1, { ...MAY, isDraft: true }), changeRequest(2, MAY)],
    ...{ metric: 'change-requests', columns: ['opened', 'open'], where: SPAN },
    told: [[2, 2]],
  },
  {
    name: 'what was reopened is open since its first day, whatever day it was closed at',
    records: [
      changeRequest(1, { ...MAY, isReopened: true, closedAt: NEXT_DAY }),
      issue(1, { ...MAY, isReopened: true, closedAt: NEXT_DAY }),
    ],
    ...{ metric: 'change-requests', columns: ['opened', 'closed_unmerged', 'open'], where: SPAN },
    told: [[1, 0, 1]],
  },
  {
    name: 'a change request merged by squash is merged, and its one commit is one',
    records: [
      changeRequest(1, { ...MAY, ...merged(NEXT_DAY, person(2)), headOid: 'a'.repeat(40) }),
      commit('squashed', { author: person(1), committedAt: NEXT_DAY, mentions: [1] }),
    ],
    ...{ metric: 'change-request-acceptance', columns: ['merged', 'taken_over', 'unknown_fate'], where: SPAN },
    told: [[1, 0, 0]],
  },
  {
    name: 'months end at midnight in Greenwich, whatever the clock of whoever did it',
    records: [
      commit('last', { committedAt: '2026-05-31T23:59:59Z' }),
      commit('first', { committedAt: '2026-06-01T00:00:00Z' }),
      commit('leap', { committedAt: '2026-02-28T23:59:59Z' }),
    ],
    ...{ metric: 'commits', columns: ['period', 'commits'], where: { grain: 'month' } },
    told: [
      ...[202511, 202512, 202601].map((month) => [month, 0]),
      ...[
        [202602, 1],
        [202603, 0],
        [202604, 0],
        [202605, 1],
        [202606, 1],
      ],
      ...[202607, 202608, 202609, 202610].map((month) => [month, 0]),
    ],
  },
  {
    name: 'an empty month is a nought, not a month that is missing',
    records: [changeRequest(1, { createdAt: '2026-10-31T10:00:00Z' })],
    ...{ metric: 'change-requests', columns: ['period', 'opened'], where: { grain: 'month', author_group: 'all' } },
    told: [
      ...[202511, 202512, 202601, 202602, 202603, 202604].map((month) => [month, 0]),
      ...[202605, 202606, 202607, 202608, 202609].map((month) => [month, 0]),
      [202610, 1],
    ],
  },
  {
    name: 'one contributor is the whole absence factor, of everything together',
    records: Array.from({ length: 10 }, (_, index) =>
      commit(`c${index}`, { author: person(1), committedAt: NEXT_DAY }),
    ),
    ...{ metric: 'absence-factor', columns: ['absence_factor', 'contributors'], where: { kind: 'commit' } },
    told: [[1, 1]],
  },
  {
    name: 'commits of before 1970 and of days to come are in no month that is asked about',
    records: [
      '1969-12-31T23:59:59Z',
      '1970-01-01T00:00:00Z',
      '2038-01-19T03:14:08Z',
      '2099-12-31T00:00:00Z',
      NEXT_DAY,
    ].map((committedAt) => commit(committedAt, { author: person(1), authoredAt: committedAt, committedAt })),
    ...{ metric: 'commits', columns: ['commits', 'contributors'], where: { grain: 'span' } },
    told: [[1, 1]],
  },
  {
    name: 'whoever committed before 1970 is not new in a month of ours',
    records: ['1969-12-31T23:59:59Z', NEXT_DAY].map((committedAt) =>
      commit(committedAt, { author: person(1), committedAt }),
    ),
    ...{
      metric: 'contributors',
      columns: ['active', 'new', 'returning'],
      where: { period: 202605, author_group: 'all' },
    },
    told: [[1, 0, 1]],
  },
  {
    name: 'what is closed in the second in which it was opened took no time',
    records: [1, 2, 3, 4, 5].map((number) =>
      changeRequest(number, { ...MAY, author: person(number), ...merged(MAY.createdAt, person(9)) }),
    ),
    ...{ metric: 'time-to-merge', columns: ['settled', 'median_days', 'median_working_days'], where: SPAN },
    told: [[5, 0, 0]],
  },
]

function noWord(): Partial<IssueRecord> {
  return { firstResponseAt: null, firstResponder: null }
}

it.each(CASES.map((one, index) => [one.name, index, one] as const))('%s', async (_name, index, one) => {
  const store = await openForWriting(files.path(`case-${index}.sqlite`))
  await saveCity(store, one.records)
  const { metric, columns, where = {}, told } = one
  expect(await cells(store, metric, { columns, where })).toEqual(told)
  store.close()
})

it('what was transferred is counted where it went, once', async () => {
  const store = await openForWriting(files.path('transferred.sqlite'))
  await saveCity(store, [issue(1, { ...MAY, of: 1 }), issue(2, { ...MAY, of: 1 })], [1, 2])
  const repository = { server: SERVER, hostId: '1' }
  const run = await store.sink.startRun('invented/all', 'ville-inventee', NEXT_DAY)
  await store.write(run, '2026-11-20T09:00:00Z', {
    ...{
      records: [issue(3, { ...MAY, of: 2 })],
      cursors: [],
      finished: [],
      gaps: [],
      cost: { requests: 0, points: 0 },
    },
    gone: [{ type: 'issue', repository, hostId: 'issue-1' }],
  })
  await store.refreshRollups()
  const opened = (name: string) =>
    cells(store, 'issues', { columns: ['opened'], where: SPAN, asked: { owner: 'ville-inventee', name } })
  expect(await opened('')).toEqual([[2]])
  expect(await opened('greffon-1')).toEqual([[1]])
  expect(await opened('greffon-2')).toEqual([[1]])
  store.close()
})

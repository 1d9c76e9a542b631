import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPromise } from '#data/metrics/promise.ts'
import { median } from '#data/metrics/quantiles.ts'
import { smallestShare } from '#data/metrics/smallest-share.ts'
import { FRENCH_CALENDAR } from '#data/model/working-days.ts'
import { type Month, monthOf, monthsBetween } from '#data/months.ts'
import type { Store } from '#data/store.ts'
import { collectOrganisation, withStore } from '../../collectors/github-scene.ts'
import { startGitHub } from '../../github/start.ts'
import { generateWorld } from '../../github/world/generate.ts'
import type { World } from '../../github/world/model.ts'
import {
  type ExpectedChangeRequest,
  type ExpectedIssue,
  type ExpectedRepository,
  expectedMembers,
  expectedRepositories,
} from '../../github/world/oracle.ts'
import { ask, cells } from './city.ts'

/** A large generated world, collected over HTTP, against what its generator knows it made. */

const LOGIN = 'maison-bleue'
const PERIOD = { from: 202401, to: 202606 }
const SPAN = { author_group: 'all', grain: 'span' }

let world: World
let repositories: readonly ExpectedRepository[]
let members: ReadonlySet<string>
let store: Store
let finish: () => void

beforeAll(async () => {
  world = generateWorld({ seed: 11, repositories: 16, changeRequests: 600, issues: 240, commits: 600, people: 50 })
  repositories = expectedRepositories(world, LOGIN, { machinesAreBots: false })
  members = new Set(expectedMembers(world, LOGIN).map(({ login }) => login))
  const github = await startGitHub({ world })
  const open = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  finish = done.resolve
  void withStore(async (own) => {
    const only = ['github/repositories', 'github/members', 'github/change-requests', 'github/issues', 'github/commits']
    await collectOrganisation({ url: github.url, login: LOGIN, store: own, only })
    await github.stop()
    store = own
    open.resolve()
    await done.promise
  }).catch(open.reject)
  await open.promise
})
afterAll(() => finish())

type Item = ExpectedChangeRequest | ExpectedIssue

const isPerson = ({ isBot }: Item) => !isBot
const changeRequests = () => repositories.flatMap((one) => one.changeRequests).filter(isPerson)
const issues = () => repositories.flatMap((one) => one.issues).filter(isPerson)
const endOf = (item: Item) => ('mergedAt' in item && item.mergedAt !== null ? item.mergedAt : item.closedAt)
const isIn = (at: string | null, { from, to }: { from: Month; to: Month } = PERIOD) =>
  at !== null && monthOf(at) >= from && monthOf(at) <= to
const count = <One>(items: readonly One[], is: (one: One) => boolean) => items.filter(is).length
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

describe('a collected world gives the counts that its generator made', () => {
  it('of change requests, month by month', async () => {
    const columns = ['period', 'opened', 'merged', 'closed_unmerged', 'open']
    const where = { author_group: 'all', grain: 'month' }
    const told = await cells(store, 'change-requests', { columns, where, asked: PERIOD })
    const expected = monthsBetween(PERIOD.from, PERIOD.to).map((month) => {
      const at = { from: month, to: month }
      return [
        month,
        count(changeRequests(), ({ createdAt }) => isIn(createdAt, at)),
        count(changeRequests(), ({ state, mergedAt }) => state === 'MERGED' && isIn(mergedAt, at)),
        count(changeRequests(), ({ state, closedAt }) => state === 'CLOSED' && isIn(closedAt, at)),
        count(changeRequests(), (one) => monthOf(one.createdAt) <= month && !isIn(endOf(one), { from: 0, to: month })),
      ]
    })
    expect(told).toEqual(expected)
    expect(expected.flatMap(([, opened]) => opened ?? 0).reduce((sum, one) => sum + one)).toBeGreaterThan(50)
  })

  it('of issues, and of the share of them that closed', async () => {
    const opened = count(issues(), ({ createdAt }) => isIn(createdAt))
    const closed = count(issues(), ({ closedAt }) => isIn(closedAt))
    const standing = count(
      issues(),
      (one) => monthOf(one.createdAt) < PERIOD.from && !isIn(one.closedAt, { from: 0, to: PERIOD.from - 1 }),
    )
    const columns = ['opened', 'closed', 'open']
    expect(await cells(store, 'issues', { columns, where: SPAN, asked: PERIOD })).toEqual([
      [opened, closed, standing + opened - closed],
    ])
    const ratio = { columns: ['closure_ratio'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'issue-closure', ratio)).toEqual([[closed / (standing + opened)]])
  })

  it('of endings, with staff told apart by the list of members', async () => {
    const ended = changeRequests().filter((one) => isIn(endOf(one)))
    const inside = ended.filter(({ author }) => author !== null && members.has(author))
    const merged = (items: readonly ExpectedChangeRequest[]) => count(items, ({ state }) => state === 'MERGED')
    const columns = ['author_group', 'merged', 'accepted_share']
    const told = await cells(store, 'change-request-acceptance', { columns, where: { grain: 'span' }, asked: PERIOD })
    expect(told).toContainEqual(['inside', merged(inside), merged(inside) / inside.length])
    expect(told).toContainEqual(['all', merged(ended), merged(ended) / ended.length])
    const closure = { columns: ['closed'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'change-request-closure', closure)).toEqual([[ended.length]])
  })

  it('of waiting: first responses of others than the author, merges, closings', async () => {
    const offered = changeRequests().filter(
      ({ author, isDraft, createdAt }) => isIn(createdAt) && !isDraft && (author === null || !members.has(author)),
    )
    // A merge by somebody else is a response, too; who closes without one is not told by this world.
    const answered = offered.flatMap(({ author, createdAt, firstResponseAt, mergedAt, mergedBy }) => {
      const [first] = [firstResponseAt, mergedBy === author ? null : mergedAt].flatMap((at) => at ?? []).sort()
      return first === undefined ? [] : [days(createdAt, first)]
    })
    expect(answered.length).toBeGreaterThan(count(offered, ({ firstResponseAt }) => firstResponseAt !== null))
    const response = { columns: ['cases', 'settled', 'unanswered', 'unsettled'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'first-response', response)).toEqual([
      [offered.length, answered.length, offered.length - answered.length, 0],
    ])
    const promise = answerPromise(5, FRENCH_CALENDAR)
    const epoch = (at: string) => Date.parse(at) / 1000
    const { asOf } = await ask(store, 'first-response')
    const due = offered.filter(({ createdAt }) => promise.isDue(epoch(createdAt), epoch(asOf ?? '')))
    const inTime = count(due, ({ author, createdAt, firstResponseAt, mergedAt, mergedBy }) => {
      const [first] = [firstResponseAt, mergedBy === author ? null : mergedAt].flatMap((at) => at ?? []).sort()
      return first !== undefined && promise.isKept(epoch(createdAt), epoch(first))
    })
    const kept = { columns: ['due', 'in_time'], where: SPAN, asked: PERIOD }
    expect(inTime).toBeGreaterThan(0)
    expect(await cells({ ask: store.ask, promise }, 'answers-in-time', kept)).toEqual([[due.length, inTime]])
    const medianOf = async (id: string) =>
      (await cells(store, id, { columns: ['median_days'], where: SPAN, asked: PERIOD }))[0]?.[0]
    expect(await medianOf('first-response')).toBeCloseTo(median(answered) ?? -1, 9)
    const merges = changeRequests().flatMap(({ createdAt, mergedAt }) =>
      mergedAt !== null && isIn(mergedAt) ? [days(createdAt, mergedAt)] : [],
    )
    expect(await medianOf('time-to-merge')).toBeCloseTo(median(merges) ?? -1, 9)
    const begun = changeRequests().filter(({ createdAt }) => isIn(createdAt))
    const ends = begun.flatMap((one) => endOf(one) ?? []).length
    const close = { columns: ['cases', 'settled', 'censored'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'time-to-close', close)).toEqual([[begun.length, ends, begun.length - ends]])
    const resolved = issues().flatMap(({ createdAt, closedAt }) =>
      isIn(createdAt) && closedAt !== null ? [days(createdAt, closedAt)] : [],
    )
    expect(await medianOf('issue-time-to-close')).toBeCloseTo(median(resolved) ?? -1, 9)
  })

  it('of first reviews by others, of responses to issues, and of why nothing was merged', async () => {
    const own = world.repositories.filter(({ name }) =>
      repositories.some((one) => one.nameWithOwner === `${LOGIN}/${name}`),
    )
    const people = new Set(world.accounts.flatMap((one) => (one.kind === 'Bot' ? [] : [one.databaseId])))
    const isOther = (by: number | null, author: number | null) => by !== null && people.has(by) && by !== author
    const reviewed = own
      .flatMap((one) => one.changeRequests)
      .filter((one) => isIn(one.createdAt) && !one.isDraft && (one.author === null || people.has(one.author)))
      .flatMap(({ author, createdAt, reviews }) => {
        const [first] = reviews.flatMap((one) => (isOther(one.author, author) ? (one.submittedAt ?? []) : [])).sort()
        return first === undefined ? [] : [days(createdAt, first)]
      })
    const review = { columns: ['settled', 'median_days'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'time-to-review', review)).toEqual([
      [reviewed.length, expect.closeTo(median(reviewed) ?? -1, 9)],
    ])

    const asked = issues().filter(
      ({ author, createdAt }) => isIn(createdAt) && (author === null || !members.has(author)),
    )
    const answered = asked.flatMap(({ createdAt, firstResponseAt }) =>
      firstResponseAt === null ? [] : [days(createdAt, firstResponseAt)],
    )
    const response = { columns: ['cases', 'settled', 'unanswered'], where: SPAN, asked: PERIOD }
    expect(await cells(store, 'issue-first-response', response)).toEqual([
      [asked.length, answered.length, asked.length - answered.length],
    ])

    const unmerged = changeRequests().filter(({ state, closedAt }) => state === 'CLOSED' && isIn(closedAt))
    const reasons = await cells(store, 'refusals', {
      columns: ['reason', 'change_requests'],
      where: { author_group: 'all' },
      asked: PERIOD,
    })
    expect(reasons.reduce((sum, [, cases]) => sum + Number(cases), 0)).toBe(unmerged.length)
    const silent = count(unmerged, ({ firstResponseAt }) => firstResponseAt === null)
    const [, told] = reasons.find(([reason]) => reason === 'unanswered') ?? []
    expect(Number(told)).toBeLessThanOrEqual(silent)
    expect(silent).toBeGreaterThan(0)
  })

  it('of what is open in repositories that are not archived', async () => {
    const active = repositories.filter(({ isArchived }) => !isArchived)
    const openIn = (items: readonly Item[]) => count(items.filter(isPerson), ({ state }) => state === 'OPEN')
    const where = { author_group: 'all', age_band: 'any-age' }
    const columns = ['open_now']
    expect(await cells(store, 'change-request-backlog', { columns, where })).toEqual([
      [openIn(active.flatMap((one) => one.changeRequests))],
    ])
    expect(await cells(store, 'issue-backlog', { columns, where })).toEqual([
      [openIn(active.flatMap((one) => one.issues))],
    ])
  })

  it('of people: each once, those whose accounts are gone as one', async () => {
    const authors = changeRequests()
      .filter(({ createdAt }) => isIn(createdAt))
      .map(({ author }) => author)
    const each = [...Map.groupBy(authors, (author) => author).values()].map(({ length }) => length)
    const columns = ['absence_factor', 'contributors', 'contributions']
    const where = { kind: 'change-request' }
    expect(await cells(store, 'absence-factor', { columns, where, asked: PERIOD })).toEqual([
      [smallestShare(each, 0.5), each.length, authors.length],
    ])
    const reporters = new Set(issues().flatMap(({ author, createdAt }) => (isIn(createdAt) ? [author] : [])))
    const value = { columns: ['value'], asked: PERIOD }
    expect(await cells(store, 'communities', { ...value, where: { what: 'issue-authors' } })).toEqual([
      [reporters.size],
    ])
    expect(await cells(store, 'communities', { ...value, where: { what: 'change-request-authors' } })).toEqual([
      [each.length],
    ])
  })

  it('of contributors, month by month: authors, and those who answered or merged what others brought', async () => {
    const known = new Map(
      world.accounts.map(({ databaseId, login, kind }) => [databaseId, { login, isBot: kind === 'Bot' }]),
    )
    const people = new Set([...known.values()].flatMap(({ login, isBot }) => (isBot ? [] : [login])))
    const seen = new Set<string>()
    const saw = (login: string | null, at: string | null) => {
      if (at === null || (login !== null && !people.has(login)) || !isIn(at)) return
      seen.add(`${monthOf(at)} ${login ?? 'gone'}`)
    }
    for (const { author, createdAt, mergedBy, mergedAt } of repositories.flatMap((one) => one.changeRequests)) {
      saw(author, createdAt)
      if (mergedBy !== author) saw(mergedBy, mergedBy === null ? null : mergedAt)
    }
    for (const { author, createdAt } of repositories.flatMap((one) => one.issues)) saw(author, createdAt)
    for (const { isFork, commits } of repositories) {
      for (const { author, email, committedAt } of isFork ? [] : commits) {
        if (author === null) seen.add(`${monthOf(committedAt)} ${email}`)
        else saw(author, committedAt)
      }
    }
    const ids = new Set(repositories.map(({ id }) => id))
    for (const repository of world.repositories.filter(({ id }) => ids.has(id))) {
      for (const item of [...repository.changeRequests, ...repository.issues]) {
        const reviews = 'reviews' in item ? item.reviews.map((one) => ({ by: one.author, at: one.submittedAt })) : []
        const said = [...item.comments.map((one) => ({ by: one.author, at: one.createdAt })), ...reviews]
        const [first] = said
          .flatMap(({ by, at }) => {
            const account = by === null || by === item.author ? undefined : known.get(by)
            return at === null || account === undefined || account.isBot ? [] : [{ login: account.login, at }]
          })
          .sort((one, other) => (one.at < other.at ? -1 : 1))
        if (first !== undefined) saw(first.login, first.at)
      }
    }
    const months = Map.groupBy(seen, (one) => Number(one.slice(0, 6)))
    const where = { author_group: 'all' }
    const told = await cells(store, 'contributors', { columns: ['period', 'active'], where, asked: PERIOD })
    expect(told).toEqual(monthsBetween(PERIOD.from, PERIOD.to).map((month) => [month, months.get(month)?.length ?? 0]))
  })

  it('of commits on default branches, outside of forks, whoever or whatever made them', async () => {
    const made = repositories
      .filter(({ isFork }) => !isFork)
      .flatMap(({ commits }) => commits)
      .filter(({ committedAt }) => isIn(committedAt))
    const columns = ['commits', 'release_commits', 'bot_commits']
    const [told] = await cells(store, 'commits', { columns, where: { grain: 'span' }, asked: PERIOD })
    expect((told as readonly number[]).reduce((sum, one) => sum + one)).toBe(made.length)
    expect(made.length).toBeGreaterThan(20)
  })

  it('of languages, in bytes', async () => {
    const names = new Set(repositories.filter((one) => !one.isFork && !one.isArchived).map((one) => one.nameWithOwner))
    const own = world.repositories.filter(({ name }) => names.has(`${LOGIN}/${name}`)).flatMap((one) => one.languages)
    const bytes = Object.entries(Object.groupBy(own, ({ name }) => name)).map(([name, all = []]) => [
      ...[name, all.reduce((sum, { size }) => sum + size, 0)],
    ])
    const told = await cells(store, 'languages', { columns: ['language', 'bytes'] })
    expect(told.toSorted()).toEqual(bytes.toSorted())
  })
})

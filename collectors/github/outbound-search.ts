import type { KnownOptIn } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { CollectContext } from '../collector.ts'
import { failureKindOf } from './classify.ts'
import { pageSize } from './page-size.ts'
import type { PagedOperation } from './paged-operation.ts'
import { ACCOUNTS, type AccountPart, OUTBOUND, type OutboundItem, type OutboundPart } from './queries/outbound.ts'
import { type Taken, type Walk, walkTogether } from './walk-together.ts'

/** What became of one person. */
export type Told =
  | { readonly login: string; readonly account: number; readonly servedAt: Instant; readonly items: OutboundItem[] }
  | { readonly login: string; readonly failure: SourceFailure }

interface Asked {
  readonly context: CollectContext
  readonly subject: string
  /** Ours: what is proposed there is no contribution elsewhere. */
  readonly organisations: readonly string[]
  readonly until: Instant
}

/** One person while they are read. */
interface Reading {
  readonly login: string
  readonly account: number
  readonly items: OutboundItem[]
  open: number
  servedAt: Instant
}

/** Days of one person, both inclusive. */
interface Span {
  readonly reading: Reading
  readonly from: string
  readonly to: string
}

/** A search hands out no more than this, without a word. */
const MOST_FOUND = 1000
const PAGE = 100
const DAY_MS = 86_400_000

/** Asks about all of them together. Days of somebody who opened more than a search hands out are asked in halves. */
export async function* readOutbound(people: readonly KnownOptIn[], asked: Asked): AsyncGenerator<Told> {
  let spans: Span[] = []
  const today = asked.until.slice(0, 10)
  for await (const { login, from, account } of accountsOf(people, asked)) {
    if (account instanceof SourceFailure) {
      yield { login, failure: account }
      continue
    }
    const reading: Reading = { login, account, items: [], open: 1, servedAt: asked.until }
    spans.push({ reading, from: from.slice(0, 10), to: today })
  }
  const failed = new Set<Reading>()
  while (spans.length > 0) {
    const halves: Span[] = []
    const walks = spans.map((span) => spanWalk(span, asked, halves))
    for await (const call of walkTogether(asked.context, OUTBOUND, { ...placeOf(asked), walks })) {
      for (const told of call) {
        const { reading } = told.walk
        if ('failure' in told) {
          if (!failed.has(reading)) yield { login: reading.login, failure: told.failure }
          failed.add(reading)
        } else if (told.walk.remaining() <= 0) {
          reading.open -= 1
          if (reading.open === 0 && !failed.has(reading)) yield wholeOf(reading)
        }
      }
    }
    spans = halves.filter(({ reading }) => !failed.has(reading))
  }
}

function placeOf({ subject }: Asked) {
  return { subject, stream: 'outbound' }
}

function wholeOf({ login, account, servedAt, items }: Reading): Told {
  return { login, account, servedAt, items }
}

async function* accountsOf(people: readonly KnownOptIn[], asked: Asked) {
  const walks = people.map((person) => accountWalk(person))
  for await (const call of walkTogether(asked.context, ACCOUNTS, { ...placeOf(asked), walks })) {
    for (const told of call) yield { ...told.walk.person, account: 'failure' in told ? told.failure : told.step }
  }
}

function accountWalk(person: KnownOptIn): Walk<AccountPart, number> & { readonly person: KnownOptIn } {
  let left = 1
  return {
    person,
    name: person.login,
    size: pageSize(1),
    remaining: () => left,
    ask: () => ({ position: '', variables: { login: person.login } }),
    async take(page) {
      left = 0
      const account = page.part?.databaseId
      if (account == null) throw refusal(page, 'not-found', 'the host knows no such account: a login may have changed')
      return account
    },
  }
}

function spanWalk(span: Span, asked: Asked, halves: Span[]): Walk<OutboundPart, void> & { reading: Reading } {
  const { reading, from, to } = span
  let left = PAGE
  let taken = 0
  let after: string | null = null
  return {
    reading,
    name: `${reading.login} ${from}..${to}`,
    size: pageSize(OUTBOUND.mostRows),
    remaining: () => left,
    ask: (first) => ({ position: after ?? '', variables: { query: searchOf(span, asked), first, after } }),
    async take(page) {
      const { found, end, items } = page.part ?? {}
      if (page.errors.length > 0 || found === undefined || items === undefined) {
        left = 0
        throw refusal(page, 'invalid-answer', 'the host did not answer a search')
      }
      if (found > MOST_FOUND && from < to) {
        halves.push(...halvesOf(span))
        reading.open += 2
        left = 0
        return
      }
      taken += page.rows
      after = end ?? null
      left = Math.min(found, MOST_FOUND) - taken
      reading.servedAt = page.servedAt
      reading.items.push(...items.filter(({ project }) => !isOurs(project, reading, asked)))
    },
  }
}

function searchOf({ reading: { login }, from, to }: Span, { organisations }: Asked): string {
  const without = organisations.map((name) => `-org:${name}`)
  return [
    `author:${login}`,
    `-user:${login}`,
    ...without,
    'is:public',
    `created:${from}..${to}`,
    'sort:created-asc',
  ].join(' ')
}

function isOurs(project: string, { login }: Reading, { organisations }: Asked): boolean {
  const owner = project.split('/')[0]?.toLowerCase()
  return [login, ...organisations].some((name) => name.toLowerCase() === owner)
}

function halvesOf({ reading, from, to }: Span): readonly Span[] {
  const middle = Date.parse(from) + Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS / 2) * DAY_MS
  return [
    { reading, from, to: dayOf(middle) },
    { reading, from: dayOf(middle + DAY_MS), to },
  ]
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

function refusal({ errors: [error] }: Pick<Taken<unknown>, 'errors'>, kind: SourceFailure['kind'], message: string) {
  if (error === undefined || error.type === 'NOT_FOUND') return new SourceFailure(kind, message)
  return new SourceFailure(failureKindOf(error), error.message)
}

/** Requests that people cost at most, when none of them opened more than fits into a page. */
export function callsForOutbound(people: number): number {
  const calls = ({ rowsOfCall, mostRows, mostPages }: PagedOperation<unknown>) =>
    Math.ceil(people / Math.min(mostPages, Math.floor(rowsOfCall / mostRows)))
  return calls(ACCOUNTS) + calls(OUTBOUND)
}

import { lastKnownMonth } from '#data/metrics/known-until.ts'
import { siteMeta } from '#data/queries/site/meta.ts'
import { type ReadingRow, siteReading } from '#data/queries/site/reading.ts'
import type { RepositoryStream } from '#data/reference/streams.ts'
import type { Store } from '#data/store.ts'
import { addMonths, monthOf } from './months.ts'

/** The only thing of the store that the site needs. */
export type Asked = Pick<Store, 'ask'>

/** How many of the subjects that a value is about were read. What was not is unknown, never none. */
export interface Coverage {
  readonly expected: number
  readonly complete: number
  readonly partial: number
  readonly missing: number
  /** Sources of which nothing was read: what they would tell is named, and not counted into the share. */
  readonly unread?: readonly RepositoryStream[]
}

/** Every value that a loader answers says of when it is and how much of the whole is in it. */
export interface Dated {
  /** Day of the data, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly coverage: Coverage
}

export type Conformity = 'off' | 'summary' | 'detail'

/** What the file says of itself, read once. */
export interface Register {
  readonly asOf: string
  readonly conformity: Conformity
  /** Persons that must be behind a figure. */
  readonly floor: number
  readonly changeRequests: Coverage
  readonly issues: Coverage
  readonly commits: Coverage
  readonly trees: Coverage
  /** First and last of the days until which the histories are known; null where all are known until the data. */
  readonly knownUntil: { readonly first: string; readonly last: string } | null
}

export async function loadRegister(store: Asked): Promise<Register> {
  const meta = new Map((await store.ask(siteMeta, {})).map(({ key, value }) => [key, value]))
  const [row] = await store.ask(siteReading, {})
  type Count = Exclude<keyof ReadingRow, 'known_until_first' | 'known_until_last'>
  const reading = (complete: Count, partial: Count): Coverage => {
    const expected = row?.repositories ?? 0
    const read = { complete: row?.[complete] ?? 0, partial: row?.[partial] ?? 0 }
    return { expected, ...read, missing: expected - read.complete - read.partial }
  }
  const conformity = meta.get('conformity')
  return {
    asOf: (meta.get('as_of') ?? '').slice(0, 10),
    conformity: conformity === 'summary' || conformity === 'detail' ? conformity : 'off',
    floor: Number(meta.get('floor') ?? 0),
    changeRequests: reading('change_requests_complete', 'change_requests_partial'),
    issues: reading('issues_complete', 'issues_partial'),
    commits: reading('commits_complete', 'commits_partial'),
    trees: reading('trees_complete', 'trees_partial'),
    knownUntil: knownUntil(row, meta.get('as_of') ?? ''),
  }
}

/** Days of histories that stop a month or more before the data: less than that is no news. */
function knownUntil(row: ReadingRow | undefined, asOf: string): Register['knownUntil'] {
  const [first, last] = [row?.known_until_first, row?.known_until_last]
  if (first == null || last == null || lastKnownMonth(first, asOf) >= addMonths(monthOf(asOf), -1)) return null
  return { first: first.slice(0, 10), last: last.slice(0, 10) }
}

/** How far the sources were read that were read at all, by the least of them; the others by name. */
export function readOf(register: Pick<Register, 'trees' | 'commits' | 'changeRequests' | 'issues'>): Coverage {
  const { trees, commits, changeRequests, issues } = register
  const sources = [
    ['tree', trees],
    ['commits', commits],
    ['change-requests', changeRequests],
    ['issues', issues],
  ] as const
  const isRead = ({ complete, partial }: Coverage) => complete + partial > 0
  const [least = trees] = sources
    .flatMap(([, coverage]) => (isRead(coverage) ? [coverage] : []))
    .toSorted((one, other) => one.complete - other.complete)
  const unread = sources.flatMap(([stream, coverage]) => (isRead(coverage) ? [] : [stream]))
  return { ...least, ...(least.expected > 0 && unread.length > 0 && { unread }) }
}

/** Share that was read to the end, 0 to 1; undefined when there was nothing to read. */
export function readShare({ complete, expected }: Coverage): number | undefined {
  return expected === 0 ? undefined : complete / expected
}

export function isComplete({ complete, expected }: Coverage): boolean {
  return complete === expected
}

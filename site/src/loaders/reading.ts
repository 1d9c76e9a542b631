import { siteMeta } from '#data/queries/site/meta.ts'
import { type ReadingRow, siteReading } from '#data/queries/site/reading.ts'
import type { Store } from '#data/store.ts'

/** The only thing of the store that the site needs. */
export type Asked = Pick<Store, 'ask'>

/** How many of the subjects that a value is about were read. What was not is unknown, never none. */
export interface Coverage {
  readonly expected: number
  readonly complete: number
  readonly partial: number
  readonly missing: number
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
}

export async function loadRegister(store: Asked): Promise<Register> {
  const meta = new Map((await store.ask(siteMeta, {})).map(({ key, value }) => [key, value]))
  const [row] = await store.ask(siteReading, {})
  const reading = (complete: keyof ReadingRow, partial: keyof ReadingRow): Coverage => {
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
  }
}

/** Share that was read to the end, 0 to 1; undefined when there was nothing to read. */
export function readShare({ complete, expected }: Coverage): number | undefined {
  return expected === 0 ? undefined : complete / expected
}

export function isComplete({ complete, expected }: Coverage): boolean {
  return complete === expected
}

import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { CollectContext } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { askPages, type PageAsk } from './ask-pages.ts'
import { NESTED_PER_POINT } from './operation.ts'
import { type PageSize, pageSize } from './page-size.ts'
import type { PagedOperation } from './paged-operation.ts'
import { FAILURES_IN_A_ROW } from './repository-walk.ts'

/** A list that is read page by page. */
export interface Walk<Part, Step> {
  /** Tells it from the other walks of the same call. */
  readonly name: string
  readonly size: PageSize
  /** Rows still to come, as far as anybody knows; none once the walk is at its end. */
  remaining(): number
  /** What to ask for the next `rows` rows; `position` is the place in the list. */
  ask(rows: number): { readonly position: string; readonly variables: Readonly<Record<string, unknown>> }
  /** Takes a page, and moves on behind it. Throws a `SourceFailure` that is about this list alone. */
  take(page: Taken<Part>): Promise<Step>
}

export interface Taken<Part> {
  /** Undefined when not even the list could be read. */
  readonly part: Part | undefined
  /** Their paths begin with `node`. */
  readonly errors: readonly PartialError[]
  readonly rows: number
  readonly servedAt: Instant
}

export type Walked<One, Step> =
  | { readonly walk: One; readonly step: Step }
  /** This list cannot be read; the walk ends here. */
  | { readonly walk: One; readonly failure: SourceFailure }

interface Ask<One> extends PageAsk {
  readonly walk: One
}

/**
 * Reads many lists at once: each call takes the next page of the longest ones and is filled up with shorter ones until
 * it costs its point, or holds as many rows as one call should. A list has one page under way at a time. Tells what each
 * call gave.
 */
export async function* walkTogether<Part, Step, More = unknown>(
  context: CollectContext,
  asked: PagedOperation<Part>,
  place: { readonly subject: string; readonly stream: string; readonly walks: readonly (Walk<Part, Step> & More)[] },
): AsyncGenerator<readonly Walked<Walk<Part, Step> & More, Step>[]> {
  const { subject, stream } = place
  const active = new Set(place.walks)
  const callSize = pageSize(asked.rowsOfCall)
  let failures = 0
  for (;;) {
    for (const walk of active) if (walk.remaining() <= 0) active.delete(walk)
    if (active.size === 0) return
    const call: Walked<Walk<Part, Step> & More, Step>[] = []
    const asks = fill(asked, active, callSize)
    let hasShrunk = false
    const onTooMuch = (rows: number) => {
      hasShrunk = true
      callSize.halve(rows)
    }
    for await (const told of askPages(context, asked, { subject, stream, asks, onTooMuch })) {
      const { walk, rows } = told.ask
      if ('isTooMuch' in told) {
        walk.size.halve(rows)
        continue
      }
      const walked = 'failure' in told ? { walk, failure: told.failure } : await taken(told, walk)
      if ('failure' in walked) {
        active.delete(walk)
        failures = walked.failure.kind === 'network' ? failures + 1 : 0
        if (failures >= FAILURES_IN_A_ROW) {
          // What came before it is kept.
          if (call.length > 0) yield call
          throw walked.failure
        }
      } else {
        failures = 0
        walk.size.good(rows)
      }
      call.push(walked)
    }
    if (call.length > 0) yield call
    if (!hasShrunk) callSize.good(asks.reduce((sum, { rows }) => sum + rows, 0))
  }
}

async function taken<Part, Step, More>(
  { ask, ...page }: { readonly ask: PageAsk } & Omit<Taken<Part>, 'rows'>,
  walk: Walk<Part, Step> & More,
): Promise<Walked<Walk<Part, Step> & More, Step>> {
  try {
    return { walk, step: await walk.take({ ...page, rows: ask.rows }) }
  } catch (failure) {
    if (failure instanceof SourceFailure) return { walk, failure }
    throw failure
  }
}

/** The pages of one call, from the longest list down. */
function fill<Part, One extends Pick<Walk<Part, unknown>, 'name' | 'size' | 'remaining' | 'ask'>>(
  { connections, mostRows, mostPages, rowsOfCall }: PagedOperation<Part>,
  walks: Iterable<One>,
  callSize: PageSize,
): Ask<One>[] {
  const asks: Ask<One>[] = []
  let nested = NESTED_PER_POINT + 1
  let left = callSize.atMost(rowsOfCall)
  const longestFirst = [...walks].sort((a, b) => b.remaining() - a.remaining())
  for (const walk of longestFirst) {
    const room = Math.min(left, connections === 0 ? left : Math.floor((nested - 1) / connections))
    if (room < 1 || nested < 1 || asks.length >= mostPages) break
    const rows = walk.size.atMost(Math.min(mostRows, walk.remaining(), room))
    const { position, variables } = walk.ask(rows)
    asks.push({ walk, rows, position: `${walk.name} ${rows} ${position}`.trim(), variables })
    nested -= 1 + rows * connections
    left -= rows
  }
  return asks
}

/** How many calls it takes to read lists of these lengths, when no page is too much for the host. */
export function callsFor<Part>(asked: PagedOperation<Part>, lengths: readonly number[]): number {
  const counted = (length: number, index: number) => {
    const walk = {
      left: length,
      name: String(index),
      size: pageSize(asked.mostRows),
      remaining: (): number => walk.left,
      ask: () => ({ position: '', variables: {} }),
    }
    return walk
  }
  const walks = new Set(lengths.map(counted))
  const callSize = pageSize(asked.rowsOfCall)
  for (let calls = 0; ; calls += 1) {
    for (const walk of walks) if (walk.left <= 0) walks.delete(walk)
    if (walks.size === 0) return calls
    for (const { walk, rows } of fill(asked, walks, callSize)) walk.left -= rows
  }
}

import { type Cursor, type Finished, type Gap, repositorySubject } from '#data/model/collection.ts'
import type { CollectContext } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { unreadable } from './item-probe.ts'
import { finished, type ItemNode, type ItemStream, type Probed, rowsOf } from './item-stream.ts'
import { gapsOf } from './operation.ts'
import { type PageSize, pageSize } from './page-size.ts'
import type { ItemsPart } from './queries/change-requests.ts'
import type { Page } from './queries/fragments.ts'
import type { Taken, Walk } from './walk-together.ts'

/** A page of items that was read and is not saved yet: `unread` rows lack something, `toCome` of them for now. */
export interface ItemStep<Node extends ItemNode> {
  readonly walk: ItemPages<Node>
  readonly nodes: readonly Node[]
  readonly unread: number
  readonly toCome: number
  readonly errors: readonly PartialError[]
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly isLast: boolean
}

interface Said {
  readonly cursors: readonly Cursor[]
  readonly finished: readonly Finished[]
  readonly gaps: readonly Gap[]
}

/** The walk through the items of one repository. */
export interface ItemPages<Node extends ItemNode> extends Walk<ItemsPart<Node>, ItemStep<Node>> {
  readonly one: Probed
  /**
   * What is to be saved with a page, of whose rows `cut` could not be completed. Behind rows that could not be read,
   * reading goes on, but neither the cursor nor the watermark does: the next run takes up there.
   */
  settle(step: ItemStep<Node>, cut: number): Said
  /** Whether all was read, and whole. */
  isDone(): boolean
}

// Most repositories that moved at all since the last run moved by a handful.
export const NEWEST = 4
// While the host says that there is more, so much of it is expected at least.
const LEAST = 10

interface State<Node extends ItemNode> {
  readonly stream: ItemStream<Node>
  readonly one: Probed
  readonly size: PageSize
  /** Newest first, positions move under the walk: only one that starts at the oldest can be taken up again. */
  readonly canResume: boolean
  cursor: string | null
  remaining: number
  /** Limit of the page that the next run will find. */
  remembered: number | undefined
  hasStarted: boolean
  isWhole: boolean
  isDone: boolean
}

export async function itemPages<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
): Promise<ItemPages<Node>> {
  const { repository, since, total } = one
  // A place in a list that is bounded would be another one in the whole list.
  const canResume = since === undefined || (stream.canFilterSince && one.past.watermark !== undefined)
  const savedAt = ({ subject, stream: name }: Omit<Cursor, 'position'>) =>
    context.known.cursor(stream.collector, subject, name)
  const cursor = (canResume && !context.full ? await savedAt(placeOf(stream, one)) : undefined) || null
  const size = pageSize(stream.page.mostRows, Number(await savedAt(sizePlaceOf(stream, one))))
  const stored = cursor === null ? 0 : await context.known.count(repository, stream.what)
  const remaining = since === undefined ? Math.max(1, total - stored) : NEWEST
  const state: State<Node> = {
    ...{ stream, one, size, canResume, cursor, remaining },
    ...{ remembered: size.limit(), hasStarted: false, isWhole: true, isDone: false },
  }
  const pages: ItemPages<Node> = {
    name: repository.hostId,
    one,
    size,
    remaining: () => state.remaining,
    isDone: () => state.isDone,
    ask: (rows) => ask(state, rows),
    take: async (page) => ({ walk: pages, ...take(state, page) }),
    settle: (step, cut) => settle(state, step, cut),
  }
  return pages
}

function placeOf({ stream }: { readonly stream: string }, { repository }: Probed) {
  return { subject: repositorySubject(repository), stream }
}

function sizePlaceOf({ stream }: { readonly stream: string }, one: Probed) {
  return placeOf({ stream: `${stream}-page` }, one)
}

function ask<Node extends ItemNode>(
  { stream, one: { repository, since }, canResume, cursor }: State<Node>,
  first: number,
) {
  const variables = { id: repository.nodeId, first, after: cursor, direction: canResume ? 'ASC' : 'DESC' }
  return {
    position: `${since ?? ''} ${cursor ?? ''}`.trim(),
    variables: stream.canFilterSince ? { ...variables, since: since ?? null } : variables,
  }
}

function take<Node extends ItemNode>(
  state: State<Node>,
  { part, errors, rows }: Taken<ItemsPart<Node>>,
): Omit<ItemStep<Node>, 'walk'> {
  const { stream, canResume, one, cursor } = state
  const page = part?.items
  if (page?.nodes === undefined) {
    if (cursor === null || !errors.some((error) => error.type === 'INVALID_CURSOR_ARGUMENTS'))
      throw unreadable(errors[0])
    state.cursor = null
    return { nodes: [], unread: 0, toCome: 0, errors: [], startsAt: null, endsAt: '', isLast: false }
  }
  const { since } = one
  const isPast = !canResume && page.nodes.some((node) => node !== null && since !== undefined && node.updatedAt < since)
  const isLast = !page.pageInfo.hasNextPage || isPast
  state.remaining = isLast ? 0 : Math.max(LEAST, rowsLeft(state, page, rows))
  state.hasStarted = true
  state.cursor = page.pageInfo.endCursor
  return { ...rowsOf(stream, page, errors), errors, startsAt: cursor, endsAt: page.pageInfo.endCursor, isLast }
}

function rowsLeft<Node extends ItemNode>(state: State<Node>, { totalCount, nodes }: Page<Node>, rows: number): number {
  // Newest first, nobody knows where it ends.
  if (!state.canResume) return rows * 4
  const isCount = state.one.since !== undefined && !state.hasStarted && state.cursor === null
  return (isCount ? totalCount : state.remaining) - nodes.length
}

function settle<Node extends ItemNode>(
  state: State<Node>,
  { errors, unread, toCome, startsAt, endsAt, isLast }: ItemStep<Node>,
  cut: number,
): Said {
  const { stream, one, canResume } = state
  const place = placeOf(stream, one)
  const gaps = [...gapsOf(place.subject, errors), ...lost(place, unread + cut, errors[0])]
  const marks = markOf(state)
  const wasWhole = state.isWhole
  state.isWhole &&= toCome + cut === 0
  state.isDone = isLast && state.isWhole
  if (state.isDone) return { cursors: marks, finished: [finished(stream, one)], gaps }
  // The start of the first page that could not be read whole stays the place to come back to.
  const behind = state.isWhole ? endsAt : (startsAt ?? '')
  const cursors = wasWhole && canResume && behind !== null ? [{ ...place, position: behind }] : []
  return { cursors: [...cursors, ...marks], finished: [], gaps }
}

/** The size of a page, when it is to be remembered differently. */
function markOf<Node extends ItemNode>(state: State<Node>): Cursor[] {
  const limit = state.size.limit()
  if (limit === state.remembered) return []
  state.remembered = limit
  return [{ ...sizePlaceOf(state.stream, state.one), position: String(limit ?? ''), isMark: true }]
}

function lost(place: ReturnType<typeof placeOf>, rows: number, error: PartialError | undefined): Gap[] {
  if (rows === 0) return []
  const why = error === undefined ? '' : `: ${error.message}`
  const reason = error === undefined ? 'invalid-answer' : failureKindOf(error)
  const message = `${rows} rows of a page could not be read whole${why}`
  return [{ subject: place.subject, kind: place.stream, reason, message }]
}

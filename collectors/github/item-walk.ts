import { type Finished, type Gap, repositorySubject } from '#data/model/collection.ts'
import type { Instant } from '#data/model/records.ts'
import type { Batch, CollectContext, Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { packsOfNewest, packsOfSmall, walkPack } from './item-packs.ts'
import { isMiscounted, probe, standingOf, unreadable } from './item-probe.ts'
import {
  finished,
  type ItemNode,
  type ItemStream,
  type Probed,
  type StoredItem,
  toItems,
  totalOf,
} from './item-stream.ts'
import { sweepItems } from './item-sweep.ts'
import { askPage, gapsOf, type PageSizes } from './operation.ts'
import type { Page } from './queries/fragments.ts'
import { eachRepository, organisationOf } from './repository-walk.ts'

/**
 * All items of an organisation's repositories: asks each how many there are and when the newest moved, reads nothing
 * where nothing moved, several small repositories at once, large ones page by page with the cursor saved behind each,
 * and looks for what is gone where the totals differ.
 */
export async function* walkItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  scope: Scope,
  context: CollectContext,
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const organisation = organisationOf(scope)
  const probed = await probe(stream, scope, context)
  yield { items: probed.answered.map(totalOf), gaps: probed.unanswered }
  const settled: Finished[] = []
  const fresh: Probed[] = []
  const moved: Probed[] = []
  const started: Probed[] = []
  for (const one of probed.answered) {
    const standing = await standingOf(stream, one, context)
    if (standing === 'settled') settled.push(finished(stream, one))
    else ({ fresh, moved, started })[standing].push(one)
  }
  if (settled.length > 0) yield { items: [], finished: settled }
  const { connections } = stream.packed
  const done = new Set<Probed>()
  for (const pack of [...packsOfSmall(fresh, connections), ...packsOfNewest(moved, connections)])
    yield* walkPack(stream, pack, context, { organisation, done })
  for (const one of done) if (await isMiscounted(stream, one, context)) done.delete(one)
  const sizes: PageSizes = new Map()
  const single = new Map(
    [...fresh, ...moved, ...started].filter((one) => !done.has(one)).map((one) => [one.repository, one]),
  )
  yield* eachRepository([...single.keys()], stream.stream, async function* (repository) {
    const one = single.get(repository)
    if (one !== undefined) yield* walkRepository(stream, one, context, sizes)
  })
}

async function* walkRepository<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
  sizes: PageSizes,
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const { repository, servedAt, since } = one
  const isWhole = yield* walkPages(stream, one, context, { since, sizes })
  if (!isWhole || !(await isMiscounted(stream, one, context))) return
  const swept = await sweepItems(stream, repository, context, { sizes, until: servedAt })
  if (swept.gone.length > 0) yield { items: [], gone: swept.gone }
  // What the host lists and we never read lies before the watermark: only a whole walk finds it.
  if (swept.hasUnread && since !== undefined) yield* walkPages(stream, one, context, { since: undefined, sizes })
}

/**
 * Reads page by page, and answers whether all of it could be read. Behind rows that could not, reading goes on, but
 * neither the cursor nor the watermark does: the next run takes up there.
 */
async function* walkPages<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
  { since, sizes }: { readonly since: Instant | undefined; readonly sizes: PageSizes },
): AsyncGenerator<Batch<StoredItem<Node>>, boolean> {
  const subject = repositorySubject(one.repository)
  const place = { subject, stream: stream.stream }
  // Newest first, positions move under the walk: only a walk that starts at the oldest can be taken up again.
  const canResume = since === undefined || stream.canFilterSince
  const saved =
    canResume && !context.full ? await context.known.cursor(stream.collector, subject, stream.stream) : undefined
  const rows = since === undefined ? one.total : stream.page.pageSize
  let cursor: string | null = saved || null
  let isWhole = true
  for (;;) {
    const direction = canResume ? 'ASC' : 'DESC'
    const variables = { id: one.repository.nodeId, cursor, direction, ...(stream.canFilterSince ? { since } : {}) }
    const position: string = `${since ?? ''} ${cursor ?? ''}`.trim()
    const answer = await askPage(context, stream.page, { ...place, position, variables, sizes, rows })
    const page: Page<Node> | undefined = answer.data.node?.items
    if (page?.nodes === undefined) {
      if (cursor === null || !answer.errors.some((error) => error.type === 'INVALID_CURSOR_ARGUMENTS'))
        throw unreadable(answer.errors[0])
      cursor = null
      continue
    }
    const read = [{ repository: one.repository, page, errors: answer.errors }]
    const { items, unread, toCome } = await toItems(stream, read, { context, subject })
    const wasWhole = isWhole
    isWhole &&= toCome === 0
    const gaps = [...gapsOf(subject, answer.errors), ...lost(place, unread, answer.errors[0])]
    const isPast =
      !canResume && page.nodes.some((node) => node !== null && since !== undefined && node.updatedAt < since)
    const isLast = !page.pageInfo.hasNextPage || isPast
    // The start of the first page that could not be read whole stays the place to come back to.
    const behind: string | null = isWhole ? page.pageInfo.endCursor : (cursor ?? '')
    const cursors = wasWhole && canResume && behind !== null ? [{ ...place, position: behind }] : []
    if (isLast) {
      yield isWhole ? { items, gaps, finished: [finished(stream, one)] } : { items, gaps, cursors }
      return isWhole
    }
    yield { items, gaps, cursors }
    cursor = page.pageInfo.endCursor
  }
}

function lost(
  { subject, stream }: { readonly subject: string; readonly stream: string },
  rows: number,
  error: PartialError | undefined,
): Gap[] {
  if (rows === 0) return []
  const why = error === undefined ? '' : `: ${error.message}`
  const reason = error === undefined ? 'invalid-answer' : failureKindOf(error)
  return [{ subject, kind: stream, reason, message: `${rows} rows of a page could not be read whole${why}` }]
}

import { type Finished, type Gap, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/records.ts'
import type { Batch, CollectContext, Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { packs, walkPack } from './item-packs.ts'
import {
  before,
  finished,
  type ItemNode,
  type ItemStream,
  type Probed,
  type StoredItem,
  toItems,
  totalOf,
} from './item-stream.ts'
import { sweepItems } from './item-sweep.ts'
import { askAbout, askPage, gapsOf, type PageSizes } from './operation.ts'
import type { Page } from './queries/fragments.ts'
import { eachRepository, knownRepositories, organisationOf } from './repository-walk.ts'

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
  const rest: Probed[] = []
  for (const one of probed.answered) {
    const standing = await standingOf(stream, one, context)
    if (standing === 'settled') settled.push(finished(stream, one))
    else if (standing === 'fresh') fresh.push(one)
    else rest.push(one)
  }
  if (settled.length > 0) yield { items: [], finished: settled }
  const done = new Set<Probed>()
  for (const pack of packs(fresh, stream.packed.connections))
    yield* walkPack(stream, pack, context, { organisation, done })
  const sizes: PageSizes = new Map()
  const single = new Map([...fresh, ...rest].filter((one) => !done.has(one)).map((one) => [one.repository, one]))
  yield* eachRepository([...single.keys()], stream.stream, async function* (repository) {
    const one = single.get(repository)
    if (one !== undefined) yield* walkRepository(stream, one, context, sizes)
  })
}

async function probe<Node extends ItemNode>(stream: ItemStream<Node>, scope: Scope, context: CollectContext) {
  const unasked = new Map((await knownRepositories(scope, context)).map((one) => [one.nodeId, one]))
  const subject = organisationSubject(organisationOf(scope))
  const answered: Probed[] = []
  const refusals = new Map<string | undefined, PartialError>()
  const ids = [...unasked.keys()]
  for (let start = 0; start < ids.length; start += stream.probe.pageSize) {
    const call = { subject, stream: stream.stream, ids: ids.slice(start, start + stream.probe.pageSize) }
    for await (const { ids: asked, answer } of askAbout(context, stream.probe, call)) {
      for (const error of answer.errors) refusals.set(asked[Number(error.path[1])], error)
      for (const node of answer.data.nodes) {
        const repository = node === null ? undefined : unasked.get(node.id)
        if (repository === undefined || node?.items === undefined) continue
        const newestAt = node.items.nodes[0]?.updatedAt
        answered.push({ repository, total: node.items.totalCount, newestAt, servedAt: answer.servedAt })
        unasked.delete(node.id)
      }
    }
  }
  const unanswered = [...unasked.values()].map((repository) => {
    const { kind, message } = unreadable(refusals.get(repository.nodeId))
    return { subject: repositorySubject(repository), kind: stream.stream, reason: kind, message }
  })
  return { answered, unanswered }
}

async function standingOf<Node extends ItemNode>(stream: ItemStream<Node>, one: Probed, context: CollectContext) {
  if (context.full) return 'moved'
  const subject = repositorySubject(one.repository)
  const stored = await context.known.count(one.repository, stream.what)
  const watermark = await context.known.watermark(stream.collector, subject, stream.stream)
  const hasNewer = one.newestAt !== undefined && (watermark === undefined || one.newestAt >= before(watermark))
  if (!hasNewer && stored === one.total) return 'settled'
  if (watermark !== undefined || stored > 0) return 'moved'
  return (await context.known.cursor(stream.collector, subject, stream.stream)) === undefined ? 'fresh' : 'moved'
}

async function* walkRepository<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
  sizes: PageSizes,
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const { repository, servedAt } = one
  const subject = repositorySubject(repository)
  const watermark = context.full ? undefined : await context.known.watermark(stream.collector, subject, stream.stream)
  const since = watermark === undefined ? undefined : before(watermark)
  yield* walkPages(stream, one, context, { since, sizes })
  if ((await context.known.count(repository, stream.what)) === one.total) return
  const swept = await sweepItems(stream, repository, context, { sizes, until: servedAt })
  if (swept.gone.length > 0) yield { items: [], gone: swept.gone }
  // What the host lists and we never read lies before the watermark: only a whole walk finds it.
  if (swept.hasUnread && since !== undefined) yield* walkPages(stream, one, context, { since: undefined, sizes })
}

async function* walkPages<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
  { since, sizes }: { readonly since: Instant | undefined; readonly sizes: PageSizes },
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const subject = repositorySubject(one.repository)
  const place = { subject, stream: stream.stream }
  // Newest first, positions move under the walk: only a walk that starts at the oldest can be taken up again.
  const canResume = since === undefined || stream.canFilterSince
  const saved =
    canResume && !context.full ? await context.known.cursor(stream.collector, subject, stream.stream) : undefined
  const rows = since === undefined ? one.total : stream.page.pageSize
  let cursor: string | null = saved ?? null
  for (;;) {
    const direction = canResume ? 'ASC' : 'DESC'
    const variables = { id: one.repository.nodeId, cursor, direction, ...(stream.canFilterSince ? { since } : {}) }
    const position: string = `${since ?? ''} ${cursor ?? ''}`.trim()
    const answer = await askPage(context, stream.page, { ...place, position, variables, sizes, rows })
    const page: Page<Node> | undefined = answer.data.node?.items
    if (page === undefined) {
      if (cursor === null || !answer.errors.some((error) => error.type === 'INVALID_CURSOR_ARGUMENTS'))
        throw unreadable(answer.errors[0])
      cursor = null
      continue
    }
    const items = await toItems(stream, one.repository, page, context)
    const gaps = [...gapsOf(subject, answer.errors), ...lost(place, page.nodes.length - items.length)]
    const isPast =
      !canResume && page.nodes.some((node) => node !== null && since !== undefined && node.updatedAt < since)
    if (!page.pageInfo.hasNextPage || isPast) {
      yield { items, gaps, finished: [finished(stream, one)] }
      return
    }
    cursor = page.pageInfo.endCursor
    yield { items, gaps, cursors: canResume && cursor !== null ? [{ ...place, position: cursor }] : [] }
  }
}

function lost({ subject, stream }: { readonly subject: string; readonly stream: string }, rows: number): Gap[] {
  if (rows === 0) return []
  return [{ subject, kind: stream, reason: 'invalid-answer', message: `${rows} rows of a page could not be read` }]
}

function unreadable(error: PartialError | undefined): SourceFailure {
  if (error === undefined) return new SourceFailure('not-found', 'the host said nothing about this repository')
  return new SourceFailure(failureKindOf(error), error.message)
}

import {
  type Cursor,
  type Finished,
  type Gap,
  type KnownRepository,
  organisationSubject,
  repositorySubject,
} from '#data/model/collection.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Batch, CollectContext, Scope } from '../collector.ts'
import { type ItemPages, type ItemStep, itemPages } from './item-pages.ts'
import { isMiscounted, isSettled, probe } from './item-probe.ts'
import { finished, type ItemNode, type ItemStream, type Probed, type StoredItem, totalOf } from './item-stream.ts'
import { sweepItems } from './item-sweep.ts'
import { gapOf, organisationOf } from './repository-walk.ts'
import { walkTogether } from './walk-together.ts'

/**
 * All items of an organisation's repositories: learns of each how many there are and when the newest moved, reads
 * nothing where nothing moved, many lists together where something did, each with its cursor saved behind its pages,
 * and looks for what is gone where the totals differ.
 */
export async function* walkItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  scope: Scope,
  context: CollectContext,
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const organisation = organisationOf(scope)
  const probed = await probe(stream, scope, context)
  const settled: Finished[] = []
  const moved: Probed[] = []
  for (const one of probed.answered)
    if (await isSettled(stream, one, context)) settled.push(finished(stream, one))
    else moved.push(one)
  yield { items: probed.answered.map(totalOf), gaps: probed.unanswered, finished: settled }
  const read = yield* readTogether(stream, moved, context, { organisation })
  const miscounted: Probed[] = []
  for (const one of read) if (await isMiscounted(stream, one, context)) miscounted.push(one)
  const unread = yield* sweepItems(stream, miscounted, context, organisation)
  yield* readTogether(stream, unread, context, { organisation })
}

// Rows wait for company before the rest of their lists is asked for, ten in one call; what waits is not saved yet.
const CUT_AT_ONCE = 10
const MOST_WAITING = 500

/** Answers whose lists were read to their end and whole. */
async function* readTogether<Node extends ItemNode>(
  stream: ItemStream<Node>,
  probed: readonly Probed[],
  context: CollectContext,
  { organisation }: { readonly organisation: OrganisationKey },
): AsyncGenerator<Batch<StoredItem<Node>>, readonly Probed[]> {
  const subject = organisationSubject(organisation)
  const walks: ItemPages<Node>[] = []
  for (const one of probed) walks.push(await itemPages(stream, one, context))
  let waiting: ItemStep<Node>[] = []
  let rows = 0
  let cut = 0
  for await (const call of walkTogether(context, stream.page, { subject, stream: stream.stream, walks })) {
    const gaps = call.flatMap((walked) =>
      'failure' in walked ? [gapOf(repositorySubject(walked.walk.one.repository), stream.stream, walked.failure)] : [],
    )
    if (gaps.length > 0) yield { items: [], gaps }
    for (const walked of call) {
      if ('failure' in walked) continue
      waiting.push(walked.step)
      rows += walked.step.nodes.length
      cut += walked.step.nodes.filter(stream.isCut).length
    }
    if (cut > 0 && cut < CUT_AT_ONCE && rows < MOST_WAITING) continue
    yield await settle(stream, waiting, context, subject)
    waiting = []
    rows = 0
    cut = 0
  }
  if (waiting.length > 0) yield await settle(stream, waiting, context, subject)
  return walks.filter((walk) => walk.isDone()).map(({ one }) => one)
}

/** What some pages gave, their rows completed, in the order in which they came. */
async function settle<Node extends ItemNode>(
  stream: ItemStream<Node>,
  steps: readonly ItemStep<Node>[],
  context: CollectContext,
  subject: string,
): Promise<Batch<StoredItem<Node>>> {
  const nodes = steps.flatMap((step) => step.nodes)
  const complete = await stream.complete(nodes, context, subject)
  const items: StoredItem<Node>[] = []
  const cursors = new Map<string, Cursor>()
  const ends: Finished[] = []
  const gaps: Gap[] = []
  let start = 0
  for (const step of steps) {
    const own = complete.slice(start, start + step.nodes.length)
    start += step.nodes.length
    const repository = keyOf(step.walk.one.repository)
    for (const node of own) items.push({ repository, node })
    const said = step.walk.settle(step, own.filter(stream.isCut).length)
    // Of the places in one list only the last is one to come back to.
    for (const cursor of said.cursors) cursors.set(`${cursor.subject} ${cursor.stream}`, cursor)
    ends.push(...said.finished)
    gaps.push(...said.gaps)
  }
  return { items, cursors: [...cursors.values()], finished: ends, gaps }
}

function keyOf({ server, hostId }: KnownRepository) {
  return { server, hostId }
}

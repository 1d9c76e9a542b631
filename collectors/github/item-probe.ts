import { type KnownRepository, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { CollectContext, Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { ITEMS_SEEN, readItemsSeen } from './item-mark.ts'
import { before, type ItemNode, type ItemStream, type Probed } from './item-stream.ts'
import { askAbout } from './operation.ts'
import { pastOf } from './past.ts'
import { knownRepositories, organisationOf } from './repository-walk.ts'

/**
 * What the list of repositories saw, where that is newer than what was read; the others are asked. One that does not
 * answer is a gap.
 */
export async function probe<Node extends ItemNode>(stream: ItemStream<Node>, scope: Scope, context: CollectContext) {
  const answered: Probed[] = []
  const unasked: KnownRepository[] = []
  for (const repository of await knownRepositories(scope, context)) {
    const seen = await seenByList(stream, repository, context)
    if (seen === undefined) unasked.push(repository)
    else answered.push({ repository, ...seen, ...(await boundsOf(stream, repository, context)) })
  }
  const subject = organisationSubject(organisationOf(scope))
  const asked = await askEach(stream, unasked, context, subject)
  return { answered: [...answered, ...asked.answered], unanswered: asked.unanswered }
}

async function seenByList<Node extends ItemNode>(
  stream: ItemStream<Node>,
  repository: KnownRepository,
  context: CollectContext,
) {
  const subject = repositorySubject(repository)
  const position = await context.known.cursor('github/repositories', subject, ITEMS_SEEN)
  const seen = position === undefined ? undefined : readItemsSeen(position, stream.what)
  const watermark = await context.known.watermark(stream.collector, subject, stream.stream)
  // A list that was acted upon before says nothing new.
  return seen !== undefined && (watermark === undefined || seen.servedAt > watermark) ? seen : undefined
}

async function askEach<Node extends ItemNode>(
  stream: ItemStream<Node>,
  repositories: readonly KnownRepository[],
  context: CollectContext,
  subject: string,
) {
  const unasked = new Map(repositories.map((one) => [one.nodeId, one]))
  const answered: Probed[] = []
  const refusals = new Map<string | undefined, PartialError>()
  const ids = [...unasked.keys()]
  for (let start = 0; start < ids.length; start += stream.probe.pageSize) {
    const call = { subject, stream: stream.stream, ids: ids.slice(start, start + stream.probe.pageSize) }
    for await (const { ids: asked, answer } of askAbout(context, stream.probe, call)) {
      for (const error of answer.errors) refusals.set(asked[Number(error.path[1])], error)
      for (const node of answer.data.nodes) {
        if (node !== null && refusals.has(node.id)) continue
        const repository = node === null ? undefined : unasked.get(node.id)
        if (repository === undefined || node?.items === undefined) continue
        const { totalCount: total, nodes } = node.items
        const bounds = await boundsOf(stream, repository, context)
        answered.push({ repository, total, newestAt: nodes[0]?.updatedAt, servedAt: answer.servedAt, ...bounds })
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

async function boundsOf<Node extends ItemNode>(
  { collector, stream }: ItemStream<Node>,
  repository: KnownRepository,
  context: CollectContext,
): Promise<Pick<Probed, 'since' | 'past'>> {
  const past = await pastOf({ collector, subject: repositorySubject(repository), stream }, context)
  return { since: past.watermark === undefined ? past.bound : before(past.watermark), past }
}

/** Whether nothing moved since all of it was read. */
export async function isSettled<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
): Promise<boolean> {
  const hasNewer = one.newestAt !== undefined && (one.since === undefined || one.newestAt >= one.since)
  return !context.full && !hasNewer && !(await isMiscounted(stream, one, context))
}

/** Whether the host counts other rows than are stored; where the past was left out, nobody can tell. */
export async function isMiscounted<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
) {
  return one.past.bound === undefined && (await context.known.count(one.repository, stream.what)) !== one.total
}

/** What an error beside an answer says of the whole of it. */
export function unreadable(error: PartialError | undefined): SourceFailure {
  if (error === undefined) return new SourceFailure('not-found', 'the host said nothing about this repository')
  return new SourceFailure(failureKindOf(error), error.message)
}

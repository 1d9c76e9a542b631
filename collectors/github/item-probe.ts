import { type KnownRepository, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { CollectContext, Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { before, type ItemNode, type ItemStream, type Probed } from './item-stream.ts'
import { askAbout } from './operation.ts'
import { knownRepositories, organisationOf } from './repository-walk.ts'

/** Asks every repository at once; one that does not answer is a gap. */
export async function probe<Node extends ItemNode>(stream: ItemStream<Node>, scope: Scope, context: CollectContext) {
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
        if (node !== null && refusals.has(node.id)) continue
        const repository = node === null ? undefined : unasked.get(node.id)
        if (repository === undefined || node?.items === undefined) continue
        const newestAt = node.items.nodes[0]?.updatedAt
        const since = context.full ? undefined : await sinceOf(stream, repository, context)
        answered.push({ repository, total: node.items.totalCount, newestAt, servedAt: answer.servedAt, since })
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

async function sinceOf<Node extends ItemNode>(
  stream: ItemStream<Node>,
  repository: KnownRepository,
  context: CollectContext,
) {
  const watermark = await context.known.watermark(stream.collector, repositorySubject(repository), stream.stream)
  return watermark === undefined ? undefined : before(watermark)
}

/** Without a cursor and a watermark it was never read; with one, from somewhere on. */
export async function standingOf<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
) {
  if (context.full) return 'started'
  const hasNewer = one.newestAt !== undefined && (one.since === undefined || one.newestAt >= one.since)
  if (!hasNewer && !(await isMiscounted(stream, one, context))) return 'settled'
  if (one.since !== undefined) return hasNewer ? 'moved' : 'started'
  const cursor = await context.known.cursor(stream.collector, repositorySubject(one.repository), stream.stream)
  return cursor === undefined ? 'fresh' : 'started'
}

/** Whether the host counts other rows than are stored. */
export async function isMiscounted<Node extends ItemNode>(
  stream: ItemStream<Node>,
  one: Probed,
  context: CollectContext,
) {
  return (await context.known.count(one.repository, stream.what)) !== one.total
}

/** What an error beside an answer says of the whole of it. */
export function unreadable(error: PartialError | undefined): SourceFailure {
  if (error === undefined) return new SourceFailure('not-found', 'the host said nothing about this repository')
  return new SourceFailure(failureKindOf(error), error.message)
}

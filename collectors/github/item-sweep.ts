import { type Gone, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import type { Instant } from '#data/model/records.ts'
import type { CollectContext } from '../collector.ts'
import type { ItemNode, ItemStream } from './item-stream.ts'
import { askPage, type PageSizes } from './operation.ts'

/**
 * Lists the numbers of all items of a repository and compares them with what is stored: no order by update tells of a
 * deletion. A list that could not be read whole says nothing.
 */
export async function sweepItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  repository: KnownRepository,
  context: CollectContext,
  { sizes, until }: { readonly sizes: PageSizes; readonly until: Instant },
): Promise<{ readonly gone: readonly Gone[]; readonly hasUnread: boolean }> {
  const subject = repositorySubject(repository)
  const listed = new Map<string, Instant>()
  for (let cursor: string | null = null; ; ) {
    const call = { subject, stream: `${stream.stream}-sweep`, position: cursor ?? '', sizes }
    const { data, errors }: Awaited<ReturnType<typeof askSweep>> = await askSweep(cursor, call)
    const page = data.node?.items
    if (page === undefined || errors.length > 0) return { gone: [], hasUnread: false }
    for (const node of page.nodes) if (node !== null) listed.set(node.fullDatabaseId, node.updatedAt)
    if (!page.pageInfo.hasNextPage) break
    cursor = page.pageInfo.endCursor
  }
  const stored = new Set(await context.known.hostIds(repository, stream.what))
  const key = { server: repository.server, hostId: repository.hostId }
  const gone = [...stored].filter((id) => !listed.has(id))
  return {
    gone: gone.map((hostId) => ({ type: stream.what, repository: key, hostId })),
    hasUnread: [...listed].some(([id, updatedAt]) => !stored.has(id) && updatedAt < until),
  }

  function askSweep(
    cursor: string | null,
    call: { subject: string; stream: string; position: string; sizes: PageSizes },
  ) {
    return askPage(context, stream.sweep, { ...call, variables: { id: repository.nodeId, cursor } })
  }
}

import { type Gone, type KnownRepository, organisationSubject } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Batch, CollectContext } from '../collector.ts'
import type { ItemNode, ItemStream, Probed, StoredItem } from './item-stream.ts'
import { pageSize } from './page-size.ts'
import type { PagedOperation } from './paged-operation.ts'
import type { ItemsPart } from './queries/change-requests.ts'
import type { SweptItem } from './queries/item-sweeps.ts'
import { type Walk, walkTogether } from './walk-together.ts'

/**
 * Lists the numbers of all items of some repositories and compares them with what is stored: no order by update tells
 * of a deletion. A list that could not be read whole says nothing. Answers those of which the host lists what was never
 * read and lies before the watermark: only a whole walk finds it.
 */
export async function* sweepItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  probed: readonly Probed[],
  context: CollectContext,
  organisation: OrganisationKey,
): AsyncGenerator<Batch<StoredItem<Node>>, readonly Probed[]> {
  const place = { subject: organisationSubject(organisation), stream: `${stream.stream}-sweep` }
  const walks = probed.map((one) => sweepWalk(stream.sweep, one))
  const unread: Probed[] = []
  for await (const call of walkTogether(context, stream.sweep, { ...place, walks }))
    for (const walked of call) {
      if ('failure' in walked || walked.step === undefined) continue
      const { one } = walked.walk
      const stored = new Set(await context.known.hostIds(one.repository, stream.what))
      const gone = goneOf(stream.what, one.repository, { stored, listed: walked.step })
      if (gone.length > 0) yield { items: [], gone }
      const hasUnread = [...walked.step].some(([id, updatedAt]) => !stored.has(id) && updatedAt < one.servedAt)
      if (hasUnread && one.since !== undefined) unread.push({ ...one, since: undefined })
    }
  return unread
}

function goneOf(
  type: 'change-request' | 'issue',
  { server, hostId }: KnownRepository,
  { stored, listed }: { readonly stored: ReadonlySet<string>; readonly listed: ReadonlyMap<string, Instant> },
): Gone[] {
  const repository = { server, hostId }
  return [...stored].filter((id) => !listed.has(id)).map((id) => ({ type, repository, hostId: id }))
}

interface Sweep extends Walk<ItemsPart<SweptItem>, ReadonlyMap<string, Instant> | undefined> {
  readonly one: Probed
}

/** Its last step is the whole list. */
function sweepWalk({ mostRows }: PagedOperation<ItemsPart<SweptItem>>, one: Probed): Sweep {
  const listed = new Map<string, Instant>()
  let cursor: string | null = null
  let remaining = Math.max(1, one.total)
  return {
    name: one.repository.hostId,
    one,
    size: pageSize(mostRows),
    remaining: () => remaining,
    ask: (rows) => ({
      position: cursor ?? '',
      variables: { id: one.repository.nodeId, first: rows, after: cursor },
    }),
    async take({ part, errors }) {
      const page = part?.items
      if (page === undefined || errors.length > 0) {
        remaining = 0
        return undefined
      }
      for (const node of page.nodes) if (node !== null) listed.set(node.fullDatabaseId, node.updatedAt)
      cursor = page.pageInfo.endCursor
      remaining = page.pageInfo.hasNextPage ? Math.max(1, remaining - page.nodes.length) : 0
      return page.pageInfo.hasNextPage ? undefined : listed
    },
  }
}

import { organisationSubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Batch, CollectContext } from '../collector.ts'
import { finished, type ItemNode, type ItemStream, type Probed, type StoredItem, toItems } from './item-stream.ts'
import { askAbout, NESTED_PER_POINT } from './operation.ts'
import type { Page } from './queries/fragments.ts'
import { endsTheRun } from './repository-walk.ts'

/** Repositories that are read in one call, so many rows of each. */
export interface Pack {
  readonly members: readonly Probed[]
  readonly rows: number
  /** The oldest first where all rows are wanted, the newest first where those since the watermark are. */
  readonly direction: 'ASC' | 'DESC'
}

// Most repositories that moved at all since the last run moved by a handful.
const NEWEST = 4

/** Groups repositories never read, from the smallest on; one that would fill a call by itself is in no group. */
export function packsOfSmall(fresh: readonly Probed[], connections: number): Pack[] {
  const price = ({ total }: Probed) => 1 + total * connections
  const small = fresh.filter((one) => price(one) * 2 <= NESTED_PER_POINT).sort((a, b) => a.total - b.total)
  const groups = grouped(small, price)
  return groups.map((members) => ({ members, rows: Math.max(...members.map(({ total }) => total)), direction: 'ASC' }))
}

/** Groups repositories of which the newest rows are wanted. */
export function packsOfNewest(moved: readonly Probed[], connections: number): Pack[] {
  const groups = grouped(moved, () => 1 + NEWEST * connections)
  return groups.map((members) => ({ members, rows: NEWEST, direction: 'DESC' }))
}

/** Groups that cost one point each. Each member pays what the dearest of its group pays, and that is the last. */
function grouped(probed: readonly Probed[], price: (one: Probed) => number): Probed[][] {
  const groups: Probed[][] = []
  for (const one of probed) {
    const group = groups.at(-1)
    if (group !== undefined && (group.length + 1) * price(one) <= NESTED_PER_POINT) group.push(one)
    else groups.push([one])
  }
  return groups
}

/**
 * Reads a group in one call. Whoever could not be read whole (it has more, a field was refused, the call failed) is not
 * in `done` afterwards and gets a walk of its own, which says what is wrong with it.
 */
export async function* walkPack<Node extends ItemNode>(
  stream: ItemStream<Node>,
  { members, rows, direction }: Pack,
  context: CollectContext,
  { organisation, done }: { readonly organisation: OrganisationKey; readonly done: Set<Probed> },
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const byId = new Map(members.map((one) => [one.repository.nodeId, one]))
  const variables = { pageSize: rows, direction }
  const subject = organisationSubject(organisation)
  const call = { subject, stream: stream.stream, ids: [...byId.keys()], variables }
  try {
    for await (const { answer } of askAbout(context, stream.packed, call)) {
      const faulty = new Set(answer.errors.map((error) => error.path[1]))
      const read = answer.data.nodes.flatMap((node, index) => {
        const one = node === null ? undefined : byId.get(node.id)
        const page = node?.items
        return one === undefined || page?.nodes === undefined || faulty.has(index) || !isWhole(one, page)
          ? []
          : [{ one, page }]
      })
      const pages = read.map(({ one, page }) => ({ repository: one.repository, page }))
      const { items, unread } = await toItems(stream, pages, { context, subject })
      // A list that could not be completed: whose it is shows when each is walked by itself.
      if (unread > 0) yield { items }
      else yield { items, finished: read.map(({ one }) => finished(stream, one)) }
      if (unread === 0) for (const { one } of read) done.add(one)
    }
  } catch (error) {
    if (!(error instanceof SourceFailure) || endsTheRun(error)) throw error
  }
}

function isWhole<Node extends ItemNode>({ since }: Probed, page: Page<Node>): boolean {
  const isPast = since !== undefined && page.nodes.some((row) => row !== null && row.updatedAt < since)
  return isPast || !page.pageInfo.hasNextPage
}

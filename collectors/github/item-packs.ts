import { organisationSubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Batch, CollectContext } from '../collector.ts'
import { finished, type ItemNode, type ItemStream, type Probed, type StoredItem, toItems } from './item-stream.ts'
import { askAbout, NESTED_PER_POINT } from './operation.ts'
import { endsTheRun } from './repository-walk.ts'

/**
 * Groups small repositories so that the first pages of a group, which are their last, cost one point together.
 * A repository that would fill a call by itself is in no group.
 */
export function packs(fresh: readonly Probed[], connections: number): Probed[][] {
  const price = (rows: number) => 1 + rows * connections
  const packed: Probed[][] = []
  let pack: Probed[] = []
  // From the smallest on, so that the page size a group shares fits all of it.
  for (const one of [...fresh].sort((a, b) => a.total - b.total)) {
    if (price(one.total) * 2 > NESTED_PER_POINT) break
    if ((pack.length + 1) * price(one.total) > NESTED_PER_POINT) {
      packed.push(pack)
      pack = []
    }
    pack.push(one)
  }
  return pack.length > 0 ? [...packed, pack] : packed
}

/**
 * Reads a group in one call. Whoever could not be read whole (it grew, a field was refused, the call failed) is not in
 * `done` afterwards and gets a walk of its own, which says what is wrong with it.
 */
export async function* walkPack<Node extends ItemNode>(
  stream: ItemStream<Node>,
  pack: readonly Probed[],
  context: CollectContext,
  { organisation, done }: { readonly organisation: OrganisationKey; readonly done: Set<Probed> },
): AsyncGenerator<Batch<StoredItem<Node>>> {
  const byId = new Map(pack.map((one) => [one.repository.nodeId, one]))
  const variables = { pageSize: Math.max(...pack.map((one) => one.total)) }
  const call = { subject: organisationSubject(organisation), stream: stream.stream, ids: [...byId.keys()], variables }
  try {
    for await (const { answer } of askAbout(context, stream.packed, call)) {
      const faulty = new Set(answer.errors.map((error) => error.path[1]))
      for (const [index, node] of answer.data.nodes.entries()) {
        const one = node === null ? undefined : byId.get(node.id)
        if (one === undefined || node?.items === undefined || faulty.has(index) || node.items.pageInfo.hasNextPage)
          continue
        const items = await toItems(stream, one.repository, node.items, context)
        yield { items, finished: [finished(stream, one)] }
        done.add(one)
      }
    }
  } catch (error) {
    if (!(error instanceof SourceFailure) || endsTheRun(error)) throw error
  }
}

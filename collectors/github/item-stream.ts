import { type Finished, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import type { Instant, RepositoryKey } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import type { CollectContext } from '../collector.ts'
import type { Operation } from './operation.ts'
import type { ItemsData, PackedItemsData } from './queries/change-requests.ts'
import type { Page } from './queries/fragments.ts'
import type { ProbeData } from './queries/item-probes.ts'
import type { SweptItem } from './queries/item-sweeps.ts'

export interface ItemNode {
  readonly id: string
  readonly updatedAt: string
}

/** A raw row with the repository that it belongs to. */
export interface StoredRow<Node> {
  readonly repository: RepositoryKey
  readonly node: Node
}

/** How many rows a repository has, by the host's own count. */
export interface ItemTotal {
  readonly repository: RepositoryKey & { readonly owner: string; readonly name: string }
  readonly total: number
}

export type StoredItem<Node> = StoredRow<Node> | ItemTotal

/** Change requests and issues are walked the same way; this is where they differ. */
export interface ItemStream<Node extends ItemNode> {
  readonly collector: string
  readonly stream: string
  readonly what: 'change-request' | 'issue'
  readonly probe: Operation<ProbeData>
  readonly page: Operation<ItemsData<Node>>
  readonly packed: Operation<PackedItemsData<Node>>
  readonly sweep: Operation<ItemsData<SweptItem>>
  /** Whether the host can leave out what is older than an instant; else the walk starts at the newest and stops there. */
  readonly canFilterSince: boolean
  /** Fields without which a row says nothing true; a row that lacks one is left out, behind a gap. */
  readonly required: readonly (keyof Node)[]
  /** The same rows in the same order, those completed whose lists did not fit into the page. */
  complete(nodes: readonly Node[], context: CollectContext, subject: string): Promise<readonly Node[]>
}

/** What the host said of one repository before anything was read. */
export interface Probed {
  readonly repository: KnownRepository
  readonly total: number
  readonly newestAt: Instant | undefined
  readonly servedAt: Instant
  /** From when on to read: a little before the watermark; undefined when it was never read to its end. */
  readonly since: Instant | undefined
}

// Instants have whole seconds and the clocks of a large host differ: what lies around a watermark is read twice.
const OVERLAP_MS = 5 * 60_000

export function before(watermark: Instant): Instant {
  return instant(Date.parse(watermark) - OVERLAP_MS)
}

export function finished(stream: { readonly stream: string }, { repository, servedAt }: Probed): Finished {
  return { subject: repositorySubject(repository), stream: stream.stream, watermark: servedAt }
}

export function totalOf({ repository, total }: Probed): ItemTotal {
  const { server, hostId, owner, name } = repository
  return { repository: { server, hostId, owner, name }, total }
}

/** The rows of some pages that can be told whole. `subject` is what the answer was about. */
export async function toItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  pages: readonly { readonly repository: RepositoryKey; readonly page: Page<Node> }[],
  { context, subject }: { readonly context: CollectContext; readonly subject: string },
): Promise<StoredRow<Node>[]> {
  const rows = pages.flatMap(({ repository: { server, hostId }, page }) =>
    page.nodes
      .filter((node) => node !== null)
      .filter((node) => stream.required.every((field) => node[field] !== undefined))
      .map((node) => ({ repository: { server, hostId }, node })),
  )
  const nodes = rows.map(({ node }) => node)
  const complete = await stream.complete(nodes, context, subject)
  return rows.map((row, index) => ({ ...row, node: complete[index] ?? row.node }))
}

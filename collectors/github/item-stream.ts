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
  /** Completes the rows whose lists did not fit into the page. */
  complete(nodes: readonly Node[], context: CollectContext, subject: string): Promise<readonly Node[]>
}

/** What the host said of one repository before anything was read. */
export interface Probed {
  readonly repository: KnownRepository
  readonly total: number
  readonly newestAt: Instant | undefined
  readonly servedAt: Instant
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

/** The rows of a page that can be told whole. */
export async function toItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  { server, hostId }: RepositoryKey,
  page: Page<Node>,
  context: CollectContext,
): Promise<StoredRow<Node>[]> {
  const nodes = page.nodes.filter((node) => node !== null)
  const whole = nodes.filter((node) => stream.required.every((field) => node[field] !== undefined))
  const complete = await stream.complete(whole, context, repositorySubject({ server, hostId }))
  return complete.map((node) => ({ repository: { server, hostId }, node }))
}

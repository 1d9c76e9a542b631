import { type Finished, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { RepositoryKey } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import type { CollectContext } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { isPassing } from './classify.ts'
import type { Operation } from './operation.ts'
import type { PagedOperation } from './paged-operation.ts'
import type { Past } from './past.ts'
import type { ItemsPart } from './queries/change-requests.ts'
import type { Page } from './queries/fragments.ts'
import type { ProbeData } from './queries/item-probes.ts'
import type { SweptItem } from './queries/item-sweeps.ts'
import { withoutTorn } from './unread.ts'

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
  readonly page: PagedOperation<ItemsPart<Node>>
  readonly sweep: PagedOperation<ItemsPart<SweptItem>>
  /** Whether the host can leave out what is older than an instant; else the walk starts at the newest and stops there. */
  readonly canFilterSince: boolean
  /** Fields without which a row says nothing true; a row that lacks one is left out, behind a gap. */
  readonly required: readonly (keyof Node)[]
  /** Whether a list of a row goes on behind what is here. */
  isCut(node: Node): boolean
  /** The same rows in the same order, those completed whose lists did not fit into the page. */
  complete(nodes: readonly Node[], context: CollectContext, subject: string): Promise<readonly Node[]>
}

/** What the host said of one repository before anything was read. */
export interface Probed {
  readonly repository: KnownRepository
  readonly total: number
  readonly newestAt: Instant | undefined
  readonly servedAt: Instant
  /** From when on to read: a little before the watermark, or from the bound; undefined when all is to be read. */
  readonly since: Instant | undefined
  readonly past: Past
}

// Instants have whole seconds and the clocks of a large host differ: what lies around a watermark is read twice.
const OVERLAP_MS = 5 * 60_000

export function before(watermark: Instant): Instant {
  return instant(Date.parse(watermark) - OVERLAP_MS)
}

export function finished(stream: { readonly stream: string }, { repository, servedAt, past, total }: Probed): Finished {
  const end = { subject: repositorySubject(repository), stream: stream.stream, watermark: servedAt }
  if (past.from === undefined) return end
  // Where there is nothing, nothing older was left out.
  return { ...end, from: total === 0 ? null : past.from }
}

export function totalOf({ repository, total }: Probed): ItemTotal {
  const { server, hostId, owner, name } = repository
  return { repository: { server, hostId, owner, name }, total }
}

const ROW_DEPTH = 3

/**
 * The rows of a page that can be told. One that lacks a required field is left out, and one that lacks another is told
 * without it: `unread` counts both, `toCome` those that may be read the next time.
 */
export function rowsOf<Node extends ItemNode>(
  { required }: ItemStream<Node>,
  page: Page<Node>,
  errors: readonly PartialError[],
): { readonly nodes: readonly Node[]; readonly unread: number; readonly toCome: number } {
  if (errors.length === 0 && !page.nodes.includes(null))
    // Without an error every field of the question is there.
    return { nodes: page.nodes as readonly Node[], unread: 0, toCome: 0 }
  let unread = 0
  let toCome = 0
  const nodes = page.nodes.flatMap((row, index) => {
    const own = errors.filter(({ path }) => path[ROW_DEPTH] === index)
    const node = row === null ? undefined : readable(required, withoutTorn(row, own, ROW_DEPTH + 1))
    const isPartial = own.some(isPassing)
    if (node === undefined || isPartial) unread += 1
    // A row that is missing without a word was not refused.
    if (isPartial || (row === null && own.length === 0)) toCome += 1
    return node === undefined ? [] : [node]
  })
  return { nodes, unread, toCome }
}

function readable<Node>(required: readonly (keyof Node)[], row: Partial<Node>): Node | undefined {
  // With its required fields a row is one; the others may be absent by its type.
  return required.every((field) => row[field] !== undefined) ? (row as Node) : undefined
}

import type { CollectContext } from '../collector.ts'
import { pageSize } from './page-size.ts'
import type { PagedOperation } from './paged-operation.ts'
import type { Page } from './queries/fragments.ts'
import { type Walk, walkTogether } from './walk-together.ts'

/** How rows are completed whose own lists did not fit into the page. */
export interface Tails<Node, Tail> {
  readonly operation: PagedOperation<Tail>
  /** Whether something that matters lies behind what is here. */
  isOpen(node: Node): boolean
  /** How many rows of the longest such list. */
  remaining(node: Node): number
  variables(node: Node): Readonly<Record<string, unknown>>
  /** The row with the next pages behind its own. */
  join(node: Node, tail: Tail): Node
}

// The host lists no more than three thousand files of one change request; nobody answers first behind as many comments.
const LONGEST_TAIL_PAGES = 30

/** The same rows in the same order. One of which the rest could not be read stays open. */
export async function readTails<Node extends { readonly id: string }, Tail>(
  nodes: readonly Node[],
  tails: Tails<Node, Tail>,
  { context, subject }: { readonly context: CollectContext; readonly subject: string },
): Promise<readonly Node[]> {
  const { operation } = tails
  const read = new Map(nodes.filter(tails.isOpen).map((node) => [node.id, node]))
  const walks = [...read.values()].map((node) => tailWalk(node, tails, read))
  // A row whose tail cannot be had is told without it; whoever asked for it sees that it is still open.
  for await (const _call of walkTogether(context, operation, { subject, stream: operation.name, walks }));
  return nodes.map((node) => read.get(node.id) ?? node)
}

function tailWalk<Node extends { readonly id: string }, Tail>(
  first: Node,
  tails: Tails<Node, Tail>,
  read: Map<string, Node>,
): Walk<Tail, void> {
  const { id } = first
  let node = first
  let pages = 0
  let isStuck = false
  return {
    name: id,
    size: pageSize(tails.operation.mostRows),
    remaining: () => (isStuck || pages >= LONGEST_TAIL_PAGES || !tails.isOpen(node) ? 0 : tails.remaining(node)),
    ask(rows) {
      const variables = tails.variables(node)
      const position = Object.values(variables).filter((value) => typeof value === 'string')
      return { position: position.join(' '), variables: { ...variables, id, first: rows } }
    },
    async take({ part, errors }) {
      // Part of a list would pass for all of it.
      isStuck = part === undefined || errors.length > 0
      if (isStuck || part === undefined) return
      node = tails.join(node, part)
      pages += 1
      read.set(id, node)
    },
  }
}

type Listed<Row> = Omit<Page<Row>, 'nodes'> & { readonly nodes: readonly (Row | null)[] }

/** A page with the next one behind it; a list that had ended stays as it is. */
export function joined<Row>(first: Listed<Row>, next: Listed<Row>): Listed<Row> {
  return first.pageInfo.hasNextPage ? { ...next, nodes: [...first.nodes, ...next.nodes] } : first
}

/** Rows of a list that are not here yet; at least one, whatever the host counts. */
export function rowsBehind({ totalCount, nodes }: Page<unknown>): number {
  return Math.max(1, totalCount - nodes.length)
}

import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import { compareKeys, decodeKey, decodeOffset, encodeKey, encodeOffset, type Key } from './cursors.ts'
import { FieldError } from './errors.ts'

/** Arguments of a field, already coerced by the schema. */
export type Args = Readonly<Record<string, unknown>>

export interface Connection<N> {
  readonly totalCount: number
  readonly nodes: readonly N[]
  readonly edges: readonly { readonly cursor: string; readonly node: N; readonly item: unknown }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

export interface ConnectionPlan<T, N> {
  readonly args: Args
  readonly info: GraphQLResolveInfo
  readonly toNode: (item: T) => N
  /** For an ordered connection: the key of an item, and the direction in which the items come. */
  readonly order?: { readonly keyOf: (item: T) => Key; readonly isDescending: boolean }
  /** For lists with their own cursors. */
  readonly cursors?: { readonly encode: (offset: number) => string; readonly decode: (cursor: string) => number }
}

const offsets = { encode: encodeOffset, decode: decodeOffset }

/** A page of `items`, which are all there are, in their order. */
export function connect<T, N>(items: readonly T[], plan: ConnectionPlan<T, N>): Connection<N> {
  const size = pageSize(plan)
  const { start, end } = bounds(items, plan)
  const from = size.last === null ? start : Math.max(start, end - size.last)
  const to = size.first === null ? end : Math.min(end, from + size.first)
  const isEmpty = size.first === null && size.last === null
  const page = isEmpty ? [] : items.slice(from, to)
  const cursorOf = (item: T, i: number) =>
    plan.order ? encodeKey(plan.order.keyOf(item)) : (plan.cursors ?? offsets).encode(from + i + 1)
  const first = page[0]
  const last = page.at(-1)
  const nodes = page.map(plan.toNode)
  return {
    totalCount: items.length,
    nodes,
    get edges() {
      return page.map((item, i) => ({ cursor: cursorOf(item, i), node: nodes[i] as N, item }))
    },
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: first === undefined ? null : cursorOf(first, 0),
      endCursor: last === undefined ? null : cursorOf(last, page.length - 1),
    },
  }
}

function bounds<T, N>(items: readonly T[], plan: ConnectionPlan<T, N>): { start: number; end: number } {
  const { after, before } = plan.args
  const place = (cursor: string, isAfter: boolean) => {
    if (!plan.order) {
      const offset = (plan.cursors ?? offsets).decode(cursor)
      return isAfter ? offset : offset - 1
    }
    const { keyOf, isDescending } = plan.order
    const wanted = decodeKey(cursor)
    return firstIndex(items, (item) => {
      const order = compareKeys(keyOf(item), wanted) * (isDescending ? -1 : 1)
      return isAfter ? order > 0 : order >= 0
    })
  }
  const start = typeof after === 'string' ? Math.min(items.length, place(after, true)) : 0
  const end = typeof before === 'string' ? Math.max(start, place(before, false)) : items.length
  return { start, end: Math.min(end, items.length) }
}

/** The first index from which `holds` is true, by halving. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

function pageSize(plan: Pick<ConnectionPlan<unknown, unknown>, 'args' | 'info'>) {
  const { fieldName } = plan.info
  const sizes = { first: plan.args.first, last: plan.args.last }
  for (const [name, size] of Object.entries(sizes)) {
    if (typeof size !== 'number') continue
    if (size > 100) {
      const message = `Requesting ${size} records on the \`${fieldName}\` connection exceeds the \`${name}\` limit of 100 records.`
      throw new FieldError('EXCESSIVE_PAGINATION', message)
    }
    if (size < 0) {
      throw new FieldError('BAD_PAGINATION', `\`${name}\` on the \`${fieldName}\` connection cannot be less than zero.`)
    }
  }
  const first = typeof sizes.first === 'number' ? sizes.first : null
  const last = typeof sizes.last === 'number' ? sizes.last : null
  if (first === null && last === null && selectsNodes(plan.info)) {
    throw new FieldError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${fieldName}\` connection.`,
    )
  }
  return { first, last }
}

const known = new WeakMap<object, boolean>()

function selectsNodes(info: GraphQLResolveInfo): boolean {
  const [node] = info.fieldNodes
  if (!node) return false
  const found = known.get(node)
  if (found !== undefined) return found
  const answer = info.fieldNodes.some((n) => n.selectionSet !== undefined && names(n.selectionSet, info))
  known.set(node, answer)
  return answer
}

function names(set: SelectionSetNode, info: GraphQLResolveInfo): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return ['nodes', 'edges'].includes(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return names(selection.selectionSet, info)
    const fragment = info.fragments[selection.name.value]
    return fragment !== undefined && names(fragment.selectionSet, info)
  })
}

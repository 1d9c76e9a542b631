import type { Gap } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { CollectContext } from '../collector.ts'
import type { Pseudonymiser } from '../pseudonym.ts'
import type { Answer, PartialError } from '../transport.ts'
import { failureKindOf, isPassing } from './classify.ts'
import { type PageSize, pageSize } from './page-size.ts'

/** One question to the GraphQL API, with the shape of its answer. */
export interface Operation<Data> {
  readonly name: string
  /** Raised whenever the question or its answer changes shape: older recordings are stale then. */
  readonly version: number
  readonly query: string
  /** Connections nested in each row of a page: the price follows from it. */
  readonly connections: number
  /** Rows of a page that still cost no more than `points`. */
  readonly pageSize: number
  readonly scrub?: (raw: unknown, pseudonymise: Pseudonymiser) => Data
}

// A call costs a hundredth of the connections it may open, rounded: 148 nested ones and the outer one are one point.
export const NESTED_PER_POINT = 148
const LARGEST_PAGE = 100

export function operation<Data>({
  points = 1,
  ...parts
}: Omit<Operation<Data>, 'pageSize'> & { readonly points?: number }): Operation<Data> {
  const nested = NESTED_PER_POINT + 100 * (points - 1)
  return { ...parts, pageSize: Math.min(LARGEST_PAGE, Math.floor(nested / Math.max(1, parts.connections))) }
}

/** Where a question stands. */
export interface Place {
  readonly subject: string
  readonly stream: string
  readonly position: string
}

/** Asks one question. `again` says how often it was asked before. */
export function ask<Data>(
  context: CollectContext,
  asked: Operation<Data>,
  call: Place & { readonly variables: Readonly<Record<string, unknown>>; readonly again?: number },
): Promise<Answer<Data>> {
  const { name, version, query, scrub } = asked
  return context.transport.graphql<Data>({
    operation: name,
    version,
    query,
    subject: call.subject,
    stream: call.stream,
    position: call.position,
    variables: call.variables,
    ...(call.again ? { again: call.again } : {}),
    ...(scrub === undefined ? {} : { scrub: (raw: unknown) => scrub(raw, context.pseudonymise) }),
  })
}

/**
 * Asks for a page, and for half of it whenever the host finds it too big; once more and again when something is missing
 * that may be there the next time. A page of one row that is still too big throws, or answers what there is.
 */
export async function askPage<Data>(
  context: CollectContext,
  asked: Operation<Data>,
  call: Place & {
    readonly variables: Readonly<Record<string, unknown>>
    /** That of the pages before this one. */
    readonly size?: PageSize
  },
): Promise<Answer<Data>> {
  const size = call.size ?? pageSize(asked.pageSize)
  for (let again = 0; ; ) {
    const rows = size.atMost(asked.pageSize)
    try {
      const answer = await ask(context, asked, { ...call, variables: { ...call.variables, pageSize: rows }, again })
      if (rows > 1 && answer.errors.some(isTooMuch)) size.halve(rows)
      else if (!isWorthAsking(context, { operation: asked.name, errors: answer.errors, again })) {
        size.good(rows)
        return answer
      } else again += 1
    } catch (error) {
      if (rows === 1 || !isTooBig(error)) throw error
      size.halve(rows)
    }
  }
}

interface Nodes<Node> {
  readonly nodes: readonly (Node | null)[]
}

/**
 * Asks about many ids at once, and about each half of them when they are too many. Those of which something is missing
 * that may be there the next time are asked about again, and answered behind the others.
 */
export async function* askAbout<Node>(
  context: CollectContext,
  asked: Operation<Nodes<Node>>,
  call: Omit<Place, 'position'> & {
    /** Where it stands when that is more than the ids. */
    readonly position?: string
    readonly ids: readonly string[]
    readonly variables?: Readonly<Record<string, unknown>>
    readonly again?: number
  },
): AsyncGenerator<{ readonly ids: readonly string[]; readonly answer: Answer<Nodes<Node>> }> {
  const { ids, again = 0 } = call
  const answer = await askTogether(context, asked, call)
  if (answer === undefined) {
    const half = Math.ceil(ids.length / 2)
    yield* askAbout(context, asked, { ...call, ids: ids.slice(0, half) })
    yield* askAbout(context, asked, { ...call, ids: ids.slice(half) })
    return
  }
  if (!isWorthAsking(context, { operation: asked.name, errors: answer.errors, again })) {
    yield { ids, answer }
    return
  }
  const missing = new Set(answer.errors.filter((error) => isPassing(error) || isTooMuch(error)).map(rowOf))
  const isMissing = (index: number) => missing.has(index) || missing.has(undefined)
  const whole = [...ids.keys()].filter((index) => !isMissing(index))
  if (whole.length > 0) yield { ids: whole.map((index) => ids[index] ?? ''), answer: only(answer, whole) }
  yield* askAbout(context, asked, { ...call, ids: ids.filter((_id, index) => isMissing(index)), again: again + 1 })
}

/** The answer about all ids; undefined when they are too many for one. */
async function askTogether<Node>(
  context: CollectContext,
  asked: Operation<Nodes<Node>>,
  call: Parameters<typeof askAbout>[2],
): Promise<Answer<Nodes<Node>> | undefined> {
  const { ids, subject, stream, again = 0 } = call
  const place = { subject, stream, position: call.position ?? ids.join(' ') }
  try {
    const answer = await ask(context, asked, { ...place, variables: { ...call.variables, ids }, again })
    return ids.length > 1 && answer.errors.some(isTooMuch) ? undefined : answer
  } catch (error) {
    if (ids.length === 1 || !isTooBig(error)) throw error
    return undefined
  }
}

/** The row of `nodes` that an error is about. */
function rowOf({ path }: PartialError): number | undefined {
  const row = path[0] === 'nodes' ? path[1] : undefined
  return typeof row === 'number' ? row : undefined
}

/** An answer cut down to some of its rows. */
function only<Node>(answer: Answer<Nodes<Node>>, rows: readonly number[]): Answer<Nodes<Node>> {
  const nodes = rows.map((row) => answer.data.nodes[row] ?? null)
  const errors = answer.errors.flatMap((error) => {
    const row = rowOf(error)
    const place = row === undefined ? -1 : rows.indexOf(row)
    return place < 0 ? [] : [{ ...error, path: ['nodes', place, ...error.path.slice(2)] }]
  })
  return { ...answer, data: { ...answer.data, nodes }, errors }
}

const MOST_AGAIN = 3
const FRUITLESS = 3
/** How often in a row it was no use to ask again, for each kind of miss of each run. */
const lessons = new WeakMap<CollectContext, Map<string, number>>()

/**
 * Whether asking the same once more may bring what an answer lacks. A field that stayed away several times in a row is
 * taken at its word for the rest of the run: each miss would cost seconds, and pages have thousands.
 */
export function isWorthAsking(
  context: CollectContext,
  {
    operation: name,
    errors,
    again,
  }: { readonly operation: string; readonly errors: readonly PartialError[]; readonly again: number },
): boolean {
  const learnt = lessons.get(context) ?? new Map<string, number>()
  lessons.set(context, learnt)
  const kinds = new Set(
    errors.filter((error) => isPassing(error) || isTooMuch(error)).map((error) => kindOf(name, error)),
  )
  if (kinds.size === 0) {
    if (again > 0) for (const kind of learnt.keys()) if (kind.startsWith(`${name} `)) learnt.delete(kind)
    return false
  }
  if (again < MOST_AGAIN) return [...kinds].some((kind) => (learnt.get(kind) ?? 0) < FRUITLESS)
  // Things that are gone say nothing of the next one.
  const lasting = [...kinds].filter((kind) => !kind.startsWith(`${name} NOT_FOUND `))
  for (const kind of lasting) learnt.set(kind, (learnt.get(kind) ?? 0) + 1)
  return false
}

function kindOf(name: string, { type, path }: PartialError): string {
  return `${name} ${type} ${path.filter((step) => typeof step === 'string').join('.')}`
}

export function isTooMuch({ type }: PartialError): boolean {
  return type === 'RESOURCE_LIMITS_EXCEEDED'
}

export function isTooBig(error: unknown): boolean {
  return error instanceof SourceFailure && (error.kind === 'timeout' || error.kind === 'resource-limit')
}

/** What the errors beside an answer leave unknown: one gap per field. */
export function gapsOf(subject: string, errors: readonly PartialError[]): Gap[] {
  const gaps = new Map<string, Gap>()
  for (const error of errors) {
    const field = error.path.findLast((step) => typeof step === 'string') ?? 'answer'
    const gap = { subject, kind: `field:${field}`, reason: failureKindOf(error), message: error.message }
    gaps.set(gap.kind, gap)
  }
  return [...gaps.values()]
}

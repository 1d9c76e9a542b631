import type { Gap } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { CollectContext } from '../collector.ts'
import type { Pseudonymiser } from '../pseudonym.ts'
import type { Answer, PartialError } from '../transport.ts'
import { failureKindOf } from './classify.ts'

/** One question to the GraphQL API, with the shape of its answer. */
export interface Operation<Data> {
  readonly name: string
  /** Raised whenever the question or its answer changes shape: older recordings are stale then. */
  readonly version: number
  readonly query: string
  /** Connections nested in each row of a page: the price follows from it. */
  readonly connections: number
  /** Rows of a page that still cost one point. */
  readonly pageSize: number
  readonly scrub?: (raw: unknown, pseudonymise: Pseudonymiser) => Data
}

// A call costs a hundredth of the connections it may open, rounded: 148 nested ones and the outer one are one point.
export const NESTED_PER_POINT = 148
const LARGEST_PAGE = 100

export function operation<Data>(parts: Omit<Operation<Data>, 'pageSize'>): Operation<Data> {
  const pageSize = Math.min(LARGEST_PAGE, Math.floor(NESTED_PER_POINT / Math.max(1, parts.connections)))
  return { ...parts, pageSize }
}

/** Where a question stands. */
export interface Place {
  readonly subject: string
  readonly stream: string
  readonly position: string
}

/** Asks one question. */
export function ask<Data>(
  context: CollectContext,
  asked: Operation<Data>,
  call: Place & { readonly variables: Readonly<Record<string, unknown>> },
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
    ...(scrub === undefined ? {} : { scrub: (raw: unknown) => scrub(raw, context.pseudonymise) }),
  })
}

/** Page sizes of one run: what was too much for a stream once stays smaller. */
export type PageSizes = Map<string, number>

/**
 * Asks for a page, and for half of it whenever the host finds it too big. A page of one row that is still too big
 * throws, or answers what there is.
 */
export async function askPage<Data>(
  context: CollectContext,
  asked: Operation<Data>,
  call: Place & {
    readonly variables: Readonly<Record<string, unknown>>
    readonly sizes: PageSizes
    readonly rows?: number
  },
): Promise<Answer<Data>> {
  const key = `${asked.name} ${call.subject} ${call.stream}`
  const wanted = Math.max(1, Math.min(asked.pageSize, call.rows ?? asked.pageSize))
  for (;;) {
    const pageSize = Math.min(wanted, call.sizes.get(key) ?? wanted)
    const halve = () => call.sizes.set(key, Math.max(1, Math.floor(pageSize / 2)))
    try {
      const answer = await ask(context, asked, { ...call, variables: { ...call.variables, pageSize } })
      if (pageSize === 1 || !answer.errors.some((error) => error.type === 'RESOURCE_LIMITS_EXCEEDED')) return answer
      halve()
    } catch (error) {
      if (pageSize === 1 || !isTooBig(error)) throw error
      halve()
    }
  }
}

/** Asks about many ids at once, and about each half of them when they are too many. */
export async function* askAbout<Data>(
  context: CollectContext,
  asked: Operation<Data>,
  call: Omit<Place, 'position'> & {
    readonly ids: readonly string[]
    readonly variables?: Readonly<Record<string, unknown>>
  },
): AsyncGenerator<{ readonly ids: readonly string[]; readonly answer: Answer<Data> }> {
  const { ids } = call
  const place = { subject: call.subject, stream: call.stream, position: ids.join(' ') }
  const isSplit = await (async () => {
    try {
      const answer = await ask(context, asked, { ...place, variables: { ...call.variables, ids } })
      if (ids.length === 1 || !answer.errors.some((error) => error.type === 'RESOURCE_LIMITS_EXCEEDED')) return answer
    } catch (error) {
      if (ids.length === 1 || !isTooBig(error)) throw error
    }
    return undefined
  })()
  if (isSplit !== undefined) {
    yield { ids, answer: isSplit }
    return
  }
  const half = Math.ceil(ids.length / 2)
  yield* askAbout(context, asked, { ...call, ids: ids.slice(0, half) })
  yield* askAbout(context, asked, { ...call, ids: ids.slice(half) })
}

function isTooBig(error: unknown): boolean {
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

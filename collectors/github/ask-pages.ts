import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { CollectContext } from '../collector.ts'
import type { Answer, PartialError } from '../transport.ts'
import { isTooBig, isTooMuch, isWorthAsking } from './operation.ts'
import { aliasOf, type PagedOperation } from './paged-operation.ts'
import { endsTheRun } from './repository-walk.ts'

/** One page that is wanted. */
export interface PageAsk {
  /** Tells it from the others of a call, in recordings as well: whose list, how many rows, from where on. */
  readonly position: string
  readonly rows: number
  readonly variables: Readonly<Record<string, unknown>>
}

/** What came of one page. Paths of `errors` begin with the place of the alias. */
export type PageTold<Part, Ask extends PageAsk> =
  | { readonly ask: Ask; readonly part: Part | undefined; readonly errors: Errors; readonly servedAt: Instant }
  /** So many rows are too much: nothing of them was taken. */
  | { readonly ask: Ask; readonly isTooMuch: true }
  | { readonly ask: Ask; readonly failure: SourceFailure }

type Errors = readonly PartialError[]

export interface PagesCall<Ask extends PageAsk> {
  readonly subject: string
  readonly stream: string
  readonly asks: readonly Ask[]
  /** Told of a call that was too much as a whole. */
  readonly onTooMuch?: (rows: number) => void
}

/**
 * Asks for many pages in one call. What came whole is told at once; a page with something missing that may be there
 * the next time is asked for again, alone with its like; a call that fails is split, until the page that is to blame
 * stands alone. Throws what ends a run: limits, a token that is refused, an interruption.
 */
export async function* askPages<Part, Ask extends PageAsk>(
  context: CollectContext,
  asked: PagedOperation<Part>,
  call: PagesCall<Ask> & { readonly again?: number },
): AsyncGenerator<PageTold<Part, Ask>> {
  const { asks, again = 0 } = call
  const answer = await askTogether(context, asked, call)
  if (answer instanceof SourceFailure) {
    if (isTooBig(answer)) call.onTooMuch?.(asks.reduce((sum, { rows }) => sum + rows, 0))
    const [ask] = asks
    if (ask === undefined) return
    if (asks.length === 1) {
      yield isTooBig(answer) && ask.rows > 1 ? { ask, isTooMuch: true } : { ask, failure: answer }
      return
    }
    const half = Math.ceil(asks.length / 2)
    yield* askPages(context, asked, { ...call, asks: asks.slice(0, half), again: 0 })
    yield* askPages(context, asked, { ...call, asks: asks.slice(half), again: 0 })
    return
  }
  const repeated: Ask[] = []
  for (const [index, ask] of asks.entries()) {
    const errors = errorsOf(answer.errors, index)
    if (ask.rows > 1 && errors.some(isTooMuch)) yield { ask, isTooMuch: true }
    else if (isWorthAsking(context, { operation: asked.name, errors, again })) repeated.push(ask)
    else yield { ask, part: answer.data[aliasOf(index)] ?? undefined, errors, servedAt: answer.servedAt }
  }
  if (repeated.length > 0) yield* askPages(context, asked, { ...call, asks: repeated, again: again + 1 })
}

type Parts<Part> = Readonly<Record<string, Part | null | undefined>>

async function askTogether<Part, Ask extends PageAsk>(
  context: CollectContext,
  { name, version, query, scrub }: PagedOperation<Part>,
  { subject, stream, asks, again = 0 }: PagesCall<Ask> & { readonly again?: number },
): Promise<Answer<Parts<Part>> | SourceFailure> {
  const variables = asks.flatMap((ask, index) =>
    Object.entries(ask.variables).map(([key, value]) => [`${key}${index}`, value] as const),
  )
  try {
    return await context.transport.graphql<Parts<Part>>({
      ...{ operation: name, version, subject, stream },
      position: asks.map(({ position }) => position).join('; '),
      query: query(asks.length),
      variables: Object.fromEntries(variables),
      ...(again === 0 ? {} : { again }),
      ...(scrub === undefined
        ? {}
        : { scrub: (raw: unknown) => eachPart(raw, (part) => scrub(part, context.pseudonymise)) }),
    })
  } catch (error) {
    if (!(error instanceof SourceFailure) || endsTheRun(error)) throw error
    return error
  }
}

function eachPart<Part>(raw: unknown, scrub: (part: unknown) => Part): Parts<Part> {
  const parts = Object.entries(raw as Readonly<Record<string, unknown>>)
  return Object.fromEntries(parts.map(([alias, part]) => [alias, part == null ? undefined : scrub(part)]))
}

/** The errors of one page; one without a path is everybody's. */
function errorsOf(errors: Errors, index: number): PartialError[] {
  const alias = aliasOf(index)
  return errors
    .filter(({ path }) => path.length === 0 || path[0] === alias)
    .map((error) => ({ ...error, path: ['node', ...error.path.slice(1)] }))
}

import { type ExecutionResult, execute, type GraphQLSchema, getVariableValues, Kind } from 'graphql'
import type { Viewer } from '../access.ts'
import type { AuditEntry } from '../audit.ts'
import type { Fault } from '../faults.ts'
import type { Budgets } from '../limits.ts'
import type { Reply } from '../reply.ts'
import { json } from '../reply.ts'
import type { WorldIndex } from '../world/index.ts'
import { at } from '../world/instants.ts'
import type { Context } from './context.ts'
import { type Cost, costOf } from './cost.ts'
import { toWire, WalledError, type WireError } from './errors.ts'
import { defaultResolver, githubSchema } from './schema.ts'
import { createValidator, type ValidQuery } from './validation.ts'

/** The most nodes a query may ask for. */
const nodeLimit = 500_000

export interface GraphqlRequest {
  readonly body: string
  readonly who: string
  readonly viewer: Viewer
  readonly index: WorldIndex
  readonly fault: Fault | null
  readonly entry: AuditEntry
  readonly budgets: Budgets
  readonly noteUnmodelled: (field: string) => void
}

interface Asked {
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
}

function read(body: string): Asked | null {
  try {
    const given = JSON.parse(body) as { query?: unknown; variables?: unknown; operationName?: unknown }
    if (typeof given.query !== 'string') return null
    const variables = (given.variables ?? {}) as Record<string, unknown>
    return {
      query: given.query,
      variables,
      operationName: given.operationName ? String(given.operationName) : undefined,
    }
  } catch {
    return null
  }
}

/** The name of the operation, told without parsing, so that a fault can strike by name. */
export function operationName(body: string): string | null {
  const asked = read(body)
  return asked?.operationName ?? /\b(?:query|mutation)\s+(\w+)/.exec(asked?.query ?? '')?.[1] ?? null
}

let validator: ReturnType<typeof createValidator> | undefined

/** Answers POST /graphql: validate, count, limit, execute. */
export function answerGraphql(request: GraphqlRequest): Reply {
  const schema = githubSchema()
  validator ??= createValidator(schema)
  const asked = read(request.body)
  if (!asked) return json(400, { message: 'A query attribute must be specified and must be a string.' })
  request.entry.variables = asked.variables
  const checked = validator(asked.query, asked.operationName)
  if ('errors' in checked) return told(request, checked.errors)
  const coerced = getVariableValues(schema, checked.ok.operation.variableDefinitions ?? [], asked.variables)
  if (coerced.errors)
    return told(
      request,
      coerced.errors.map((e) => ({ ...e.toJSON(), extensions: { code: 'INVALID_VARIABLE' } })),
    )
  const cost = costOf(schema, checked.ok, coerced.coerced)
  if (cost.nodeCount > nodeLimit) return told(request, [tooManyNodes(cost)])
  const isDryRun = asksDryRun(checked.ok)
  Object.assign(request.entry, { cost: isDryRun ? 0 : cost.points, nodeCount: cost.nodeCount })
  if (!request.budgets.take(request.who, 'graphql', isDryRun ? 0 : cost.points)) {
    request.entry.cost = 0
    const reply = primaryLimit(request.budgets.limits.form)
    request.entry.errors = reply.errors.map((e) => e.type ?? '')
    request.budgets.hold(request.who, request.budgets.read(request.who, 'graphql').reset * 1000, ['graphql'])
    return { ...json(200, { errors: reply.errors }), isSpent: true }
  }
  return run(schema, checked.ok, { request, asked, cost, isDryRun })
}

interface Run {
  readonly request: GraphqlRequest
  readonly asked: Asked
  readonly cost: Cost
  readonly isDryRun: boolean
}

function run(schema: GraphQLSchema, query: ValidQuery, { request, asked, cost, isDryRun }: Run): Reply {
  const context: Context = {
    index: request.index,
    viewer: request.viewer,
    fault: request.fault,
    number: request.entry.number,
    rateLimit: rateLimit(request, cost),
    isDryRun,
    isPartial: request.fault?.kind === 'partial',
    noteUnmodelled: request.noteUnmodelled,
  }
  const result = execute({
    schema,
    document: query.document,
    operationName: query.operation.name?.value ?? null,
    variableValues: asked.variables,
    contextValue: context,
    fieldResolver: defaultResolver,
  }) as ExecutionResult
  const errors = (result.errors ?? []).map(toWire)
  request.entry.errors = errors.map((e) => e.type ?? 'UNTYPED')
  const walled = result.errors?.map((e) => e.originalError).find((e) => e instanceof WalledError)
  const headers =
    walled === undefined
      ? {}
      : {
          'x-github-sso': `required; url=https://github.com/orgs/${walled.organisation}/sso?authorization_request=once`,
        }
  return json(200, { data: result.data ?? null, ...(errors.length > 0 ? { errors } : {}) }, headers)
}

function rateLimit(request: GraphqlRequest, cost: Cost): Context['rateLimit'] {
  if (!request.budgets.limits.isEnabled) return null
  const { limit, remaining, used, reset } = request.budgets.read(request.who, 'graphql')
  return { cost: cost.points, nodeCount: cost.nodeCount, limit, remaining, used, resetAt: at(reset * 1000) }
}

function told(request: GraphqlRequest, errors: readonly WireError[]): Reply {
  request.entry.errors = errors.map((e) => e.type ?? String(e.extensions?.code ?? 'UNTYPED'))
  return json(200, { errors })
}

const tooManyNodes = (cost: Cost): WireError => ({
  type: 'MAX_NODE_LIMIT_EXCEEDED',
  message: `This query requests up to ${cost.nodeCount.toLocaleString('en')} possible nodes which exceeds the maximum limit of 500,000.`,
})

/** GitHub's two ways of telling that the hour's points are gone. */
export function primaryLimit(form: 'RATE_LIMITED' | 'RATE_LIMIT'): { readonly errors: readonly WireError[] } {
  if (form === 'RATE_LIMITED')
    return { errors: [{ type: form, message: 'API rate limit exceeded for user ID 9000001.' }] }
  const message = 'API rate limit already exceeded for user ID 9000001.'
  return { errors: [{ type: form, code: 'graphql_rate_limit', message }] }
}

function asksDryRun(query: ValidQuery): boolean {
  return query.operation.selectionSet.selections.some(
    (s) =>
      s.kind === Kind.FIELD &&
      s.name.value === 'rateLimit' &&
      s.arguments?.some((a) => a.name.value === 'dryRun' && a.value.kind === Kind.BOOLEAN && a.value.value),
  )
}

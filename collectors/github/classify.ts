import type { FailureKind } from '#data/model/vocabulary.ts'
import type { PartialError } from '../transport.ts'
import { wallSentence } from './walls.ts'
import type { Wire } from './wire.ts'

/** What an answer asks us to do next. */
export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'partial'; readonly errors: readonly PartialError[] }
  /** `seconds` is absent when the host did not say how long. */
  | { readonly kind: 'wait'; readonly limit: 'primary' | 'secondary'; readonly seconds: number | undefined }
  /** The question is too big: ask for less. */
  | { readonly kind: 'shrink'; readonly reason: 'timeout' | 'resource-limit'; readonly message: string }
  | { readonly kind: 'retry'; readonly reason: 'network' | 'timeout' | 'invalid-answer'; readonly message: string }
  | { readonly kind: 'fatal'; readonly reason: FailureKind; readonly message: string }

// The host gives a query ten seconds of its time; a gateway error that took this long is that limit, not an accident.
const QUERY_LIMIT_MS = 8_000

const SECONDARY = /secondary rate|abuse detection/i
const PRIMARY = /api rate limit/i
const TIMED_OUT = /couldn't respond to your request in time|something went wrong while executing your query/i
const OUR_MISTAKE = /EXCESSIVE_PAGINATION|MISSING_PAGINATION|MAX_NODE_LIMIT|ARGUMENT_LIMIT/

const FATAL_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'not-found',
  410: 'gone',
  422: 'invalid-answer',
  451: 'gone',
}

/** Turns one answer into one outcome. Pure; the same for github.com and for a server of one's own. */
export function classify(wire: Wire): Outcome {
  if (wire.broken === 'timeout') return { kind: 'retry', reason: 'timeout', message: 'no answer in time' }
  if (wire.broken === 'unreachable') return { kind: 'retry', reason: 'network', message: String(wire.body) }
  if (wire.broken === 'barred') return { kind: 'fatal', reason: 'network', message: String(wire.body) }
  if (wire.broken === 'connection') return { kind: 'retry', reason: 'network', message: 'connection lost' }
  // This limit comes as 403, as 429, and as 200 with nothing but its sentence.
  if (isObject(wire.body) && messagesOf(wire.body).some((message) => SECONDARY.test(message)))
    return { kind: 'wait', limit: 'secondary', seconds: retryAfter(wire) }
  if (wire.status >= 400) return classifyStatus(wire)
  return wire.isGraphql ? classifyGraphql(wire) : { kind: 'ok' }
}

function classifyStatus(wire: Wire): Outcome {
  const message = sentence(wire)
  if (wire.status === 403 || wire.status === 429) {
    // The count of what remains is not always nought by then.
    if (remaining(wire) === 0 || PRIMARY.test(message))
      return { kind: 'wait', limit: 'primary', seconds: untilReset(wire) }
    if (wire.status === 429 || retryAfter(wire) !== undefined)
      return { kind: 'wait', limit: 'secondary', seconds: retryAfter(wire) }
  }
  if (wire.status >= 500) return timedOut(wire, message)
  if (typeof wire.body === 'string' && wire.body.trimStart().startsWith('<'))
    return { kind: 'retry', reason: 'invalid-answer', message: `a page instead of data (${wire.status})` }
  return { kind: 'fatal', reason: FATAL_STATUS[wire.status] ?? 'invalid-answer', message }
}

function classifyGraphql(wire: Wire): Outcome {
  const body = wire.body
  if (!isObject(body))
    return { kind: 'retry', reason: 'invalid-answer', message: 'an answer that is cut short or no JSON' }
  const errors = Array.isArray(body.errors) ? body.errors.filter(isObject).map((error) => readError(error, wire)) : []
  const has = (test: (error: PartialError) => boolean) => errors.some(test)
  if (has((error) => error.type.startsWith('RATE_LIMIT')))
    return { kind: 'wait', limit: 'primary', seconds: untilReset(wire) ?? retryAfter(wire) }
  const message = errors[0]?.message ?? 'an empty answer'
  const mistake = errors.find((error) => error.type === 'undefinedField' || OUR_MISTAKE.test(error.type))
  if (mistake !== undefined) return { kind: 'fatal', reason: 'invalid-answer', message: mistake.message }
  if (has((error) => TIMED_OUT.test(error.message))) return timedOut(wire, message)
  const resources = errors.find((error) => error.type === 'RESOURCE_LIMITS_EXCEEDED')
  if (!isObject(body.data)) {
    if (resources !== undefined) return { kind: 'shrink', reason: 'resource-limit', message: resources.message }
    const walled = errors.find((error) => /FORBIDDEN|NOT_FOUND/.test(error.type))
    if (walled !== undefined) return { kind: 'fatal', reason: failureKindOf(walled), message: walled.message }
    return { kind: 'retry', reason: 'invalid-answer', message }
  }
  return errors.length > 0 ? { kind: 'partial', errors } : { kind: 'ok' }
}

/** A gateway that gave up soon had an accident; one that took its time met a question that is too big. */
function timedOut(wire: Wire, message: string): Outcome {
  if (wire.isGraphql && wire.milliseconds >= QUERY_LIMIT_MS) return { kind: 'shrink', reason: 'timeout', message }
  return { kind: 'retry', reason: wire.status === 504 || TIMED_OUT.test(message) ? 'timeout' : 'network', message }
}

/** Our word for the host's type of error. */
export function failureKindOf(error: PartialError): FailureKind {
  if (error.type === 'FORBIDDEN' || error.type === 'INSUFFICIENT_SCOPES') return 'forbidden'
  if (error.type === 'NOT_FOUND') return 'not-found'
  if (error.type === 'RESOURCE_LIMITS_EXCEEDED') return 'resource-limit'
  return error.type === 'SERVICE_UNAVAILABLE' ? 'network' : 'invalid-answer'
}

// What the host has made up its mind about: the same question has the same answer.
const SETTLED = /FORBIDDEN|INSUFFICIENT_SCOPES|RESOURCE_LIMITS_EXCEEDED|INVALID_CURSOR|PAGINATION|_LIMIT/

/**
 * Whether an error beside data may be gone when the same is asked again: a part of the host that is down, and a thing
 * just listed that is not found. Types that we never met count as passing.
 */
export function isPassing({ type, path }: PartialError): boolean {
  if (type === 'NOT_FOUND') return path[0] === 'node' || path[0] === 'nodes'
  return !SETTLED.test(type)
}

/** Seconds after which asking again is polite, counted on the host's own clock. */
export function untilReset(wire: Pick<Wire, 'headers'>): number | undefined {
  const reset = Number(wire.headers['x-ratelimit-reset'])
  const now = Date.parse(String(wire.headers.date)) / 1000
  return Number.isFinite(reset) && Number.isFinite(now) ? Math.max(0, reset - now) : undefined
}

export function remaining(wire: Pick<Wire, 'headers'>): number | undefined {
  const value = wire.headers['x-ratelimit-remaining']
  return value === undefined ? undefined : Number(value)
}

function retryAfter(wire: Wire): number | undefined {
  const value = wire.headers['retry-after']
  return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value)
}

function readError(error: Record<string, unknown>, wire: Wire): PartialError {
  const extensions = isObject(error.extensions) ? error.extensions : {}
  const { code, saml_failure: isSaml } = extensions
  const message = String(error.message ?? '')
  const path = Array.isArray(error.path) ? error.path : []
  return {
    type: String(error.type ?? code ?? 'UNKNOWN'),
    message: forbids(error) ? (wallSentence(message, wire, isSaml === true) ?? clean(message)) : clean(message),
    path: path.filter((step) => typeof step === 'string' || typeof step === 'number'),
  }
}

// One answer may hold errors of several kinds; the header of single sign-on speaks of those that forbid.
function forbids({ type }: Record<string, unknown>): boolean {
  return type === 'FORBIDDEN'
}

function messagesOf(body: Record<string, unknown>): string[] {
  const errors = Array.isArray(body.errors) ? body.errors.filter(isObject) : []
  return [body, ...errors].map(({ message }) => String(message ?? ''))
}

function sentence(wire: Wire): string {
  if (isObject(wire.body) && typeof wire.body.message === 'string')
    return wallSentence(wire.body.message, wire) ?? clean(wire.body.message)
  return typeof wire.body === 'string' && /couldn't respond/.test(wire.body)
    ? clean(wire.body)
    : `the host answered ${wire.status}`
}

// Addresses in messages may carry secrets that live an hour (single sign-on), so none is kept.
function clean(message: string): string {
  return message.replaceAll(/https?:\/\/\S+/g, '…').slice(0, 240)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

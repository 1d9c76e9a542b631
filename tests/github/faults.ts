import { hash } from './world/random.ts'

/** What can go wrong with one attempt. */
export type Fault =
  /** HTTP 502 or 504 with GitHub's JSON, or with a page of HTML. */
  | { readonly kind: 'bad-gateway' | 'gateway-timeout' | 'html' }
  /** The socket closes before an answer, or in the middle of the body; or the body is JSON cut short. */
  | { readonly kind: 'reset' | 'truncated' | 'truncated-json' }
  /** HTTP 200 and the primary limit's error; `resetAfter` in seconds (default: the open window's end). */
  | { readonly kind: 'rate-limited' | 'rate-limit'; readonly resetAfter?: number; readonly remaining?: number }
  | { readonly kind: 'secondary'; readonly status?: 200 | 403 | 429; readonly retryAfter?: number | null }
  | { readonly kind: 'unauthorized' }
  /** A good answer, so much later. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** HTTP 200, `data: null` and "Something went wrong while executing your query". */
  | { readonly kind: 'something-went-wrong' }
  /** A share (default 0.2) of `node`/`nodes` answers null and NOT_FOUND. */
  | { readonly kind: 'null-nodes'; readonly share?: number }
  /** A share (default 0.2) of these fields answers null and an error; the rest of the data is good. */
  | { readonly kind: 'partial'; readonly fields?: readonly string[]; readonly type?: string; readonly share?: number }

/** When a fault strikes. Every condition given must hold; `times` bounds how often it does. */
export interface FaultRule {
  readonly fault: Fault
  /** Request numbers, counted from 1 over everything but the control path. */
  readonly requests?: readonly number[]
  /** From and to, both included. */
  readonly between?: readonly [number, number]
  /** Name of a GraphQL operation. */
  readonly operation?: string
  /** Regular expression on the path of the request. */
  readonly path?: string
  /** The n-th to m-th attempt (from 1) of a request with the same body and path. */
  readonly attempts?: readonly [number, number]
  /** Share of requests, 0 to 1, drawn from the seed and the request's number. */
  readonly rate?: number
  readonly times?: number
}

export interface FaultPlan {
  readonly seed?: number
  readonly rules: readonly FaultRule[]
}

export interface Attempt {
  readonly number: number
  readonly path: string
  readonly operation: string | null
  /** Which attempt of the same request this is, from 1. */
  readonly attempt: number
}

export interface Faults {
  readonly plan: (plan: FaultPlan) => void
  /** The fault that strikes this attempt: the first rule that holds. */
  readonly strike: (attempt: Attempt) => Fault | null
}

/** A number in [0, 1) that depends on nothing but its arguments. */
export function draw(...parts: readonly (string | number)[]): number {
  return (Math.imul(hash(parts.join('/')), 0x9e3779b1) >>> 0) / 4294967296
}

const isBetween = (n: number, range: readonly [number, number] | undefined) =>
  range === undefined || (n >= range[0] && n <= range[1])

export function createFaults(initial: FaultPlan = { rules: [] }): Faults {
  let current = initial
  let struck = new Map<FaultRule, number>()
  const holds = (rule: FaultRule, attempt: Attempt, position: number) =>
    (rule.requests === undefined || rule.requests.includes(attempt.number)) &&
    isBetween(attempt.number, rule.between) &&
    (rule.operation === undefined || rule.operation === attempt.operation) &&
    (rule.path === undefined || new RegExp(rule.path).test(attempt.path)) &&
    isBetween(attempt.attempt, rule.attempts) &&
    (rule.rate === undefined || draw(current.seed ?? 1, position, attempt.number) < rule.rate) &&
    (struck.get(rule) ?? 0) < (rule.times ?? Number.POSITIVE_INFINITY)
  return {
    plan: (plan) => {
      current = plan
      struck = new Map()
    },
    strike: (attempt) => {
      const rule = current.rules.find((r, position) => holds(r, attempt, position))
      if (rule === undefined) return null
      struck.set(rule, (struck.get(rule) ?? 0) + 1)
      return rule.fault
    },
  }
}

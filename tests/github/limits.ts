import type { Clock } from './clock.ts'

/** The limits of a server. */
export interface Limits {
  /** False behaves like a GitHub Enterprise Server: no headers, `rateLimit` null, `/rate_limit` 404. */
  readonly isEnabled: boolean
  readonly graphql: number
  readonly rest: number
  readonly anonymous: number
  readonly windowSeconds: number
  /** How the primary limit is told by GraphQL: the older or the newer error type. */
  readonly form: 'RATE_LIMITED' | 'RATE_LIMIT'
  /** Requests a minute before the secondary limit answers; null: never. */
  readonly requestsPerMinute: number | null
  /** How the secondary limit is told. */
  readonly secondary: SecondaryForm
}

export interface SecondaryForm {
  readonly status: 200 | 403 | 429
  /** Seconds; null sends no Retry-After. */
  readonly retryAfter: number | null
}

export const defaultLimits: Limits = {
  isEnabled: true,
  graphql: 5000,
  rest: 5000,
  anonymous: 60,
  windowSeconds: 3600,
  form: 'RATE_LIMITED',
  requestsPerMinute: null,
  secondary: { status: 403, retryAfter: 60 },
}

export type Resource = 'graphql' | 'core'

export interface Budget {
  readonly resource: Resource
  readonly limit: number
  readonly used: number
  readonly remaining: number
  /** Epoch seconds. */
  readonly reset: number
}

export interface Budgets {
  readonly limits: Limits
  readonly read: (who: string, resource: Resource) => Budget
  /** Takes points; false when there are not enough left, and nothing is taken then. */
  readonly take: (who: string, resource: Resource, points: number) => boolean
  /** Counts a request against the secondary limit; false when it is over. */
  readonly admit: (who: string) => boolean
  /** Remembers that this caller was told to wait until then (milliseconds) before it asks these again. */
  readonly hold: (who: string, until: number, resources: readonly Resource[]) => void
  /** True while the caller should be waiting. */
  readonly isHeld: (who: string, resource: Resource) => boolean
  readonly reset: () => void
}

export function createBudgets(clock: Clock, limits: Limits): Budgets {
  const windows = new Map<string, { used: number; reset: number }>()
  const held = new Map<string, number>()
  const recent = new Map<string, number[]>()

  const windowOf = (who: string, resource: Resource) => {
    const key = `${who} ${resource}`
    const seconds = Math.floor(clock.now() / 1000)
    const open = windows.get(key)
    if (open && open.reset > seconds) return open
    const fresh = { used: 0, reset: seconds + limits.windowSeconds }
    windows.set(key, fresh)
    return fresh
  }
  const limitOf = (who: string, resource: Resource) =>
    resource === 'graphql' ? limits.graphql : who === 'anonymous' ? limits.anonymous : limits.rest
  const read = (who: string, resource: Resource): Budget => {
    const { used, reset } = windowOf(who, resource)
    const limit = limitOf(who, resource)
    return { resource, limit, used, remaining: Math.max(0, limit - used), reset }
  }
  return {
    limits,
    read,
    take: (who, resource, points) => {
      if (!limits.isEnabled) return true
      if (read(who, resource).remaining < points) return false
      windowOf(who, resource).used += points
      return true
    },
    admit: (who) => {
      if (limits.requestsPerMinute === null) return true
      const since = clock.now() - 60_000
      const inMinute = [...(recent.get(who) ?? []).filter((at) => at > since), clock.now()]
      recent.set(who, inMinute)
      return inMinute.length <= limits.requestsPerMinute
    },
    hold: (who, until, resources) => {
      for (const resource of resources) held.set(`${who} ${resource}`, until)
    },
    isHeld: (who, resource) => (held.get(`${who} ${resource}`) ?? 0) > clock.now(),
    reset: () => {
      windows.clear()
      held.clear()
      recent.clear()
    },
  }
}

/** The headers that tell a budget. */
export function budgetHeaders(budget: Budget): Record<string, string> {
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(budget.remaining),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(budget.reset),
    'x-ratelimit-resource': budget.resource,
  }
}

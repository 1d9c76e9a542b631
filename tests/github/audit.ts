/** One request as the server saw it. */
export interface AuditEntry {
  readonly number: number
  /** The server's clock. */
  readonly at: string
  /** Login of the token's owner, or `anonymous`. */
  readonly who: string
  readonly method: string
  readonly path: string
  readonly operation: string | null
  attempt: number
  variables: unknown
  cost: number
  nodeCount: number
  status: number
  fault: string | null
  /** Types of GraphQL errors in the answer. */
  errors: string[]
  /** Sent although the caller had been told to wait. */
  isWhileLimited: boolean
  bytes: number
}

export interface AuditLog {
  readonly requests: readonly AuditEntry[]
  readonly totals: {
    readonly requests: number
    readonly graphql: number
    readonly rest: number
    readonly points: number
    readonly faults: number
    readonly whileLimited: number
    /** Requests by operation name, or by `rest` for the others. */
    readonly byOperation: Readonly<Record<string, number>>
  }
  /** Fields that were asked for and that this world does not model: they answered null or an empty value. */
  readonly unmodelled: readonly string[]
}

export interface Audit {
  readonly open: (given: Pick<AuditEntry, 'at' | 'who' | 'method' | 'path' | 'operation'>, body: string) => AuditEntry
  readonly noteUnmodelled: (field: string) => void
  readonly read: () => AuditLog
  /** Forgets everything and counts from 1 again. */
  readonly reset: () => void
}

export function createAudit(): Audit {
  let requests: AuditEntry[] = []
  let unmodelled = new Set<string>()
  let attempts = new Map<string, number>()
  return {
    open: (given, body) => {
      const key = `${given.who} ${given.method} ${given.path} ${body}`
      const attempt = (attempts.get(key) ?? 0) + 1
      attempts.set(key, attempt)
      const entry: AuditEntry = {
        number: requests.length + 1,
        ...given,
        attempt,
        variables: null,
        cost: 0,
        nodeCount: 0,
        status: 0,
        fault: null,
        errors: [],
        isWhileLimited: false,
        bytes: 0,
      }
      requests.push(entry)
      return entry
    },
    noteUnmodelled: (field) => unmodelled.add(field),
    read: () => ({ requests, totals: totals(requests), unmodelled: [...unmodelled].sort() }),
    reset: () => {
      requests = []
      unmodelled = new Set()
      attempts = new Map()
    },
  }
}

function totals(requests: readonly AuditEntry[]): AuditLog['totals'] {
  const byOperation: Record<string, number> = {}
  for (const r of requests) {
    const name = isGraphql(r) ? (r.operation ?? 'unnamed') : 'rest'
    byOperation[name] = (byOperation[name] ?? 0) + 1
  }
  const graphql = requests.filter(isGraphql).length
  return {
    requests: requests.length,
    graphql,
    rest: requests.length - graphql,
    points: requests.filter(isGraphql).reduce((sum, r) => sum + r.cost, 0),
    faults: requests.filter((r) => r.fault !== null).length,
    whileLimited: requests.filter((r) => r.isWhileLimited).length,
    byOperation,
  }
}

const isGraphql = (entry: AuditEntry) => entry.path.endsWith('/graphql')

import type { AuditLog } from './audit.ts'
import type { FaultPlan } from './faults.ts'
import { json, missing, type Reply } from './reply.ts'
import type { State } from './state.ts'
import type { Edit } from './world/edits.ts'
import { at } from './world/instants.ts'

/** How a test moves the clock: one or more of these, in this order. */
export interface ClockMove {
  readonly isFrozen?: boolean
  readonly set?: string
  readonly advanceSeconds?: number
}

/** What tests may ask of a running server, over HTTP or in the same process. */
export interface Control {
  readonly audit: () => Promise<AuditLog>
  /** The server's time after the move; no move just reads it. */
  readonly clock: (move?: ClockMove) => Promise<string>
  readonly faults: (plan: FaultPlan) => Promise<void>
  /** Changes the world before the next request. */
  readonly edit: (edits: readonly Edit[]) => Promise<void>
  /** Ends every token that an installation was given. */
  readonly revoke: () => Promise<void>
  /** Forgets the audit, the points used and who was told to wait; the world and the plan of faults stay. */
  readonly reset: () => Promise<void>
}

/** Answers `/_control/...`, which is in no audit and meets no fault. */
export function answerControl(state: State, path: string, body: string): Reply {
  const given: unknown = body === '' ? {} : JSON.parse(body)
  switch (path) {
    case '/_control/audit':
      return json(200, state.audit.read())
    case '/_control/clock': {
      const { isFrozen, set, advanceSeconds } = given as ClockMove
      if (isFrozen !== undefined) state.clock.freeze(isFrozen)
      if (set !== undefined) state.clock.set(set)
      if (advanceSeconds !== undefined) state.clock.advance(advanceSeconds * 1000)
      return json(200, { now: at(state.clock.now()) })
    }
    case '/_control/faults':
      state.faults.plan(given as FaultPlan)
      return json(200, {})
    case '/_control/edits':
      state.change(given as Edit[])
      return json(200, {})
    case '/_control/revoke':
      state.apps.revoke()
      return json(200, {})
    case '/_control/reset':
      state.audit.reset()
      state.budgets.reset()
      return json(200, {})
    default:
      return missing()
  }
}

/** The control of a server that runs at an address. */
export function controlAt(url: string): Control {
  const ask = async (name: string, body: unknown = {}): Promise<unknown> => {
    const response = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`/_control/${name} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return {
    audit: async () => (await ask('audit')) as AuditLog,
    clock: async (move) => ((await ask('clock', move)) as { now: string }).now,
    faults: async (plan) => void (await ask('faults', plan)),
    edit: async (edits) => void (await ask('edits', edits)),
    revoke: async () => void (await ask('revoke')),
    reset: async () => void (await ask('reset')),
  }
}

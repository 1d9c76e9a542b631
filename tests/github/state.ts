import { defaultTokens, type TokenRights } from './access.ts'
import { type Apps, createApps } from './apps.ts'
import { type Audit, createAudit } from './audit.ts'
import { type Clock, createClock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { type Budgets, createBudgets, defaultLimits } from './limits.ts'
import type { GitHubOptions, ScheduledEdits } from './options.ts'
import { applyEdits, type Edit } from './world/edits.ts'
import { indexWorld, type WorldIndex } from './world/index.ts'
import type { World } from './world/model.ts'

/** Everything a running server remembers. */
export interface State {
  readonly clock: Clock
  readonly audit: Audit
  readonly faults: Faults
  readonly budgets: Budgets
  readonly tokens: ReadonlyMap<string, TokenRights>
  readonly apps: Apps
  /** The index of the world as it is now. */
  readonly index: () => WorldIndex
  /** Changes the world; whatever was worked out about it is forgotten. */
  readonly change: (edits: readonly Edit[] | ((world: World) => void)) => void
  /** Applies what is due before this request. */
  readonly reach: (request: number) => void
}

export function createState(options: GitHubOptions): State {
  const clock = createClock(options.world.now, options.isFrozen)
  let index = indexWorld(options.world)
  let due: readonly ScheduledEdits[] = options.schedule ?? []
  const change: State['change'] = (edits) => {
    if (typeof edits === 'function') edits(options.world)
    else applyEdits(options.world, edits)
    index = indexWorld(options.world)
  }
  return {
    clock,
    change,
    audit: createAudit(),
    faults: createFaults(options.faults),
    budgets: createBudgets(clock, { ...defaultLimits, ...options.limits }),
    tokens: new Map((options.tokens ?? defaultTokens).map((t) => [t.token, t])),
    apps: createApps(options.apps ?? [], clock),
    index: () => index,
    reach: (request) => {
      const now = due.filter((s) => s.beforeRequest <= request)
      due = due.filter((s) => s.beforeRequest > request)
      for (const { edits } of now) change(edits)
    },
  }
}

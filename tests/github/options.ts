import type { TokenRights } from './access.ts'
import type { App } from './apps.ts'
import type { FaultPlan } from './faults.ts'
import type { Limits } from './limits.ts'
import type { Edit } from './world/edits.ts'
import type { World } from './world/model.ts'

/** Edits that happen just before the request of that number is answered. */
export interface ScheduledEdits {
  readonly beforeRequest: number
  readonly edits: readonly Edit[]
}

/** What a server needs; only the world has no default. */
export interface GitHubOptions {
  readonly world: World
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly tokens?: readonly TokenRights[]
  readonly apps?: readonly App[]
  /** Serves over TLS with this key and this certificate, both PEM. */
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly limits?: Partial<Limits>
  readonly faults?: FaultPlan
  readonly schedule?: readonly ScheduledEdits[]
  /** A frozen clock stands still until it is moved: answers then are the same bytes each time. Default false. */
  readonly isFrozen?: boolean
}

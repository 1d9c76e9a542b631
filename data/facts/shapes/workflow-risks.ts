import type { Placed } from './placed.ts'

/** What a workflow does with what strangers send. */
export interface WorkflowRisks {
  /** What starts it: `push`, `pull_request_target`. */
  readonly triggers: readonly string[]
  /** Values that strangers write, put into a script as text: `github.event.issue.title`. */
  readonly injected: readonly Placed[]
  /** Checkouts of what a change request proposes. */
  readonly checkouts: readonly Placed[]
}

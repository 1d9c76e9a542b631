import type { Account } from '../model.ts'
import type { DemoPerson } from './people.ts'

/** What will happen in one repository, before any object of the world is made. */

export type Fate = 'merged' | 'taken-over' | 'closed' | 'open'

export interface PlannedChange {
  readonly kind: 'change'
  readonly author: Account
  readonly person: DemoPerson | null
  readonly createdAt: number
  readonly title: string
  readonly paths: readonly string[]
  readonly labels: readonly string[]
  readonly fate: Fate
  /** null: nobody of the city ever answered. */
  readonly answeredAt: number | null
  readonly answeredBy: Account | null
  readonly closedAt: number | null
  readonly isDraft: boolean
}

export interface PlannedIssue {
  readonly kind: 'issue'
  readonly author: Account
  readonly createdAt: number
  readonly title: string
  readonly labels: readonly string[]
  readonly answeredAt: number | null
  readonly answeredBy: Account | null
  readonly closedAt: number | null
  readonly isPlanned: boolean
}

export interface PlannedPush {
  readonly at: number
  readonly author: Account
  readonly title: string
}

export interface PlannedRelease {
  readonly at: number
  readonly version: string
}

export interface Plan {
  readonly items: readonly (PlannedChange | PlannedIssue)[]
  readonly pushes: readonly PlannedPush[]
  readonly releases: readonly PlannedRelease[]
}

export interface Window {
  readonly from: number
  readonly to: number
}

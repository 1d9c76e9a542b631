/** Words of governance, and what is kept of an assessment. */

/** How a verification point stands. `unknown`: nobody said, or what would have to be measured was not collected. */
export const POINT_VALUES = ['met', 'partly', 'unmet', 'not-applicable', 'unknown'] as const
export type PointValue = (typeof POINT_VALUES)[number]

/** What a value rests on. A proxy that nobody confirmed is `proxy`. */
export const POINT_SOURCES = ['measured', 'proxy', 'declared', 'none'] as const
export type PointSource = (typeof POINT_SOURCES)[number]

/** Where the work on an activity stands. The handbook knows the first three; the others are what its users asked for. */
export const SCORECARD_STATES = [
  'not-selected',
  'in-progress',
  'done',
  'continuous',
  'not-applicable',
  'blocked',
] as const
export type ScorecardState = (typeof SCORECARD_STATES)[number]

/** An assessment as it is kept: values and counts, no text that anybody wrote. */
export interface KeptAssessment {
  readonly handbook: string
  readonly activities: readonly { readonly id: string; readonly goal: string; readonly state: ScorecardState }[]
  readonly points: readonly {
    readonly id: string
    readonly activity: string
    readonly value: PointValue
    readonly source: PointSource
    readonly measured: PointValue
    readonly met: number
    readonly unmet: number
    readonly unknown: number
  }[]
}

/** One thing behind evidence, and whether it holds of it. */
export interface EvidenceLine {
  readonly subject: string
  readonly state: 'met' | 'unmet' | 'unknown' | 'not-applicable'
  /** The bare fact: a path, a date, a count, codes of rules. */
  readonly detail: string | null
  readonly asOf: string | null
}

/** Governance as pages show it. An export for the public takes activities and objectives of it, and nothing else. */
export interface PublishedGovernance {
  readonly handbook: string
  readonly activities: readonly PublishedActivity[]
  readonly points: readonly PublishedPoint[]
  readonly deadlines: readonly {
    readonly day: string
    readonly kind: 'declaration' | 'objective' | 'activity'
    readonly activity: string
    readonly point: string | null
    readonly objective: string | null
  }[]
  readonly evidence: readonly {
    readonly id: string
    readonly met: number
    readonly unmet: number
    readonly unknown: number
    readonly asOf: string | null
    readonly rows: readonly EvidenceLine[]
  }[]
  readonly history: readonly {
    readonly assessedAt: string
    readonly confirmedAt: string
    readonly goal: string
    readonly counts: Readonly<Record<PointValue, number>>
  }[]
  readonly suggestions: readonly {
    readonly activity: string
    readonly after: readonly string[]
    readonly metAlready: number
    readonly points: number
  }[]
}

export interface PublishedActivity {
  readonly id: string
  readonly goal: string
  readonly state: ScorecardState
  readonly scope: string | null
  readonly objectives: readonly { readonly text: string; readonly isDone: boolean }[]
  readonly scorecard: {
    readonly file: string
    readonly owner: string | null
    readonly iteration: string | null
    readonly started: string | null
    readonly due: string | null
    readonly closed: string | null
    readonly why: string | null
    readonly notes: string | null
  } | null
}

export interface PublishedPoint {
  readonly id: string
  readonly activity: string
  readonly kind: string
  readonly value: PointValue
  readonly source: PointSource
  readonly measured: PointValue
  readonly declared: {
    readonly value: string
    readonly by: string
    readonly on: string
    readonly until: string
    readonly isExpired: boolean
    readonly note: string | null
    readonly link: string | null
  } | null
  readonly before: PointValue | null
  readonly differences: readonly string[]
}

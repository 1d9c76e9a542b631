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

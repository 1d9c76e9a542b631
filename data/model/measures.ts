/** Figures that a target can be set on: which number of which metric, what it is counted in, and which way is better. */

export type MeasureUnit = 'share' | 'count' | 'working-days'

export interface MeasureName {
  /** Id of the metric that it is read from. */
  readonly metric: string
  readonly measure: string
  readonly unit: MeasureUnit
  /** `less`: the smaller the better. */
  readonly aim: 'more' | 'less'
}

/** The first of a metric is meant where none is named. */
export const MEASURES = [
  { metric: 'migration', measure: 'migrated', unit: 'share', aim: 'more' },
  { metric: 'change-requests', measure: 'outside-share', unit: 'share', aim: 'more' },
  { metric: 'change-requests', measure: 'open', unit: 'count', aim: 'less' },
  { metric: 'first-response', measure: 'median', unit: 'working-days', aim: 'less' },
  { metric: 'issue-first-response', measure: 'median', unit: 'working-days', aim: 'less' },
  { metric: 'contributors', measure: 'active', unit: 'count', aim: 'more' },
  { metric: 'releases', measure: 'twelve-months', unit: 'count', aim: 'more' },
  { metric: 'portfolio-state', measure: 'dormant', unit: 'share', aim: 'less' },
  { metric: 'error-free', measure: 'error-free', unit: 'share', aim: 'more' },
  { metric: 'rule-conformity', measure: 'held', unit: 'share', aim: 'more' },
  { metric: 'adoption', measure: 'adopters', unit: 'count', aim: 'more' },
  { metric: 'fallbacks', measure: 'planned', unit: 'share', aim: 'more' },
] as const satisfies readonly MeasureName[]

/** What an office means to reach. */
export interface Target {
  readonly metric: string
  readonly measure: string
  readonly bound: 'at-least' | 'at-most'
  /** A share of 1, a number, or working days. */
  readonly value: number
  /** Day, `YYYY-MM-DD`. */
  readonly by: string
}

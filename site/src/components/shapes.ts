import type { IndicatorState } from '#data/report/indicators.ts'
import type { ActivityState } from '../loaders/catalogue.ts'
import type { RuleState } from '../loaders/conformity.ts'
import type { Shape } from '../telling/mark-drawing.ts'

/** How pressing a thing is that waits. */
export const URGENCY_SHAPES = { late: 'late', soon: 'watch', open: 'open' } as const satisfies Record<string, Shape>

/** The shape that stands for each state; the word beside it says it again. */
export const STATE_SHAPES = {
  active: 'full',
  quiet: 'half',
  dormant: 'ring',
  stable: 'check',
  obsolete: 'dash',
  archived: 'struck',
  unknown: 'question',
} as const satisfies Record<ActivityState, Shape>

export const RULE_SHAPES = {
  held: 'check',
  'to-correct': 'cross',
  'dated-exception': 'dash',
  'not-checked': 'question',
} as const satisfies Record<RuleState, Shape>

export const INDICATOR_SHAPES = {
  reached: 'check',
  'to-watch': 'watch',
  behind: 'late',
  unknown: 'question',
  'no-target': 'open',
} as const satisfies Record<IndicatorState, Shape>

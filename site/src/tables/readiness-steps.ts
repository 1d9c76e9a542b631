import type { Language } from '#data/model/vocabulary.ts'
import { READINESS_LEVELS, type ReadinessCriterion } from '#data/reference/readiness-levels.ts'
import { desk } from '../desk.ts'
import { READINESS_OUTCOMES, type Readiness, type ReadinessOutcome } from '../loaders/standing.ts'
import type { Shape } from '../telling/mark-drawing.ts'
import type { Threshold } from '../words/fr/reuse.ts'

export interface ReadinessStep {
  readonly level: number
  /** What the level asks for. */
  readonly asks: string
  readonly shape: Shape
  readonly outcome: string
  /** The figure behind it; empty where none may be told. */
  readonly value: string
}

const SHAPES = {
  met: 'check',
  unmet: 'cross',
  unknown: 'question',
  withheld: 'question',
  'nothing-to-measure': 'dash',
} as const satisfies Record<ReadinessOutcome, Shape>

/** Criteria in the order of the levels, with the thresholds that the levels were worked out by. */
export function readinessSteps(readiness: Readiness, language: Language): readonly ReadinessStep[] {
  const { words, shortDay, number } = desk(language)
  const said = words.reuse.component
  const told = (criterion: ReadinessCriterion, value: string | null) => {
    if (value === null) return ''
    return criterion === 'release'
      ? shortDay(value)
      : said.commits({ count: Number(value), text: number(Number(value)) })
  }
  return READINESS_LEVELS.flatMap((asked) => {
    const reason = readiness.reasons.find(({ criterion }) => criterion === asked.criterion)
    if (reason === undefined) return []
    const outcome = READINESS_OUTCOMES.find((word) => word === reason.outcome) ?? 'unknown'
    return {
      level: asked.level,
      asks: said.criteria[asked.criterion](thresholdOf(asked)),
      shape: SHAPES[outcome],
      outcome: said.outcomes[outcome],
      value: told(asked.criterion, reason.value),
    }
  })
}

export function thresholdOf(level: (typeof READINESS_LEVELS)[number]): Threshold {
  const least = 'atLeast' in level ? level.atLeast : 'daysBelow' in level ? level.daysBelow : 0
  return { months: level.months, least }
}

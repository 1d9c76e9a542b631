/**
 * What each level of readiness asks for, in the manner of the maintenance badge of openCode: every criterion of a level
 * and of those below must hold. Published with every level that is told. Periods end at the date of the data.
 */
export const READINESS_LEVELS = [
  { criterion: 'commits', level: 1, months: 6, atLeast: 5 },
  { criterion: 'response', level: 1, months: 12, daysBelow: 7 },
  { criterion: 'release', level: 2, months: 6 },
  { criterion: 'people', level: 3, months: 12, atLeast: 2 },
] as const

export type ReadinessCriterion = (typeof READINESS_LEVELS)[number]['criterion']

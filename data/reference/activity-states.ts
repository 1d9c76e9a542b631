/**
 * When a repository counts as active, quiet or dormant, by whole months since its last commit on the default branch or
 * its last release. Published with every figure that uses it. `obsolete` and `stable` are words of people (see
 * data/activity-state.ts), `archived` is the host's word, and `unknown` our lack of knowledge.
 */
export const ACTIVITY_STATES = [
  { state: 'active', monthsBelow: 12 },
  { state: 'quiet', monthsBelow: 36 },
  { state: 'dormant', monthsBelow: null },
  { state: 'stable', monthsBelow: null },
  { state: 'archived', monthsBelow: null },
  { state: 'obsolete', monthsBelow: null },
  { state: 'unknown', monthsBelow: null },
] as const

export type ActivityState = (typeof ACTIVITY_STATES)[number]['state']

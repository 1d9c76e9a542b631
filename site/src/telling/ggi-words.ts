import type { EvidenceLine, PointValue, ScorecardState } from '#data/model/governance.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Difference } from '#policies/ggi/assessment.ts'
import type { PointKind } from '#policies/ggi/method.ts'
import { DIFFERENCE_WORDS, KIND_WORDS, LINE_WORDS, STATE_WORDS, VALUE_WORDS } from '#policies/ggi/words.ts'
import type { Shape } from './mark-drawing.ts'

/** The words that the command line prints, as pages set them. */
export function governanceWords(language: Language) {
  return {
    value: (value: PointValue) => capital(VALUE_WORDS[language][value]),
    state: (state: ScorecardState) => capital(STATE_WORDS[language][state]),
    line: (state: EvidenceLine['state']) => capital(LINE_WORDS[language][state]),
    kind: (kind: PointKind) => KIND_WORDS[language][kind],
    difference: (difference: Difference) => DIFFERENCE_WORDS[language][difference],
  }
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

export const VALUE_SHAPES = {
  met: 'check',
  partly: 'half',
  unmet: 'cross',
  'not-applicable': 'dash',
  unknown: 'question',
} as const satisfies Record<PointValue, Shape>

export const WORK_SHAPES = {
  'not-selected': 'open',
  'in-progress': 'half',
  done: 'check',
  continuous: 'full',
  'not-applicable': 'struck',
  blocked: 'dash',
} as const satisfies Record<ScorecardState, Shape>

import type { Language } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'
import { desk } from '../desk.ts'
import type { Cell } from '../loaders/answers.ts'
import type { Counted } from '../words/sentences.ts'
import { printCell } from './cell-words.ts'

/** Numbers set for a sentence, and sentences joined. */

export type Sentences = readonly (string | undefined)[]

/** Parts that say something where there is none: that no robot counts, that nobody leaves. */
const TOLD_AT_NONE: ReadonlySet<string> = new Set(['bot', 'bot_commits', 'drifting'])

/** Whatever is known of a list of sentences, in its order; nothing where the first is not, for it carries the verb. */
export function stated(
  sentences: Readonly<Record<string, (of: Counted) => string>>,
  numberOf: (name: string) => number | undefined,
  language: Language,
  join: (parts: readonly string[]) => string,
): string | undefined {
  const [first = ''] = Object.keys(sentences)
  if (numberOf(first) === undefined) return undefined
  const parts = Object.entries(sentences).flatMap(([name, say]) => {
    const value = numberOf(name)
    const isTold = value !== undefined && (value > 0 || name === first || TOLD_AT_NONE.has(name))
    return isTold ? [say(count(value, language))] : []
  })
  return join(parts)
}

export function told(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined
}

export function count(value: number, language: Language): Counted {
  return { count: value, text: desk(language).number(value) }
}

export function printed(value: number, measure: ColumnName, language: Language): string {
  return printCell(value, { measure, language }).text
}

export function daysOf(value: number, language: Language, measure: ColumnName = 'oldest_days'): string {
  const rounded = measure === 'oldest_days' ? Math.round(value) : value
  return desk(language).words.figures.days(printed(rounded, measure, language), rounded >= 2)
}

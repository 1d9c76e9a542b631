import { plainWords } from '#data/model/plain-words.ts'
import { refusalPhrases } from '#data/reference/refusals.ts'
import type { Said } from './people.ts'

/** What a comment is read of: a sentence that says why stands near its beginning. */
const MOST_CHARACTERS = 4_000

/**
 * The id of the phrase of the register that a comment holds; null when it holds none. What it quotes of others, and what
 * it shows as code, is left out.
 */
export function phraseIn(comment: string): string | null {
  const own = comment
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/```[\s\S]*?(?:```|$)/g, ' ')
    .replaceAll(/^[ \t]*>.*$/gm, ' ')
  const words = plainWords(own)
  return refusalPhrases.find(({ pattern }) => pattern.test(words))?.id ?? null
}

const DAY_MS = 86_400_000

/**
 * The phrase with which something was closed, of a timeline that was read to its end: in the last comment before the
 * last closing, else in the first one within a day behind it.
 */
export function closingPhrase(said: readonly (Said | null)[]): string | null {
  const at = said.findLastIndex((one) => one?.closedAt !== undefined)
  const closedAt = Date.parse(said[at]?.closedAt ?? '')
  if (Number.isNaN(closedAt)) return null
  const before = said.slice(0, at).findLast(isComment)
  const behind = said.slice(at + 1).find(isComment)
  const isSoon = Date.parse(behind?.createdAt ?? '') - closedAt <= DAY_MS
  return before?.phrase ?? (isSoon ? (behind?.phrase ?? null) : null)
}

function isComment(one: Said | null): boolean {
  return one?.phrase !== undefined
}

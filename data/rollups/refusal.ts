import { plainWords } from '../model/plain-words.ts'
import { REFUSAL_REASONS, type RefusalReason } from '../model/vocabulary.ts'
import { refusalLabels, refusalPhrases } from '../reference/refusals.ts'

/** Why something was closed that bears these labels, the graver reason first; null when none of them says. */
export function reasonOfLabels(labels: readonly string[]): RefusalReason | null {
  const words = new Set(labels.map((label) => plainWords(label.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '))))
  const lists: Readonly<Partial<Record<RefusalReason, readonly string[]>>> = refusalLabels
  return REFUSAL_REASONS.find((reason) => lists[reason]?.some((label) => words.has(label))) ?? null
}

/** The same for a phrase of a closing comment, by its id. */
export function reasonOfPhrase(id: string): RefusalReason | null {
  return refusalPhrases.find((phrase) => phrase.id === id)?.reason ?? null
}

import { distance } from 'fastest-levenshtein'

/** The candidate that somebody who typed `word` most likely meant; undefined when none is near enough to be one. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase()
  const reach = Math.max(2, Math.floor(word.length / 3))
  let best: string | undefined
  let least = reach + 1
  for (const candidate of candidates) {
    const steps = distance(typed, candidate.toLowerCase())
    if (steps < least) {
      best = candidate
      least = steps
    }
  }
  return best
}

/** `nearest` as the end of a sentence: ` Did you mean "x"?`, or nothing. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates)
  return found === undefined ? '' : ` Did you mean "${found}"?`
}

import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { isOneOf, LANGUAGES } from '#data/model/vocabulary.ts'
import type { Wording } from '../src/words/worded.ts'
import { WORDS } from '../src/words/words.ts'
import type { BrandPlace } from './brand.ts'

/** Throws a `UsageFailure` for a word to be changed that no page says: a typing error would change nothing, unseen. */
export function checkWording(wording: Wording | undefined, place: BrandPlace): void {
  const problems = Object.entries(wording ?? {}).flatMap(([language, changes]) => {
    if (!isOneOf(LANGUAGES, language)) return []
    const said = textsOf(WORDS[language]).join('\n').toLowerCase()
    return Object.keys(changes ?? {})
      .filter((word) => !said.includes(word.toLowerCase()))
      .map((word): UsageDetail => {
        const known = new Set(said.match(/\p{L}{4,}/gu))
        return { ...place(['wording', language, word]), message: `no page says "${word}".${suggestion(word, known)}` }
      })
  })
  if (problems.length === 0) return
  throw new UsageFailure('site-wording-unknown', 'some words to be changed stand nowhere.', { details: problems })
}

/** Texts of a dictionary; of sentences their source, where their words stand too. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'function') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

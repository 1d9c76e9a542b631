import type MiniSearch from 'minisearch'
import type { SearchResult } from 'minisearch'
import { type Found, SEARCH_KINDS, type SearchKind, type Tongue, termsOf, wordsOf } from './search-terms.ts'

export interface Hit extends Found {
  /** Address below the base. */
  readonly path: string
  /** Terms of the index that it was found by, to mark its words. */
  readonly terms: ReadonlySet<string>
}

export interface Answer {
  readonly count: number
  /** Groups that have hits, in their order, the best hit first. */
  readonly groups: readonly { readonly kind: SearchKind; readonly hits: readonly Hit[] }[]
  /** The question in words of the index that are near, when nothing was found. */
  readonly meant: string | undefined
}

export function answer(index: MiniSearch, words: string, language: Tongue): Answer {
  const found = index.search(words)
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  return {
    count: found.length,
    groups: SEARCH_KINDS.flatMap((kind) => {
      const own = byKind.get(kind)
      return own === undefined ? [] : [{ kind, hits: own.map(hitOf) }]
    }),
    meant: found.length > 0 ? undefined : nearWords(index, words, language),
  }
}

/** What was stored comes back as it was stored: the one place that says so to the compiler. */
function hitOf(result: SearchResult): Hit {
  const { id, kind, title, line, terms } = result as SearchResult & Found & { readonly id: string }
  return { path: id, kind, title, line, terms: new Set(terms) }
}

/** Every word of the question that is known, and the nearest known one for the others, where that finds something. */
function nearWords(index: MiniSearch, words: string, language: Tongue): string | undefined {
  const near = wordsOf(words).flatMap((word) => {
    if (termsOf(word, language).length === 0) return []
    return index.search(word).length > 0 ? word : (nearWord(index, word, language) ?? [])
  })
  const proposed = near.join(' ')
  return near.length === 0 || index.search(proposed).length === 0 ? undefined : proposed
}

/** The word of a title, as it is written, whose term is nearest to one that no entry has. */
function nearWord(index: MiniSearch, word: string, language: Tongue): string | undefined {
  const [best] = index.search(word, { fuzzy: 0.4, maxFuzzy: 4, prefix: true, fields: ['title', 'line'] })
  if (best === undefined) return undefined
  const { title, line, terms } = hitOf(best)
  return wordsOf(`${title} ${line}`).find((one) => termsOf(one, language).some((found) => terms.has(found)))
}

export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** A text cut where words begin and end that were found. */
export function piecesOf(text: string, terms: ReadonlySet<string>, language: Tongue): readonly Piece[] {
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).flatMap((part, index): readonly Piece[] => {
    if (part === '') return []
    return [{ text: part, isMatch: index % 2 === 1 && termsOf(part, language).some((term) => terms.has(term)) }]
  })
}

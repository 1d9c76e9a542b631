import type { SearchKind } from './scripts/search-terms.ts'

/** One thing that a search may lead to. */
export interface SearchEntry {
  /** Address below the base: `fr/services/#guichet`. */
  readonly path: string
  readonly kind: SearchKind
  readonly title: string
  /** One line under the title. */
  readonly line: string
  /** Other words that it is found by, never shown. */
  readonly text: string
}

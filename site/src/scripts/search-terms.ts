import type { Options } from 'minisearch'

/** Words of a text as the index has them: the one place that build and browser share, or they would not meet. */

export type Tongue = 'fr' | 'en'

/** What an entry is, in the order in which groups of results are shown: what residents do comes first. */
export const SEARCH_KINDS = ['service', 'pack', 'component', 'figure', 'guide', 'event', 'governance', 'page'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** What is kept of an entry to show it; its address below the base is its id. */
export interface Found {
  readonly kind: SearchKind
  readonly title: string
  readonly line: string
}

/** Small letters, no accents, ligatures undone, articles that were elided gone: `L’Œuvre` is `oeuvre`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/(^|[^a-z\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[a-z])/gu, '$1')
}

/** Folded words; a name in camel case is its parts and the whole: `PasseQuartier`. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}'’]+/u).flatMap(foldedOf)
}

/** Texts repeat few words many times over, and to fold one takes a dozen steps. */
const folded = new Map<string, readonly string[]>()

function foldedOf(word: string): readonly string[] {
  const known = folded.get(word)
  if (known !== undefined) return known
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  const whole = fold(word).split(/[^\p{L}\p{N}]+/u)
  const made = (parts.length > 1 ? [...parts.map(fold), ...whole] : whole).filter((one) => one !== '')
  folded.set(word, made)
  return made
}

const SILENT = {
  fr: 'a au aux avec ce ces cette dans de des du elle en est et il la le les leur ma mes mon ne nos notre on ou par pas pour que qui sa se ses son sont sur un une votre vos'.split(
    ' ',
  ),
  en: 'a an and are as at be by for from how in is it its my of on or our that the their this to was what which with your'.split(
    ' ',
  ),
} as const satisfies Record<Tongue, readonly string[]>

/** Ends that change with number, gender, tense or the kind of word; the longest first. */
const ENDS = {
  fr: 'issement ative atif ateur atrice ation ement elle euse ante ees eur ive if ant ee er ez ir re es e'.split(' '),
  en: 'ations ation ments ment ings ing ers er ied ed ly e y'.split(' '),
} as const satisfies Record<Tongue, readonly string[]>

const PLURALS = {
  fr: [
    [/eaux$/u, 'eau'],
    [/aux$/u, 'al'],
    [/(?<=eu|ou)x$/u, ''],
    [/(?<=[^s])s$/u, ''],
  ],
  en: [
    [/ies$/u, 'y'],
    [/(?<=[^aius])s$/u, ''],
  ],
} as const satisfies Record<Tongue, readonly (readonly [RegExp, string])[]>

/** `réservations`, `réserver` and `réservez` meet, `rendez-vous` and `rendre` do not; the search forgives the rest. */
export function stem(word: string, language: Tongue): string {
  const known = stems[language].get(word)
  if (known !== undefined) return known
  const made = word.length < 5 || /\d/u.test(word) ? word : cut(word, language)
  stems[language].set(word, made)
  return made
}

const stems = { fr: new Map<string, string>(), en: new Map<string, string>() } as const satisfies Record<
  Tongue,
  unknown
>

function cut(word: string, language: Tongue): string {
  const [plural] = PLURALS[language].filter(([end]) => end.test(word))
  const one = plural === undefined ? word : word.replace(plural[0], plural[1])
  const end = ENDS[language].find(
    (ending) => one.endsWith(ending) && one.length - ending.length > 3 + Number(ending.length === 2),
  )
  const root = end === undefined ? one : one.slice(0, -end.length)
  return root.replace(/([^aeiou])\1$/u, '$1')
}

/** Terms of a text, in its order. */
export function termsOf(text: string, language: Tongue): readonly string[] {
  const silent: readonly string[] = SILENT[language]
  return wordsOf(text).flatMap((word) => (silent.includes(word) ? [] : stem(word, language)))
}

/** How an index is made and read; the terms are cut by `tokenize`, so that one word may give several. */
export function indexOptions(language: Tongue): Options {
  return {
    idField: 'path',
    fields: ['title', 'line', 'text', 'also'],
    storeFields: ['kind', 'title', 'line'],
    tokenize: (text) => [...termsOf(text, language)],
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, line: 2, also: 1.5 },
      combineWith: 'AND',
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      maxFuzzy: 2,
    },
  }
}

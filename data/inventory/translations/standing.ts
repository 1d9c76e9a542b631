import { type PlaceholderDifference, placeholderDifference } from '../../facts/placeholders.ts'
import type { PropertyValues } from '../../facts/shapes/property-values.ts'
import { type BundleFiles, bundleFilesOf } from './bundle-files.ts'

/** How one language stands in one bundle. */
export interface LanguageStanding {
  readonly language: string
  readonly path: string
  /** Keys of the reference that it has, out of all of the reference. */
  readonly translated: number
  readonly reference: number
  readonly missing: readonly string[]
  /** Keys that it has and the reference has not: nobody reads them. */
  readonly orphans: readonly string[]
  /** Lines that are no key and value, and that the platform reads as a key that nobody asks for. */
  readonly malformed: readonly number[]
  /** Keys whose text is there and empty, where the reference is not. */
  readonly empty: readonly string[]
  /** Sentences that are letter for letter those of the reference. */
  readonly copies: readonly string[]
  /** Texts that lost or invented what the program fills in. */
  readonly placeholders: readonly ({ readonly key: string; readonly line: number } & PlaceholderDifference)[]
}

export interface BundleStanding {
  /** Path without language and extension. */
  readonly bundle: string
  /** Distinct keys of the file without suffix; null where it is not there or could not be read. */
  readonly keys: number | null
  readonly languages: readonly LanguageStanding[]
  /** Languages that are there and that nothing can be compared with. */
  readonly unmeasured: readonly string[]
  readonly idle: readonly string[]
  /** Files that stand there and could not be read. */
  readonly unread: readonly string[]
}

/** How the bundles of one component stand; `values` by path, absent for a file that could not be read. */
export function bundleStandings(
  paths: Iterable<string>,
  values: ReadonlyMap<string, PropertyValues>,
): readonly BundleStanding[] {
  return bundleFilesOf(paths).map((files) => standingOf(files, values))
}

function standingOf(files: BundleFiles, values: ReadonlyMap<string, PropertyValues>): BundleStanding {
  const { base, reference: path, byLanguage, idle } = files
  const reference = path === null ? undefined : values.get(path)
  const stands = [...(path === null ? [] : [path]), ...byLanguage.values()]
  const unread = stands.filter((each) => !values.has(each))
  if (reference === undefined)
    return { bundle: base, keys: null, languages: [], unmeasured: [...byLanguage.keys()], idle, unread }
  const languages = [...byLanguage].flatMap(([language, file]) => {
    const translation = values.get(file)
    return translation === undefined ? [] : [{ language, path: file, ...compare(reference, translation) }]
  })
  return { bundle: base, keys: reference.entries.length, languages, unmeasured: [], idle, unread }
}

function compare(reference: PropertyValues, translation: PropertyValues): Omit<LanguageStanding, 'language' | 'path'> {
  const own = new Map(translation.entries.map((entry) => [entry.key, entry]))
  const known = new Set(reference.entries.map(({ key }) => key))
  const pairs = reference.entries.flatMap((from) => {
    const to = own.get(from.key)
    return to === undefined ? [] : [{ key: from.key, from, to }]
  })
  return {
    translated: pairs.length,
    reference: reference.entries.length,
    missing: reference.entries.filter(({ key }) => !own.has(key)).map(({ key }) => key),
    orphans: translation.entries
      .filter(({ key, isMalformed }) => !known.has(key) && !isMalformed)
      .map(({ key }) => key),
    malformed: translation.entries.filter(({ isMalformed }) => isMalformed).map(({ line }) => line),
    empty: pairs.filter(({ from, to }) => to.isEmpty && !from.isEmpty).map(({ key }) => key),
    copies: pairs.filter(({ from, to }) => to.isProse && to.digest === from.digest).map(({ key }) => key),
    placeholders: pairs.flatMap(({ key, from, to }) => {
      const difference = to.isEmpty ? undefined : placeholderDifference(from.placeholders, to.placeholders)
      return difference === undefined ? [] : [{ key, line: to.line, ...difference }]
    }),
  }
}

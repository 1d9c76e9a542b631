import type { ComponentKind, PlatformLine } from '../../model/vocabulary.ts'
import type { BundleStanding } from './standing.ts'

/** What was read of the texts of one component. */
export interface ComponentTexts {
  readonly component: string
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  readonly bundles: readonly BundleStanding[]
}

/** One language over the bundles of a component, or over several components. A bundle without its file counts as nothing. */
export interface LanguageCoverage {
  readonly language: string
  /** Keys of the reference that are translated, out of all. */
  readonly translated: number
  readonly reference: number
  /** Keys left to translate. */
  readonly left: number
}

export interface ComponentTranslations extends ComponentTexts {
  /** Keys of the reference files; null when no reference could be read. */
  readonly keys: number | null
  readonly languages: readonly LanguageCoverage[]
  /** The language with the fewest keys left that has any left; null when there is none. */
  readonly next: LanguageCoverage | null
}

export function componentTranslations(texts: ComponentTexts): ComponentTranslations {
  const known = texts.bundles.flatMap(({ keys }) => (keys === null ? [] : [keys]))
  const reference = known.reduce((sum, keys) => sum + keys, 0)
  const begun = [...new Set(texts.bundles.flatMap(({ languages }) => languages.map(({ language }) => language)))].sort()
  const languages = begun.map((language) => coverageOf(language, { bundles: texts.bundles, reference }))
  return { ...texts, keys: known.length === 0 ? null : reference, languages, next: nextOf(languages) }
}

function coverageOf(
  language: string,
  { bundles, reference }: { readonly bundles: readonly BundleStanding[]; readonly reference: number },
): LanguageCoverage {
  const own = bundles.flatMap(({ languages }) => languages.filter((one) => one.language === language))
  const translated = own.reduce((sum, one) => sum + one.translated, 0)
  return { language, translated, reference, left: reference - translated }
}

/** A language over many components. */
export interface FleetLanguage extends LanguageCoverage {
  /** Components that have texts and none in this language. */
  readonly lacking: readonly string[]
}

/** Every language that any of the components has, or the one that is asked for, over all of them. */
export function fleetLanguages(components: readonly ComponentTranslations[], asked?: string): readonly FleetLanguage[] {
  const counted = components.filter(({ keys }) => keys !== null)
  const reference = counted.reduce((sum, { keys }) => sum + (keys ?? 0), 0)
  const begun = new Set(counted.flatMap(({ languages }) => languages.map(({ language }) => language)))
  const shown = asked === undefined ? [...begun].sort() : [asked]
  return shown.map((language) => {
    const standing = counted.map(({ component, languages }) => ({
      component,
      translated: languages.find((one) => one.language === language)?.translated,
    }))
    const translated = standing.reduce((sum, one) => sum + (one.translated ?? 0), 0)
    const lacking = standing.filter((one) => one.translated === undefined).map(({ component }) => component)
    return { language, translated, reference, left: reference - translated, lacking }
  })
}

/** Of languages that are begun and not done, the one that takes the least to finish. */
export function nextOf<One extends LanguageCoverage>(languages: readonly One[]): One | null {
  const [first] = languages.filter(({ left }) => left > 0).sort((a, b) => a.left - b.left)
  return first ?? null
}

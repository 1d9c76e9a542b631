import { BUNDLE_OPTIONS, bundlesOf } from '../bundles.ts'
import { reading, record, share, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({ ...BUNDLE_OPTIONS, language: text('a language code'), threshold: share() })

const read = reading(OPTIONS)

export const keysCovered = defineCheck<ReturnType<typeof read>>({
  id: 'keys-covered',
  summary: 'A translation has enough of the keys of the default file, over all bundles.',
  options: read,
  needs: (options, subject) => [
    { extractor: 'properties', paths: comparedPaths(options).map((path) => inRoot(subject, path)) },
  ],
  messages: {
    below: {
      fr: 'clés traduites ({language}) : {present} sur {expected}, soit {percent} % ; clés absentes : {missing}',
      en: 'translated keys ({language}): {present} of {expected}, or {percent} %; keys missing: {missing}',
    },
  },
  judge(evidence, options) {
    const { language, threshold } = options
    const properties = evidence.facts('properties')
    const keysOf = (path: string) => new Set(properties.get(path)?.entries.map((entry) => entry.key))
    // A bundle without one of its two files is what the rules on files speak of; here it has nothing to compare.
    const compared = bundlesOf(evidence, options).flatMap((bundle) => {
      const translation = bundle.byLanguage.get(language)
      if (bundle.default === undefined || translation === undefined) return []
      const expected = keysOf(bundle.default)
      const present = keysOf(translation)
      return [{ translation, expected, missing: [...expected].filter((key) => !present.has(key)) }]
    })
    const denominator = compared.reduce((sum, bundle) => sum + bundle.expected.size, 0)
    if (denominator === 0) return { outcome: 'not-applicable' }
    const numerator = denominator - compared.reduce((sum, bundle) => sum + bundle.missing.length, 0)
    if (numerator / denominator >= threshold) return { outcome: 'pass' }
    const [worst] = compared.toSorted((a, b) => b.missing.length - a.missing.length)
    const args = {
      language,
      present: numerator,
      expected: denominator,
      percent: percentOf(numerator, denominator),
      missing: compared.flatMap((bundle) => bundle.missing),
    }
    const rate = { numerator, denominator, threshold }
    const location = worst && { path: worst.translation }
    return {
      outcome: 'fail',
      breaches: [{ messageId: 'below', args, rate, text: language, ...(location && { location }) }],
    }
  },
})

/** The default files and those of the one language: a component may hold a dozen others that nobody compares here. */
function comparedPaths({ paths, language }: ReturnType<typeof read>): readonly string[] {
  return paths.flatMap((path) =>
    path.endsWith('*.properties')
      ? ['.properties', `_${language}.properties`].map((end) => path.replace(/\*\.properties$/u, end))
      : [path],
  )
}

/** Rounded down: what is not whole never reads as 100. */
function percentOf(numerator: number, denominator: number): number {
  return Math.floor((numerator * 1000) / denominator) / 10
}

import { BUNDLE_OPTIONS, bundlesOf } from '../bundles.ts'
import { optional, reading, record, text } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  ...BUNDLE_OPTIONS,
  /** The language that each bundle must have; left out: the file without suffix. */
  language: optional(text('a language code')),
})

const read = reading(OPTIONS)

export const bundleLanguage = defineCheck<ReturnType<typeof read>>({
  id: 'bundle-language',
  summary: 'Each bundle of texts has its default file, or one in a given language.',
  options: read,
  needs: () => [],
  messages: {
    'no-default': {
      fr: 'il manque {missing}, le fichier sans suffixe ; langues présentes : {languages}',
      en: '{missing}, the file without suffix, is missing; languages at hand: {languages}',
    },
    'no-language': {
      fr: 'il manque {missing} ; langues présentes : {languages}',
      en: '{missing} is missing; languages at hand: {languages}',
    },
  },
  judge(evidence, options) {
    const { language } = options
    const bundles = bundlesOf(evidence, options)
    if (bundles.length === 0) return { outcome: 'not-applicable' }
    const breaches = bundles.flatMap((bundle): Breach[] => {
      const found = language === undefined ? bundle.default : bundle.byLanguage.get(language)
      const [first] = [bundle.default, ...bundle.byLanguage.values()].filter((path) => path !== undefined)
      if (found !== undefined || first === undefined) return []
      const suffix = language === undefined ? '' : `_${language}`
      const missing = `${bundle.base.slice(bundle.base.lastIndexOf('/') + 1)}${suffix}.properties`
      const args = { missing, languages: [...bundle.byLanguage.keys()] }
      const messageId = language === undefined ? 'no-default' : 'no-language'
      return [{ messageId, args, location: { path: first }, text: missing }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

import { BUNDLE_OPTIONS, bundlesOf } from '../bundles.ts'
import { reading, record } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record(BUNDLE_OPTIONS)
const read = reading(OPTIONS)

export const entriesFormed = defineCheck<ReturnType<typeof read>>({
  id: 'entries-formed',
  summary: 'Every line of a property file is an entry.',
  options: read,
  needs: ({ paths }, subject) => [{ extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) }],
  messages: {
    malformed: {
      fr: '{count} lignes qui ne sont pas de la forme clé=valeur',
      en: '{count} lines that are not of the form key=value',
    },
  },
  judge(evidence, options) {
    const files = evidence.facts('properties')
    if (files.size === 0) return { outcome: 'not-applicable' }
    const defaults = new Map(
      bundlesOf(evidence, options).flatMap(({ default: original, byLanguage }) =>
        [...byLanguage.values()].map((path) => [path, original] as const),
      ),
    )
    const breaches = [...files].flatMap(([path, { entries, malformed }]): Breach[] => {
      const original = defaults.get(path)
      // Java takes a blank for the sign between key and value. In a translation that is meant where the key is known;
      // else the sign was lost, and what stands before the blank is no key that anybody asks for.
      const known = original === undefined ? entries : (files.get(original)?.entries ?? [])
      const keys = new Set(known.map(({ key }) => key))
      const meant = new Set(entries.filter(({ key }) => keys.has(key)).map(({ line }) => line))
      const broken = malformed.filter(({ line, reason }) => reason !== 'blank-separator' || !meant.has(line))
      const [first] = broken
      if (first === undefined) return []
      return [{ messageId: 'malformed', args: { count: broken.length }, location: { path, line: first.line } }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

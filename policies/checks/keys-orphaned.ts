import { BUNDLE_OPTIONS, bundlesOf } from '../bundles.ts'
import { reading, record } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record(BUNDLE_OPTIONS)
const read = reading(OPTIONS)

export const keysOrphaned = defineCheck<ReturnType<typeof read>>({
  id: 'keys-orphaned',
  summary: 'A translation has no key that its default file does not have.',
  options: read,
  needs: ({ paths }, subject) => [{ extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) }],
  messages: {
    orphans: {
      fr: '{count} clés que le fichier par défaut n’a pas : {keys}',
      en: '{count} keys that the default file does not have: {keys}',
    },
  },
  judge(evidence, options) {
    const properties = evidence.facts('properties')
    let judged = 0
    const breaches = bundlesOf(evidence, options).flatMap(({ default: path, byLanguage }) => {
      if (path === undefined) return []
      const known = new Set(properties.get(path)?.entries.map(({ key }) => key))
      return [...byLanguage.values()].flatMap((translation): Breach[] => {
        judged++
        const { entries = [], malformed = [] } = properties.get(translation) ?? {}
        // A line that is no entry is another rule's finding.
        const odd = new Set(malformed.map(({ line }) => line))
        const orphans = entries.filter(({ key, line }) => !known.has(key) && !odd.has(line))
        const [first] = orphans
        if (first === undefined) return []
        const keys = [...new Set(orphans.map(({ key }) => key))]
        const location = { path: translation, line: first.line }
        return [{ messageId: 'orphans', args: { count: keys.length, keys }, location, text: 'orphans' }]
      })
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

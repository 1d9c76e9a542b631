import { reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({ paths: texts('globs of property files, from the folder of the component') })
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
  judge({ facts }) {
    const files = facts('properties')
    if (files.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...files].flatMap(([path, { malformed }]): Breach[] => {
      // A key that a blank ends is one as well.
      const broken = malformed.filter(({ reason }) => reason !== 'blank-separator')
      const [first] = broken
      if (first === undefined) return []
      return [{ messageId: 'malformed', args: { count: broken.length }, location: { path, line: first.line } }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

import { reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({ paths: texts('globs of property files, from the folder of the component') })
const read = reading(OPTIONS)

export const propertiesReadable = defineCheck<ReturnType<typeof read>>({
  id: 'properties-readable',
  summary: 'Property files are UTF-8, or ASCII with escapes.',
  options: read,
  needs: ({ paths }, subject) => [
    { extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)), separately: true },
  ],
  messages: {
    latin: {
      fr: 'fichier en ISO-8859-1 avec des lettres accentuées',
      en: 'the file is ISO-8859-1 with accented letters',
    },
  },
  judge({ facts }) {
    const files = facts('properties')
    if (files.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...files].flatMap(([path, { encoding }]): Breach[] =>
      encoding === 'utf-8' ? [] : [{ messageId: 'latin', args: {}, location: { path }, text: encoding }],
    )
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

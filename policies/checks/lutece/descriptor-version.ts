import { resolveProperties } from '#data/facts/pom-properties.ts'
import { reading, record, text } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({ descriptors: text('a glob of descriptors') })
const read = reading(OPTIONS)

export const descriptorVersion = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-version',
  summary: 'The plugin descriptor says the version of the build file.',
  options: read,
  needs: ({ descriptors }, subject) => [
    { extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] },
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
  ],
  messages: {
    differs: {
      fr: 'le descripteur dit {found}, le pom.xml dit {expected}',
      en: 'the descriptor says {found}, the pom.xml says {expected}',
    },
    missing: {
      fr: 'le descripteur ne dit pas sa version, le pom.xml dit {expected}',
      en: 'the descriptor says no version, the pom.xml says {expected}',
    },
    unresolved: {
      fr: 'la version du pom.xml dépend de ce qui n’est pas ici : {properties}',
      en: 'the version of the pom.xml depends on what is not here: {properties}',
    },
  },
  judge({ subject, facts }) {
    const pomPath = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(pomPath)
    const descriptors = facts('descriptor')
    const version = pom?.version ?? pom?.parent?.version
    if (pom === undefined || version == null || descriptors.size === 0) return { outcome: 'not-applicable' }
    const { text: expected, unresolved } = resolveProperties(version.text, pom)
    if (unresolved.length > 0) {
      const location = { path: pomPath, line: version.line }
      return { outcome: 'unknown', messageId: 'unresolved', args: { properties: unresolved }, location }
    }
    const breaches = [...descriptors].flatMap(([path, descriptor]): Breach[] => {
      const found = descriptor.version?.text ?? ''
      if (found === expected) return []
      const location = { path, line: descriptor.version?.line ?? descriptor.line }
      // The sentence changes with every release, the breach does not: no version in its text.
      return [{ messageId: found === '' ? 'missing' : 'differs', args: { found, expected }, location }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

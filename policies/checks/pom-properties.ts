import { resolveProperties } from '#data/facts/pom-properties.ts'
import { listOf, optional, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Properties that should not be there. */
  absent: optional(texts('names of properties'), []),
  /** Properties that, where they are there, repeat one of the subject's names. */
  equal: optional(listOf(record({ property: text('the name of a property'), name: text('the name of a name') })), []),
})

const read = reading(OPTIONS)

export const pomProperties = defineCheck<ReturnType<typeof read>>({
  id: 'pom-properties',
  summary: 'Properties of the Maven build file agree with the names of the component, and none is left over.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    present: {
      fr: 'la propriété {property} n’a plus d’usage ici',
      en: 'the property {property} serves no purpose here any more',
    },
    differs: {
      fr: 'la propriété {property} vaut « {found} », attendu : {expected}',
      en: 'the property {property} is "{found}", expected: {expected}',
    },
  },
  judge({ subject, facts }, { absent, equal }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    if (pom === undefined) return { outcome: 'not-applicable' }
    const own = pom.properties.filter((property) => property.profile === null)
    const breaches: Breach[] = own
      .filter(({ name }) => absent.includes(name))
      .map(({ name: property, line }) => {
        return { messageId: 'present', args: { property }, location: { path, line }, text: property }
      })
    let judged = absent.length
    for (const { property, name } of equal) {
      const expected = subject.names[name]
      const written = own.find((each) => each.name === property)
      if (expected === undefined || written === undefined) continue
      judged++
      const found = resolveProperties(written.value, pom).text
      if (found === expected) continue
      const location = { path, line: written.line }
      breaches.push({ messageId: 'differs', args: { property, found, expected }, location, text: property })
    }
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

import { PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { choice, listOf, pattern, reading, record, text } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  lines: listOf(record({ line: choice(PLATFORM_LINES), pattern: pattern(), form: text('the form in words') })),
})

const read = reading(OPTIONS)

export const descriptorCoreVersion = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-core-version',
  summary: 'The lowest version of the core in the plugin descriptor fits the line of the component.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    form: {
      fr: '<min-core-version> vaut « {found} », attendu dans la ligne {line} : {form}',
      en: '<min-core-version> is "{found}", expected in line {line}: {form}',
    },
    missing: {
      fr: 'pas de <min-core-version>, attendu dans la ligne {line} : {form}',
      en: 'no <min-core-version>, expected in line {line}: {form}',
    },
  },
  judge({ subject, facts }, { lines }) {
    const asked = lines.find(({ line }) => line === subject.line)
    const descriptors = facts('descriptor')
    if (asked === undefined || descriptors.size === 0) return { outcome: 'not-applicable' }
    const { line, form } = asked
    const breaches = [...descriptors].flatMap(([path, descriptor]): Breach[] => {
      const found = descriptor.minCoreVersion?.text ?? ''
      if (asked.pattern.test(found)) return []
      const location = { path, line: descriptor.minCoreVersion?.line ?? descriptor.line }
      return [{ messageId: found === '' ? 'missing' : 'form', args: { found, line, form }, location, text: found }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

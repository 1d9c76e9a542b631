import { SEVERITIES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  /** Elements that must be there, possibly empty; a group that lacks some is one finding. */
  groups: listOf(record({ elements: texts('names of elements'), severity: optional(choice(SEVERITIES)) })),
})

const read = reading(OPTIONS)

export const descriptorElements = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-elements',
  summary: 'The plugin descriptor has the elements that the platform and its pages ask for.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    missing: {
      fr: 'éléments absents du descripteur : {elements}',
      en: 'elements missing from the descriptor: {elements}',
    },
  },
  judge({ facts }, { groups }) {
    const descriptors = facts('descriptor')
    if (descriptors.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...descriptors].flatMap(([path, { elements: found, line }]) => {
      const names = new Set(found.map(({ name }) => name))
      return groups.flatMap(({ elements, severity }): Breach[] => {
        const missing = elements.filter((element) => !names.has(element))
        if (missing.length === 0) return []
        const args = { elements: missing }
        const location = { path, line }
        return [{ messageId: 'missing', args, location, text: elements.join(), ...(severity && { severity }) }]
      })
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

import { choice, listOf, optional, pattern, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { SCM_ELEMENTS, scmAddresses } from '../scm-addresses.ts'

const OPTIONS = record({
  /** Elements that must be there. */
  required: optional(listOf(choice(SCM_ELEMENTS)), []),
  /** Form of the elements that are there. */
  forms: optional(
    listOf(record({ elements: listOf(choice(SCM_ELEMENTS)), pattern: pattern(), form: text('the form in words') })),
    [],
  ),
})

const read = reading(OPTIONS)

export const scmElements = defineCheck<ReturnType<typeof read>>({
  id: 'scm-elements',
  summary: 'The source addresses of the Maven build file are there, and of the form that tools expect.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    missing: {
      fr: 'la section <scm> ne donne pas : {elements}',
      en: 'the <scm> section does not give: {elements}',
    },
    form: {
      fr: '<{element}> vaut « {found} », forme attendue : {form}',
      en: '<{element}> is "{found}", expected form: {form}',
    },
    unresolved: {
      fr: 'les adresses dépendent de propriétés qui ne sont pas ici : {properties}',
      en: 'the addresses depend on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts }, { required, forms }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const addresses = scmAddresses(pom)
    const elements = required.filter((element) => !addresses.some((address) => address.element === element))
    const breaches: Breach[] = []
    if (pom !== undefined && elements.length > 0) {
      const location = { path, line: pom.scm?.line ?? pom.line }
      breaches.push({ messageId: 'missing', args: { elements }, location, text: 'missing' })
    }
    const properties = new Set<string>()
    let judged = required.length
    for (const { element, text: found, line, unresolved } of addresses) {
      const asked = forms.find((each) => each.elements.includes(element))
      if (asked === undefined) continue
      judged++
      if (asked.pattern.test(found)) continue
      if (unresolved.length > 0) for (const property of unresolved) properties.add(property)
      else {
        const args = { element, found, form: asked.form }
        breaches.push({ messageId: 'form', args, location: { path, line }, text: element })
      }
    }
    if (pom === undefined || judged === 0) return { outcome: 'not-applicable' }
    if (breaches.length > 0) return { outcome: 'fail', breaches }
    if (properties.size === 0) return { outcome: 'pass' }
    return { outcome: 'unknown', messageId: 'unresolved', args: { properties: [...properties] }, location: { path } }
  },
})

import { resolveProperties } from '#data/facts/pom-properties.ts'
import { fragment, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Addresses that no build should take artifacts from or put them to. */
  refused: fragment(),
  form: text('what to write instead'),
})

const read = reading(OPTIONS)

export const pomRepositories = defineCheck<ReturnType<typeof read>>({
  id: 'pom-repositories',
  summary: 'The Maven build file names no repository of artifacts by an address that is refused.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    refused: {
      fr: '<{element}> mène à {found}, attendu : {form}',
      en: '<{element}> leads to {found}, expected: {form}',
    },
  },
  judge({ subject, facts }, { refused, form }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const judged = (pom?.repositories ?? []).flatMap(({ element, url, profile }) => {
      if (pom === undefined || url === null) return []
      const { text: address } = resolveProperties(url.text, pom, profile === null ? {} : { profiles: [profile] })
      // An address that is one property defined elsewhere says nothing here.
      return address === '' || address.startsWith('${') ? [] : [{ element, address, line: url.line }]
    })
    if (judged.length === 0) return { outcome: 'not-applicable' }
    const breaches = judged.flatMap(({ element, address, line }): Breach[] => {
      if (!refused.test(address)) return []
      return [
        { messageId: 'refused', args: { element, found: address, form }, location: { path, line }, text: address },
      ]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

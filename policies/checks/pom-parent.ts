import { COMPONENT_KINDS, SEVERITIES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  parents: listOf(
    record({
      kind: listOf(choice(COMPONENT_KINDS)),
      groupId: text(),
      artifactId: text(),
      severity: optional(choice(SEVERITIES)),
      /** When a build may do without a parent: it then brings these itself. */
      without: optional(
        record({ repositories: texts('parts of addresses'), plugins: texts('artifactIds of build plugins') }),
      ),
    }),
  ),
})

const read = reading(OPTIONS)

export const pomParent = defineCheck<ReturnType<typeof read>>({
  id: 'pom-parent',
  summary: 'The Maven build file has the parent that the kind of the component asks for.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    other: {
      fr: 'le parent est « {found} », attendu : {expected}',
      en: 'the parent is "{found}", expected: {expected}',
    },
    missing: { fr: 'pas de parent, attendu : {expected}', en: 'no parent, expected: {expected}' },
    lacks: {
      fr: 'pas de parent, et il manque ce que le parent apporterait : {lacking}',
      en: 'no parent, and what the parent would bring is not there: {lacking}',
    },
  },
  judge({ subject, facts }, options) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const asked = options.parents.find((parent) => parent.kind.includes(subject.kind))
    if (pom === undefined || asked === undefined) return { outcome: 'not-applicable' }
    const { severity, without } = asked
    const expected = `${asked.groupId}:${asked.artifactId}`
    const fail = (messageId: string, args: { found?: string; lacking?: readonly string[] }, line: number) => {
      const location = { path, line }
      const breach = { messageId, args: { ...args, expected }, location, text: args.found ?? '' }
      return { outcome: 'fail', breaches: [{ ...breach, ...(severity && { severity }) }] } as const
    }
    if (pom.parent === null) {
      if (without === undefined) return fail('missing', {}, pom.line)
      const addresses = pom.repositories.map((repository) => repository.url?.text ?? '')
      const plugins = pom.plugins.map((plugin) => plugin.artifactId)
      const lacking = [
        ...without.repositories.filter((part) => !addresses.some((address) => address.includes(part))),
        ...without.plugins.filter((plugin) => !plugins.includes(plugin)),
      ]
      return lacking.length === 0 ? { outcome: 'pass' } : fail('lacks', { lacking }, pom.line)
    }
    const found = `${pom.parent.groupId?.text ?? ''}:${pom.parent.artifactId?.text ?? ''}`
    return found === expected ? { outcome: 'pass' } : fail('other', { found }, pom.parent.line)
  },
})

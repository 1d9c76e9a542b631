import { resolveProperties } from '#data/facts/pom-properties.ts'
import { pattern, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  branch: text('the name of a branch'),
  pattern: pattern(),
  form: text('the form in words'),
})

const read = reading(OPTIONS)

export const pomVersionOnBranch = defineCheck<ReturnType<typeof read>>({
  id: 'pom-version-on-branch',
  summary: 'The version of the build file has the form that its branch asks for, release commits aside.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  needsRefs: true,
  messages: {
    form: {
      fr: 'la version est {found}, forme attendue sur la branche de développement : {form}',
      en: 'the version is {found}, expected form on the branch of development: {form}',
    },
    unresolved: {
      fr: 'la version dépend de propriétés qui ne sont pas ici : {properties}',
      en: 'the version depends on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts, refs }, { branch, pattern: wanted, form }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const version = pom?.version
    const { head } = subject.identity
    const development = refs.find(({ kind, name }) => kind === 'branch' && name === branch)
    // What lies before us is another branch: nothing was read of the one that the rule is about.
    if (pom === undefined || version == null || head === undefined || (development && development.oid !== head)) {
      return { outcome: 'not-applicable' }
    }
    const location = { path, line: version.line }
    const { text: found, unresolved } = resolveProperties(version.text, pom)
    if (unresolved.length > 0) {
      return { outcome: 'unknown', messageId: 'unresolved', args: { properties: unresolved }, location }
    }
    if (wanted.test(found)) return { outcome: 'pass' }
    // A release commit carries the version of the release, and its tag.
    const isRelease = refs.some(({ kind, oid }) => kind === 'tag' && oid === head)
    if (isRelease) return { outcome: 'not-applicable' }
    return { outcome: 'fail', breaches: [{ messageId: 'form', args: { found, form }, location, text: 'version' }] }
  },
})

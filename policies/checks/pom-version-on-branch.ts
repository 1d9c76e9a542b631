import { resolveProperties } from '#data/facts/pom-properties.ts'
import { fragment, listOf, pattern, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  branch: text('the name of a branch'),
  pattern: pattern(),
  form: text('the form in words'),
  /** Beginnings of the subject with which the release tool commits. */
  releases: listOf(fragment()),
})

const read = reading(OPTIONS)

export const pomVersionOnBranch = defineCheck<ReturnType<typeof read>>({
  id: 'pom-version-on-branch',
  summary: 'The version of the build file has the form that its branch asks for, release commits aside.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  needsRefs: true,
  wantsLog: true,
  branch: ({ branch }) => branch,
  messages: {
    form: {
      fr: 'la version est {found}, forme attendue sur {branch}, la branche de développement : {form}',
      en: 'the version is {found}, expected form on {branch}, the branch of development: {form}',
    },
    unresolved: {
      fr: 'la version dépend de propriétés qui ne sont pas ici : {properties}',
      en: 'the version depends on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts, refs, log }, { branch, pattern: wanted, form, releases }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const version = pom?.version
    const { head } = subject.identity
    if (pom === undefined || version == null || head === undefined) return { outcome: 'not-applicable' }
    const location = { path, line: version.line }
    const { text: found, unresolved } = resolveProperties(version.text, pom)
    if (unresolved.length > 0) {
      return { outcome: 'unknown', messageId: 'unresolved', args: { properties: unresolved }, location }
    }
    if (wanted.test(found)) return { outcome: 'pass' }
    // A release commit carries the version of the release, and its tag; the tool that makes it signs its subject.
    const isTagged = refs.some(({ kind, oid }) => kind === 'tag' && oid === head)
    const latest = log.find(({ oid }) => oid === head)
    const isRelease = latest !== undefined && releases.some((one) => one.test(latest.subject))
    if (isTagged || isRelease) return { outcome: 'not-applicable' }
    return {
      outcome: 'fail',
      breaches: [{ messageId: 'form', args: { found, form, branch }, location, text: 'version' }],
    }
  },
})

import { resolveProperties } from '#data/facts/pom-properties.ts'
import { PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { choice, listOf, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'
import { compareVersions } from '../versions.ts'

const OPTIONS = record({
  /** A parent or a line that none is about is not judged. */
  parents: listOf(
    record({
      artifactId: text(),
      line: choice(PLATFORM_LINES),
      /** The oldest version that still counts as current. */
      least: text('a version'),
      /** The newest one known, which is what to take. */
      latest: text('a version'),
    }),
  ),
})

/** Also what the contributor guide shows of the generations of the platform. */
export const readParents = reading(OPTIONS)

export const pomParentAge = defineCheck<ReturnType<typeof readParents>>({
  id: 'pom-parent-age',
  summary: 'The parent of the Maven build file is not older than its own line allows.',
  options: readParents,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    old: {
      fr: 'le parent {parent} est en {found}, la ligne {line} en est à {latest}',
      en: 'the parent {parent} is at {found}, line {line} is at {latest}',
    },
    unresolved: {
      fr: 'la version du parent dépend de propriétés qui ne sont pas ici : {properties}',
      en: 'the version of the parent depends on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts }, { parents }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const { artifactId, version } = pom?.parent ?? {}
    const known = parents.filter((each) => each.artifactId === artifactId?.text)
    if (pom === undefined || version == null || known.length === 0) return { outcome: 'not-applicable' }
    const location = { path, line: version.line }
    const { text: found, unresolved } = resolveProperties(version.text, pom)
    if (unresolved.length > 0) {
      return { outcome: 'unknown', messageId: 'unresolved', args: { properties: unresolved }, location }
    }
    const asked = known.find((each) => each.line === subject.line)
    if (asked === undefined) return { outcome: 'not-applicable' }
    // A parent in development is newer than any release, and another rule speaks of it.
    if (found.endsWith('-SNAPSHOT') || compareVersions(found, asked.least) >= 0) return { outcome: 'pass' }
    const args = { parent: asked.artifactId, found, line: asked.line, latest: asked.latest }
    return { outcome: 'fail', breaches: [{ messageId: 'old', args, location, text: asked.artifactId }] }
  },
})

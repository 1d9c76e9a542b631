import { compileGlobs } from '#data/facts/glob.ts'
import { resolveProperties } from '#data/facts/pom-properties.ts'
import { listOf, optional, pattern, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { compareVersions } from '../versions.ts'

const OPTIONS = record({
  /** Dependencies that are judged. */
  artifacts: texts('globs over groupId:artifactId'),
  /** Form of their version; left out: the parent says the version, and none may stand here. */
  pattern: optional(pattern()),
  forms: optional(texts('forms in words'), []),
  exceptScopes: optional(texts(), []),
  /** Judged only under one of these parents. */
  parents: optional(texts('artifactIds')),
  /** Dependencies that a version of the parent has done away with. */
  obsolete: optional(listOf(record({ artifact: text('groupId:artifactId'), since: text('a version') })), []),
})

const read = reading(OPTIONS)

export const dependencyVersion = defineCheck<ReturnType<typeof read>>({
  id: 'dependency-version',
  summary: 'Versions of some dependencies have one of the forms that are asked for, or are left to the parent.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    form: {
      fr: '{artifact} est demandé en version {found}, formes attendues : {forms}',
      en: '{artifact} is asked for in version {found}, expected forms: {forms}',
    },
    given: {
      fr: '{artifact} porte la version {found}, que le parent gère',
      en: '{artifact} bears version {found}, which the parent manages',
    },
    obsolete: {
      fr: '{artifact} n’a plus lieu d’être depuis le parent {since}',
      en: '{artifact} is of no use since parent {since}',
    },
    unresolved: {
      fr: 'des versions dépendent de propriétés qui ne sont pas ici : {properties}',
      en: 'versions depend on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts }, options) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const parent = pom?.parent
    if (pom === undefined || options.parents?.includes(parent?.artifactId?.text ?? '') === false) {
      return { outcome: 'not-applicable' }
    }
    const isMeant = compileGlobs(options.artifacts)
    const properties = new Set<string>()
    let judged = 0
    const breaches = pom.dependencies.flatMap(({ groupId, artifactId, version, scope, line, profile }): Breach[] => {
      const name = `${groupId ?? ''}:${artifactId ?? ''}`
      const artifact = artifactId ?? ''
      const gone = options.obsolete.find((each) => each.artifact === name)
      if (gone !== undefined && compareVersions(parent?.version?.text ?? '', gone.since) >= 0) {
        judged++
        return [{ messageId: 'obsolete', args: { artifact, since: gone.since }, location: { path, line }, text: name }]
      }
      if (!isMeant(name) || options.exceptScopes.includes(scope ?? '')) return []
      if (version === null) {
        if (options.pattern === undefined) judged++
        return []
      }
      judged++
      const location = { path, line: version.line }
      if (options.pattern === undefined) {
        return [{ messageId: 'given', args: { artifact, found: version.text }, location, text: name }]
      }
      const { text: found, unresolved } = resolveProperties(
        version.text,
        pom,
        profile === null ? {} : { profiles: [profile] },
      )
      for (const property of unresolved) properties.add(property)
      if (unresolved.length > 0 || options.pattern.test(found.replace(/\s+/gu, ''))) return []
      return [{ messageId: 'form', args: { artifact, found, forms: options.forms }, location, text: name }]
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    if (breaches.length > 0) return { outcome: 'fail', breaches }
    if (properties.size === 0) return { outcome: 'pass' }
    return { outcome: 'unknown', messageId: 'unresolved', args: { properties: [...properties] }, location: { path } }
  },
})

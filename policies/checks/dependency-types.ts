import { compileGlobs } from '#data/facts/glob.ts'
import { listOf, optional, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  groups: texts('the groups that all groups of the platform begin with'),
  /** The first entry whose globs match an artifactId decides. */
  artifacts: listOf(
    record({ match: texts('globs of artifactIds'), types: texts('types that are right; `jar` when none is written') }),
  ),
  /** Scopes under which nothing is assembled. */
  exceptScopes: optional(texts(), []),
})

const read = reading(OPTIONS)

export const dependencyTypes = defineCheck<ReturnType<typeof read>>({
  id: 'dependency-types',
  summary: 'Dependencies on the platform bear the type that their artifact was packaged as.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    missing: {
      fr: '{artifact} est déclaré sans type, attendu : <type>{expected}</type>',
      en: '{artifact} is declared without a type, expected: <type>{expected}</type>',
    },
    other: {
      fr: '{artifact} est déclaré de type {found}, attendu : {expected}',
      en: '{artifact} is declared with type {found}, expected: {expected}',
    },
  },
  judge({ subject, facts }, { groups, artifacts, exceptScopes }) {
    const path = inRoot(subject, 'pom.xml')
    const kinds = artifacts.map(({ match, types }) => ({ isMeant: compileGlobs(match), types }))
    const judged = (facts('pom').get(path)?.dependencies ?? []).flatMap((dependency) => {
      const { artifactId, groupId, scope } = dependency
      const isOurs = groups.some((group) => groupId === group || groupId?.startsWith(`${group}.`) === true)
      if (!isOurs || artifactId === null || exceptScopes.includes(scope ?? '')) return []
      const types = kinds.find(({ isMeant }) => isMeant(artifactId))?.types
      return types === undefined ? [] : [{ ...dependency, artifactId, types }]
    })
    if (judged.length === 0) return { outcome: 'not-applicable' }
    const breaches = judged.flatMap(({ artifactId, type, types, line }): Breach[] => {
      const found = type?.text ?? ''
      if (types.includes(found === '' ? 'jar' : found)) return []
      const args = { artifact: artifactId, found, expected: types.join(', ') }
      const location = { path, line: type?.line ?? line }
      return [{ messageId: found === '' ? 'missing' : 'other', args, location, text: artifactId }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

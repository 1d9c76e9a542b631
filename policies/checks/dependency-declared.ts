import { compileGlobs } from '#data/facts/glob.ts'
import { COMPONENT_KINDS, SEVERITIES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  artifactId: text('an artifactId'),
  type: optional(text('a type')),
  scope: optional(text('a scope')),
  /** Files without which nobody needs the dependency. */
  onlyWith: optional(texts('globs, from the folder of the component')),
  /** Kinds that may have it through another dependency, which is worth another gravity. */
  through: optional(
    record({ kind: listOf(choice(COMPONENT_KINDS)), artifacts: texts('globs'), severity: choice(SEVERITIES) }),
  ),
})

const read = reading(OPTIONS)

export const dependencyDeclared = defineCheck<ReturnType<typeof read>>({
  id: 'dependency-declared',
  summary: 'The Maven build file declares a dependency, with its type and scope.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    missing: {
      fr: '{artifact} n’est pas parmi les dépendances',
      en: '{artifact} is not among the dependencies',
    },
    through: {
      fr: '{artifact} n’est pas déclaré et ne vient que par {through}',
      en: '{artifact} is not declared and only comes through {through}',
    },
    type: {
      fr: '{artifact} est déclaré de type {found}, attendu : {expected}',
      en: '{artifact} is declared with type {found}, expected: {expected}',
    },
    scope: {
      fr: '{artifact} est déclaré de portée {found}, attendue : {expected}',
      en: '{artifact} is declared with scope {found}, expected: {expected}',
    },
  },
  judge({ subject, entries, facts }, options) {
    const { artifactId: artifact, type, scope, onlyWith, through } = options
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const isMeant = onlyWith && compileGlobs(onlyWith.map((glob) => inRoot(subject, glob)))
    if (pom === undefined || (isMeant && !entries.some((entry) => isMeant(entry.path)))) {
      return { outcome: 'not-applicable' }
    }
    const declared = pom.dependencies.filter(({ section }) => section === 'dependencies')
    const found = declared.filter((dependency) => dependency.artifactId === artifact)
    const [first] = found
    if (first === undefined) {
      const [host] = through?.kind.includes(subject.kind)
        ? declared.flatMap((dependency) => dependency.artifactId ?? []).filter(compileGlobs(through.artifacts))
        : []
      const location = { path, line: pom.line }
      const breach =
        through === undefined || host === undefined
          ? { messageId: 'missing', args: { artifact }, location, text: artifact }
          : {
              messageId: 'through',
              args: { artifact, through: host },
              location,
              text: artifact,
              severity: through.severity,
            }
      return { outcome: 'fail', breaches: [breach] }
    }
    const typeOf = (dependency: typeof first) => dependency.type?.text || 'jar'
    const scopeOf = (dependency: typeof first) => dependency.scope ?? 'compile'
    const typed = found.filter((dependency) => type === undefined || typeOf(dependency) === type)
    if (type !== undefined && typed.length === 0) {
      const location = { path, line: first.type?.line ?? first.line }
      const args = { artifact, found: typeOf(first), expected: type }
      return { outcome: 'fail', breaches: [{ messageId: 'type', args, location, text: artifact }] }
    }
    if (scope === undefined || typed.some((dependency) => scopeOf(dependency) === scope)) return { outcome: 'pass' }
    const args = { artifact, found: scopeOf(first), expected: scope }
    return {
      outcome: 'fail',
      breaches: [{ messageId: 'scope', args, location: { path, line: first.line }, text: artifact }],
    }
  },
})

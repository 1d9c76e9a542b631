import { compileGlobs } from '#data/facts/glob.ts'
import { resolveProperties } from '#data/facts/pom-properties.ts'
import type { Location } from '#data/model/lint.ts'
import { listOf, reading, record, type SoughtPattern, sought, soughtPattern, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { versionOfTag } from '../releases.ts'
import { type Breach, defineCheck, type Evidence } from '../rule.ts'

const OPTIONS = record({
  /** Texts that state the version, beside the build file and the tag. */
  texts: listOf(
    record({
      paths: texts('globs, from the folder of the component; the case of letters does not count'),
      /** The first match counts; its first group is the version. */
      pattern: soughtPattern(),
    }),
  ),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

interface Stated {
  /** Where, in words: a path or the name of a tag. */
  readonly place: string
  readonly version: string
  readonly location?: Location
}

export const versionsAgree = defineCheck<Options>({
  id: 'versions-agree',
  summary: 'Tag, build file and documents state one and the same version.',
  options: read,
  needs: (options, scene) => [
    { extractor: 'pom', paths: [inRoot(scene, 'pom.xml')] },
    ...options.texts.map(({ paths, pattern }) => {
      const isMeant = compileGlobs(paths.map((path) => inRoot(scene, path).toLowerCase()))
      const meant = scene.entries.map(({ path }) => path).filter((path) => isMeant(path.toLowerCase()))
      return { extractor: 'occurrences', paths: meant, options: optionsOf(pattern) } as const
    }),
  ],
  needsRefs: true,
  messages: {
    differs: {
      fr: '{place} dit {found}, {reference} dit {expected}',
      en: '{place} says {found}, {reference} says {expected}',
    },
  },
  judge(evidence, options) {
    const stated = [...buildVersions(evidence), ...tagVersions(evidence), ...textVersions(evidence, options)]
    const [reference, ...others] = stated
    if (reference === undefined || others.length === 0) return { outcome: 'not-applicable' }
    const expected = reference.version
    const breaches = others.flatMap(({ place, version: found, location }): Breach[] => {
      if (found === expected) return []
      const args = { place, found, reference: reference.place, expected }
      return [{ messageId: 'differs', args, ...(location && { location }), text: place }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

const optionsOf = (pattern: SoughtPattern) => ({ mask: 'none', ...sought(pattern) }) as const

function buildVersions({ subject, facts }: Evidence): readonly Stated[] {
  const path = inRoot(subject, 'pom.xml')
  const pom = facts('pom').get(path)
  if (pom?.version == null) return []
  const { text: version, unresolved } = resolveProperties(pom.version.text, pom)
  // That a release is no SNAPSHOT is another rule's business.
  if (unresolved.length > 0) return []
  return [{ place: path, version: version.replace(/-SNAPSHOT$/u, ''), location: { path, line: pom.version.line } }]
}

function tagVersions({ subject, refs }: Evidence): readonly Stated[] {
  const { head } = subject.identity
  return refs.flatMap(({ kind, name, oid }): Stated[] => {
    const version = versionOfTag(name)
    return kind === 'tag' && oid === head && version !== undefined ? [{ place: name, version }] : []
  })
}

function textVersions({ facts }: Evidence, options: Options): readonly Stated[] {
  return options.texts.flatMap(({ pattern }) =>
    [...facts('occurrences', optionsOf(pattern))].flatMap(([path, { found = [] }]): Stated[] => {
      const version = found[0]?.groups[0]
      if (found[0] === undefined || version == null) return []
      const { line, column } = found[0]
      return [{ place: path, version: version.replace(/-SNAPSHOT$/u, ''), location: { path, line, column } }]
    }),
  )
}

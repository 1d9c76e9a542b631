import type { Descriptor } from '#data/facts/shapes/descriptor.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import type { Subject } from './rule.ts'

/** Names written alike whether with hyphens, underscores or neither: packages and folders cannot hold them all. */
export function bare(name: string): string {
  return name.replace(/[-_]/gu, '').toLowerCase()
}

/** What the platform knows the component by: the names of its descriptors, else its short name; bare. */
export function namesInPlatform(
  { names, kind }: Pick<Subject, 'names' | 'kind'>,
  descriptors: Iterable<Pick<Descriptor, 'name'>>,
): ReadonlySet<string> {
  if (kind === 'core') return new Set(['core'])
  const written = [...descriptors].flatMap(({ name }) => (name === null || name.text === '' ? [] : [name.text]))
  const own = written.length > 0 ? written : [names.short ?? '']
  return new Set(own.map(bare))
}

/** Short names, bare, of the components that this one may speak of: its host and those that it declares. */
export function declaredComponents({ names }: Pick<Subject, 'names'>, pom: Pom | undefined): ReadonlySet<string> {
  const declared = (pom?.dependencies ?? []).flatMap(({ artifactId }) => {
    const [, short] = /^(?:plugin|module|library)-(.+)$/u.exec(artifactId ?? '') ?? []
    return short === undefined ? [] : [bare(short)]
  })
  return new Set([...(names.host === undefined ? [] : [bare(names.host)]), ...declared])
}

import type { Ref } from '#data/model/source.ts'
import type { Subject } from './rule.ts'
import { compareVersions } from './versions.ts'

export interface TaggedRelease {
  readonly tag: string
  readonly version: string
}

/**
 * The highest version among the tags, never the newest by date: tags of this component where some bear its artifactId,
 * else all. A version without qualifier stands above its betas.
 */
export function newestRelease(refs: readonly Ref[], { names }: Pick<Subject, 'names'>): TaggedRelease | undefined {
  const tagged = refs.flatMap(({ kind, name }) => {
    const version = kind === 'tag' ? versionOfTag(name) : undefined
    return version === undefined ? [] : [{ tag: name, version }]
  })
  const own = tagged.filter(({ tag }) => names.artifactId !== undefined && tag.startsWith(`${names.artifactId}-`))
  const releases = own.length > 0 ? own : tagged
  return releases.toSorted((a, b) => compareVersions(b.version, a.version) || a.version.length - b.version.length)[0]
}

/** What a tag says of a version: behind a name, a `v`, a slash. */
export function versionOfTag(name: string): string | undefined {
  return /(?:^|[-_/v])(\d+(?:\.\d+)+(?:[-.+][\w.-]+)?)$/u.exec(name)?.[1]
}

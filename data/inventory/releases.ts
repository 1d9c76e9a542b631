import { compareMavenVersions, isPrerelease, isSnapshot } from './maven/version.ts'

/** A published version of one component. */
export interface Release {
  readonly version: string
  /** Instant; null where only the tag is known. */
  readonly publishedAt: string | null
}

/** What a tag of a host says. */
export interface TaggedRelease {
  readonly tag: string
  readonly publishedAt: string | null
}

/** `plugin-forum-2.0.1`, `v2.0.1` and `2.0.1` all tag 2.0.1, `2.0.1rc1` its first candidate; undefined without a version. */
function versionOfTag(tag: string): string | undefined {
  return /(?:^|[-_/]|(?<![a-z])v)(\d+(?:\.\d+)+(?:[-.]?[a-z][\w.+-]*|[-.+][\w.+-]+)?)$/iu.exec(tag)?.[1]
}

/** What a tag calls the thing that it is a version of: `plugin-forum` in `plugin-forum-2.0.1`; empty for `release-2.0.1`. */
function nameInTag(tag: string): string {
  const version = versionOfTag(tag)
  const name = version === undefined ? '' : tag.slice(0, tag.length - version.length).replace(/[-_/]*v?$/iu, '')
  return /^(?:r|rel|release|releases|ver|version|tag)?$/iu.test(name) ? '' : name.toLowerCase()
}

/** Whether all words of one name are words of the other, in whatever order. */
function isAlike(one: string, other: string): boolean {
  const [few = [], many = []] = [one.split(/[^a-z0-9]+/u), other.split(/[^a-z0-9]+/u)].toSorted(
    (a, b) => a.length - b.length,
  )
  return few.every((word) => many.includes(word))
}

/**
 * The tags of a repository, `owner/name`, without those that name something else while others name it: a release tool
 * that was told the wrong name, or another component that lives there, too.
 */
export function ownTags<Tagged extends { readonly tag: string }>(
  tags: readonly Tagged[],
  repository: string,
): readonly Tagged[] {
  const own = repository.slice(repository.indexOf('/') + 1).toLowerCase()
  const names = [...new Set(tags.map(({ tag }) => nameInTag(tag)))].filter((name) => name !== '')
  const matching = names.filter((name) => isAlike(name, own))
  if (matching.length === 0) return tags
  const kept = new Set(['', ...names.filter((name) => matching.some((one) => isAlike(name, one)))])
  return tags.filter(({ tag }) => kept.has(nameInTag(tag)))
}

/** Releases by version, oldest first. */
export function releasesOf(tags: readonly TaggedRelease[]): readonly Release[] {
  return [...distinctReleases(tags)].sort((a, b) => compareMavenVersions(a.version, b.version))
}

/** Releases in no order, which costs less. A version that several tags name keeps the first date. */
export function distinctReleases(tags: readonly TaggedRelease[]): readonly Release[] {
  const found = new Map<string, Release>()
  for (const { tag, publishedAt } of tags) {
    const version = versionOfTag(tag)
    if (version === undefined) continue
    const earlier = found.get(version)?.publishedAt ?? null
    const first = [earlier, publishedAt].filter((at) => at !== null).sort()[0] ?? null
    found.set(version, { version, publishedAt: first })
  }
  return [...found.values()]
}

/** How a version stands among the releases of what it is a version of. */
export interface Standing {
  /** When it came out; null when that is not known. */
  readonly publishedAt: string | null
  readonly latest: string | null
  /** Releases that came after it; null when no release is known. */
  readonly behind: number | null
  /** When the first of these came out: from then on one could have moved on; null when none did, or its day is not known. */
  readonly behindSince: string | null
}

/** Final ones: what came before a final version is on trial, and a snapshot is no release at all. */
export function countedReleases(releases: readonly Release[]): readonly Release[] {
  return releases.filter(({ version }) => !isPrerelease(version))
}

/** The highest version on trial that no final one has caught up with; null when there is none. */
export function trialRelease(releases: readonly Release[]): Release | null {
  const last = releases.filter(({ version }) => isPrerelease(version) && !isSnapshot(version)).at(-1)
  const final = countedReleases(releases).at(-1)
  const isAbove = (one: Release) => final === undefined || compareMavenVersions(one.version, final.version) > 0
  return last !== undefined && isAbove(last) ? last : null
}

export function standingOf(version: string, releases: readonly Release[]): Standing {
  const finals = countedReleases(releases)
  const latest = finals.at(-1)?.version ?? null
  const publishedAt =
    releases.find((release) => compareMavenVersions(release.version, version) === 0)?.publishedAt ?? null
  const later = finals.filter((release) => compareMavenVersions(release.version, version) > 0)
  const behind = latest === null ? null : later.length
  return { publishedAt, latest, behind, behindSince: later[0]?.publishedAt ?? null }
}

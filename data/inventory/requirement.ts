import { isAllowed, leastVersion, parseRequirement, reachesNextMajor } from './maven/range.ts'
import { isSnapshot } from './maven/version.ts'
import { countedReleases, type Release, type Standing, standingOf } from './releases.ts'

/** Why a version that is asked for is not one version for good; null when it is. */
export type Looseness = 'snapshot' | 'range' | 'open-range' | 'unknown' | null

/** `open-range`: a range that lets the next major version in. */
export function loosenessOf(version: string | null): Looseness {
  if (version === null) return 'unknown'
  const requirement = parseRequirement(version)
  if (requirement.kind === 'malformed') return 'unknown'
  if (requirement.kind === 'soft') return isSnapshot(version) ? 'snapshot' : null
  const [only, another] = requirement.intervals
  if (another === undefined && only?.from !== undefined && only.from === only.to) {
    return isSnapshot(only.from.version) ? 'snapshot' : null
  }
  return reachesNextMajor(requirement) ? 'open-range' : 'range'
}

/** How what is asked for stands among the releases of what it is asked of; null when that cannot be told. */
export function standingOfRequirement(version: string | null, releases: readonly Release[]): Standing | null {
  if (version === null || releases.length === 0) return null
  const requirement = parseRequirement(version)
  // Of a range, the build takes the last release that it lets in.
  const taken =
    requirement.kind === 'range'
      ? countedReleases(releases).findLast((one) => isAllowed(one.version, requirement))
      : undefined
  const least = taken?.version ?? leastVersion(requirement)
  return least === undefined ? null : standingOf(least, releases)
}

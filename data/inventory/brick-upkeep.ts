import { standingOfLife } from '../activity-state.ts'
import type { ActivityState } from '../reference/activity-states.ts'
import type { Inventory } from './inventory.ts'
import { type RegisterLine, textIn } from './registers.ts'
import { countedReleases } from './releases.ts'

/** How something from outside is kept, and what says so. */
export interface BrickUpkeep {
  /** `collected`: its repository is among those that were read; `register`: somebody wrote it down. */
  readonly source: 'collected' | 'register'
  /** `owner/name` where it is known. */
  readonly repository: string | null
  readonly latest: string | null
  readonly latestAt: string | null
  /** Null where only a register tells of it. */
  readonly state: ActivityState | null
  /** The least number of people behind half of the commits of a year; null where too few people would be told of. */
  readonly absenceFactor: number | null
}

interface Around {
  /** Lines of the register of bricks about it. */
  readonly records: readonly RegisterLine[]
  readonly inventory: Inventory
}

/** What was collected of its repository, which its address or the register names; else what the register says. */
export function brickUpkeep(brick: string, { records, inventory }: Around): BrickUpkeep | null {
  const said = (field: string) => records.flatMap((line) => textIn(line, field) ?? [])[0] ?? null
  const repository = said('repository') ?? repositoryIn(brick)
  const collected = repository === null ? null : upkeepOf(repository, inventory)
  if (collected !== null) return collected
  const latest = said('latest')
  const latestAt = said('latestAt')
  if (latest === null && latestAt === null) return null
  return { source: 'register', repository, latest, latestAt, state: null, absenceFactor: null }
}

/** Addresses of GitHub and of its actions name the repository themselves. */
function repositoryIn(brick: string): string | null {
  const [, owner, name] = /^pkg:github(?:actions)?\/([^/]+)\/([^/@?#]+)/u.exec(brick) ?? []
  return owner === undefined || name === undefined ? null : decodeURIComponent(`${owner}/${name}`)
}

function upkeepOf(repository: string, { portfolio, records, at }: Inventory): BrickUpkeep | null {
  const asked = repository.toLowerCase()
  const component = portfolio.components.find((one) => one.repository.toLowerCase() === asked)
  const record = component === undefined ? undefined : records.get(component.id)
  if (component === undefined || record === undefined) return null
  const { isArchived, knownUntil } = record
  const release = countedReleases(record.releases).at(-1)
  const released = record.upkeep.lastRelease?.at ?? null
  const [lastActivityAt = null] = [record.headCommittedAt, released]
    .flatMap((one) => one ?? [])
    .sort()
    .reverse()
  return {
    ...{ source: 'collected', repository: component.repository, latest: release?.version ?? null },
    latestAt: release?.publishedAt ?? null,
    state: standingOfLife({ isArchived, lastActivityAt, asOf: at, knownUntil }).state,
    absenceFactor: record.upkeep.keyPeople,
  }
}

import { addMonths } from '../model/day.ts'
import { READINESS_LEVELS, type ReadinessCriterion } from '../reference/readiness-levels.ts'

/** What was measured of a repository; null where it was not collected. */
export interface Upkeep {
  /** Commits of people in the period of `commits`. */
  readonly commits: number | null
  /**
   * Change requests of people who are not staff: how many, and half of them waited longer than so many hours; null too
   * where it is withheld.
   */
  readonly responses: {
    readonly opened: number
    readonly medianHours: number | null
    /** So few people responded that a delay would be one of somebody. */
    readonly isWithheld: boolean
  } | null
  /** Instant of the last release, null when there is none; null when releases or their dates were not collected. */
  readonly lastRelease: { readonly at: string | null } | null
  /** The least number of people who made half of the commits; null too where it is withheld. */
  readonly keyPeople: number | null
  /** So few people made all of them that a figure about some would be one about somebody. */
  readonly isWithheld: boolean
  /** Instant that is counted to: of the data, or the last that its history is known of. */
  readonly asOf: string
  /** It was not looked at for so long that what it does now is not known. */
  readonly isOutOfSight: boolean
}

export interface ReadinessReason {
  readonly criterion: ReadinessCriterion
  readonly level: number
  /**
   * `nothing-to-measure`: nobody asked for anything, which speaks neither for nor against. `withheld`: too few people to
   * tell it of. How few carry the work counts as not known then; how fast they answer counts neither for nor against,
   * or no component of a small team would have a level.
   */
  readonly outcome: 'met' | 'unmet' | 'unknown' | 'withheld' | 'nothing-to-measure'
  /** Commits, median days, the day of the release, or people; null when there is nothing to tell. */
  readonly value: number | string | null
  /** First instant of the period that was looked at, which ends at the date of the data. */
  readonly from: string
}

export interface Readiness {
  /** Highest level that is certain; 0 when not even the first is. */
  readonly level: number
  /** Highest level that is not ruled out by what is known; above `level` when something is not known. */
  readonly atMost: number
  readonly reasons: readonly ReadinessReason[]
}

export function readinessOf(upkeep: Upkeep): Readiness {
  const reasons = READINESS_LEVELS.map(({ criterion, level, months }): ReadinessReason => {
    const { outcome, value } = MEASURES[criterion](upkeep)
    return { criterion, level, outcome, value, from: monthsEarlier(upkeep.asOf, months) }
  })
  return {
    level: reach(reasons, isNoHindrance),
    atMost: reach(reasons, (reason) => reason.outcome !== 'unmet'),
    reasons,
  }
}

function isNoHindrance({ criterion, outcome }: ReadinessReason): boolean {
  if (outcome === 'withheld') return criterion === 'response'
  return outcome === 'met' || outcome === 'nothing-to-measure'
}

function reach(reasons: readonly ReadinessReason[], isHeld: (reason: ReadinessReason) => boolean): number {
  const broken = reasons.filter((reason) => !isHeld(reason)).map(({ level }) => level)
  const most = Math.max(...reasons.map(({ level }) => level))
  return Math.min(most, ...broken.map((level) => level - 1))
}

type Measured = Pick<ReadinessReason, 'outcome' | 'value'>

const UNKNOWN: Measured = { outcome: 'unknown', value: null }
const WITHHELD: Measured = { outcome: 'withheld', value: null }

function judged(isMet: boolean, value: number | string | null): Measured {
  return { outcome: isMet ? 'met' : 'unmet', value }
}

const [COMMITS, RESPONSE, RELEASE, PEOPLE] = READINESS_LEVELS

const MEASURES: Readonly<Record<ReadinessCriterion, (upkeep: Upkeep) => Measured>> = {
  commits: ({ commits, isOutOfSight }) =>
    commits === null || isOutOfSight ? UNKNOWN : judged(commits >= COMMITS.atLeast, commits),
  response({ responses }) {
    if (responses === null) return UNKNOWN
    if (responses.isWithheld) return WITHHELD
    if (responses.medianHours === null) return { outcome: 'nothing-to-measure', value: null }
    const days = responses.medianHours / 24
    return judged(days < RESPONSE.daysBelow, Math.round(days * 10) / 10)
  },
  release({ lastRelease, asOf, isOutOfSight }) {
    if (lastRelease === null || isOutOfSight) return UNKNOWN
    const { at } = lastRelease
    return judged(at !== null && at >= monthsEarlier(asOf, RELEASE.months), at?.slice(0, 10) ?? null)
  },
  people({ keyPeople, isWithheld, isOutOfSight }) {
    if (isWithheld) return WITHHELD
    return keyPeople === null || isOutOfSight ? UNKNOWN : judged(keyPeople >= PEOPLE.atLeast, keyPeople)
  },
}

/** The same day and time so many months before; the last day of a shorter month. Instants are ISO 8601, UTC. */
export function monthsEarlier(instant: string, months: number): string {
  return `${addMonths(instant.slice(0, 10), -months)}${instant.slice(10)}`
}

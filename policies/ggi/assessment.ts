import type { PointSource, PointValue, ScorecardState } from '#data/model/governance.ts'
import type { Evidence, Method, Point, PointKind } from './method.ts'
import { pointId } from './method.ts'
import type { Declaration, Scorecard } from './scorecard.ts'

/** What was counted for one evidence. */
export interface Measured {
  readonly evidence: string
  /** Things of which it holds, does not hold, and is not known. What it does not apply to is in none of them. */
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  /** Up to when what was counted is known; null when nothing was ever collected. */
  readonly asOf: string | null
}

/** Why a point asks for a look. */
export const DIFFERENCES = ['declared-not-measured', 'expired', 'falling', 'never-looked-at'] as const
export type Difference = (typeof DIFFERENCES)[number]

export interface AssessedPoint {
  /** `GGI-A-21.P4`. */
  readonly id: string
  readonly kind: PointKind
  readonly value: PointValue
  readonly source: PointSource
  readonly measured: PointValue
  readonly declared: Declaration | undefined
  /** Last day on which the declaration counts. */
  readonly declaredUntil: string | undefined
  readonly isExpired: boolean
  readonly evidence: readonly Measured[]
  readonly differences: readonly Difference[]
}

export interface AssessedActivity {
  readonly id: string
  readonly goal: string
  readonly state: ScorecardState
  readonly owner: string | undefined
  readonly scorecard: Scorecard | undefined
  readonly points: readonly AssessedPoint[]
}

export interface Assessment {
  readonly handbookVersion: string
  /** Day against which declarations were read, YYYY-MM-DD. */
  readonly asOf: string
  readonly activities: readonly AssessedActivity[]
}

export interface Assessing {
  readonly method: Method
  readonly scorecards: readonly Scorecard[]
  readonly measured: readonly Measured[]
  readonly asOf: string
  /** Values of the last assessment that was kept, by point: what is less now is falling. */
  readonly before?: ReadonlyMap<string, PointValue>
  /** Months after which a declaration without an end has run out. */
  readonly declarationMonths?: number
}

const DECLARATION_MONTHS = 12

/** Lays what was measured beside what was declared: a pure join. */
export function assess(assessing: Assessing): Assessment {
  const { method, scorecards, asOf } = assessing
  return {
    handbookVersion: method.handbook.version,
    asOf,
    activities: method.activities.map((activity) => {
      const scorecard = scorecards.find((card) => card.activity === activity.id)
      return {
        id: activity.id,
        goal: activity.goal,
        state: scorecard?.state ?? 'not-selected',
        owner: scorecard?.owner,
        scorecard,
        points: settleAlternatives(
          activity.points.map((point) =>
            assessPoint(point, { id: pointId(activity.id, point.id), scorecard, assessing }),
          ),
          activity.points,
        ),
      }
    }),
  }
}

/** Where one of several ways is taken, nobody has to look at the others. */
function settleAlternatives(assessed: readonly AssessedPoint[], points: readonly Point[]): readonly AssessedPoint[] {
  const isAlternative = (index: number) => points[index]?.isAlternative === true
  if (!assessed.some(({ value }, index) => isAlternative(index) && value === 'met')) return assessed
  return assessed.map((point, index) =>
    isAlternative(index)
      ? { ...point, differences: point.differences.filter((difference) => difference !== 'never-looked-at') }
      : point,
  )
}

function assessPoint(
  point: Point,
  { id, scorecard, assessing }: { id: string; scorecard: Scorecard | undefined; assessing: Assessing },
): AssessedPoint {
  const evidence = point.evidence.flatMap((one) => assessing.measured.filter((found) => found.evidence === one))
  const measured = point.kind === 'declared' ? 'unknown' : measuredValue(evidence, assessing.method.evidence)
  const declared = scorecard?.declared[id]
  const declaredUntil = declared && lastDayOf(declared, assessing)
  const isExpired = declaredUntil !== undefined && assessing.asOf > declaredUntil
  const standing = declared === undefined || isExpired ? undefined : declared.value
  const { value, source } = standingValue(point.kind, { measured, standing })
  const before = assessing.before?.get(id)
  const differences: Difference[] = []
  if (standing === 'met' && (measured === 'unmet' || measured === 'partly')) differences.push('declared-not-measured')
  if (isExpired) differences.push('expired')
  if (before !== undefined && isLess(value, before)) differences.push('falling')
  const isSelected =
    scorecard !== undefined && scorecard.state !== 'not-selected' && scorecard.state !== 'not-applicable'
  if (isSelected && value === 'unknown' && declared === undefined) differences.push('never-looked-at')
  const said = { declared, declaredUntil, isExpired }
  return { id, kind: point.kind, value, source, measured, ...said, evidence, differences }
}

// Worst first. Not knowing is no fall, and knowing at last is none either: a collection that failed must not read as one.
const GRADES: readonly PointValue[] = ['unmet', 'partly', 'met']

function isLess(value: PointValue, than: PointValue): boolean {
  return GRADES.includes(value) && GRADES.includes(than) && GRADES.indexOf(value) < GRADES.indexOf(than)
}

/** A measured point is what is measured; a proxy is that until the officer says otherwise; the rest is what is declared. */
function standingValue(
  kind: PointKind,
  { measured, standing }: { measured: PointValue; standing: Declaration['value'] | undefined },
): Pick<AssessedPoint, 'value' | 'source'> {
  if (standing === 'not-applicable') return { value: standing, source: 'declared' }
  if (kind === 'measured' && measured !== 'unknown') return { value: measured, source: 'measured' }
  if (standing !== undefined) return { value: standing, source: 'declared' }
  return measured === 'unknown' ? { value: 'unknown', source: 'none' } : { value: measured, source: 'proxy' }
}

/** Several evidences make a point as good as the weakest of them. */
function measuredValue(found: readonly Measured[], known: readonly Evidence[]): PointValue {
  const values = found.map((one): PointValue => {
    const evidence = known.find(({ id }) => id === one.evidence)
    if (evidence === undefined) return 'unknown'
    return evidence.isOneEnough ? oneValue(one) : shareValue(one, evidence.thresholds)
  })
  if (values.length === 0 || values.includes('unknown')) return values.includes('unmet') ? 'unmet' : 'unknown'
  const applicable = values.filter((value) => value !== 'not-applicable')
  if (applicable.length === 0) return 'not-applicable'
  return applicable.reduce((worst, value) => (isLess(value, worst) ? value : worst))
}

/** What a share says, when what is not known could not change it whichever way it turned out. */
function shareValue({ met, unmet, unknown, asOf }: Measured, thresholds: Evidence['thresholds']): PointValue {
  const all = met + unmet + unknown
  if (all === 0) return asOf === null ? 'unknown' : 'not-applicable'
  const grade = (share: number): PointValue =>
    share >= thresholds.met ? 'met' : share >= thresholds.partly ? 'partly' : 'unmet'
  const least = grade(met / all)
  const most = grade((met + unknown) / all)
  return least === most ? least : 'unknown'
}

/** What a single thing is enough for. */
function oneValue({ met, unmet, unknown, asOf }: Measured): PointValue {
  if (met > 0) return 'met'
  return unknown > 0 || asOf === null ? 'unknown' : unmet > 0 ? 'unmet' : 'not-applicable'
}

function lastDayOf({ at, until }: Declaration, { declarationMonths = DECLARATION_MONTHS }: Assessing): string {
  return until ?? monthsAfter(at, declarationMonths)
}

/** The same day some months later, or the last of that month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

import { existsSync } from 'node:fs'
import { UsageFailure } from '#data/model/failures.ts'
import type { KeptAssessment } from '#data/model/governance.ts'
import { POINT_VALUES, type PointValue } from '#data/model/governance.ts'
import { suggestion } from '#data/model/nearest.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { keptAssessments, keptPoints } from '#data/queries/ggi/history.ts'
import { openForFigures, type Store } from '#data/store.ts'
import { type Assessing, type Assessment, assess } from '#policies/ggi/assessment.ts'
import { type Activity, type Method, type Point, pointId } from '#policies/ggi/method.ts'
import type { Config } from '../config.ts'
import { type Asked, type EvidenceReader, evidenceReader, measureAll } from './evidence.ts'
import type { ScorecardFile } from './scorecard-files.ts'

/** The year up to a day: `until` is the day after, so that what happened today counts. */
function periodUpTo(day: string): Pick<Asked, 'since' | 'until'> {
  const at = (years: number, days: number) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return new Date(Date.UTC(year + years, month - 1, date + days)).toISOString().slice(0, 10)
  }
  return { since: at(-1, 1), until: at(0, 1) }
}

/** Owners that the configuration names; none when a clone does not say whose it is: then all of the database is ours. */
function ownersOf({ organisations, clones }: Config): readonly string[] {
  if (clones.some(({ repository }) => repository === undefined)) return []
  const owners = clones.flatMap(({ repository = '' }) => repository.split('/').slice(0, 1))
  return [...new Set([...organisations.map(({ name }) => name), ...owners])]
}

export interface Governance {
  readonly assessment: Assessment
  readonly asked: Asked
  /** Whether there was a database to measure in. */
  readonly isMeasured: boolean
}

export interface Looking {
  readonly config: Config
  readonly method: Method
  readonly files: readonly ScorecardFile[]
  readonly asOf: string
}

/** How everything stands: what is declared, beside what the database says. */
export async function loadAssessment(looking: Looking): Promise<Governance> {
  const { config, method, files, asOf } = looking
  if (!existsSync(config.database)) {
    const scorecards = files.map(({ scorecard }) => scorecard)
    return {
      assessment: assess({ method, scorecards, asOf, measured: [] }),
      asked: askedOf(looking),
      isMeasured: false,
    }
  }
  return withEvidence(looking, async (reader, store) => {
    const before = await lastKept(store, method)
    const assessment = assessedWith(looking, { measured: await measureAll(reader, method), before })
    return { assessment, asked: askedOf(looking), isMeasured: true }
  })
}

/** The join of scorecards with what was counted. */
export function assessedWith(
  { method, files, asOf }: Looking,
  { measured, before }: Pick<Assessing, 'measured'> & { readonly before: ReadonlyMap<string, PointValue> },
): Assessment {
  return assess({ method, scorecards: files.map(({ scorecard }) => scorecard), asOf, measured, before })
}

function askedOf({ config, asOf }: Pick<Looking, 'config' | 'asOf'>): Asked {
  return { owners: ownersOf(config), ...periodUpTo(asOf) }
}

/** Opens the database and hands over a reader of what is behind evidence. */
export async function withEvidence<Result>(
  looking: Pick<Looking, 'config' | 'method' | 'asOf'>,
  use: (reader: EvidenceReader, store: Store) => Promise<Result>,
): Promise<Result> {
  const { database: path, calendar } = looking.config
  const store = await openForFigures({ path, calendar })
  try {
    return await use(readerFor(store, looking), store)
  } finally {
    store.close()
  }
}

export function readerFor(
  store: Pick<Store, 'ask'>,
  looking: Pick<Looking, 'config' | 'method' | 'asOf'>,
): EvidenceReader {
  return evidenceReader(store, { method: looking.method, asked: askedOf(looking) })
}

/** Values of the last assessment that was kept; those of another handbook are not compared. */
export async function lastKept(store: Pick<Store, 'ask'>, method: Method): Promise<ReadonlyMap<string, PointValue>> {
  const last = (await store.ask(keptAssessments, {})).at(-1)
  if (last === undefined || last.handbook !== method.handbook.version) return new Map()
  const rows = await store.ask(keptPoints, { assessment: last.id })
  return new Map(rows.flatMap(({ point, value }) => (isOneOf(POINT_VALUES, value) ? [[point, value]] : [])))
}

/** What is kept of an assessment: values and counts. */
export function keptOf({ handbookVersion, activities }: Assessment): KeptAssessment {
  return {
    handbook: handbookVersion,
    activities: activities.map(({ id, goal, state }) => ({ id, goal, state })),
    points: activities.flatMap(({ id: activity, points }) =>
      points.map(({ id, value, source, measured, evidence }) => {
        const sum = (of: 'met' | 'unmet' | 'unknown') => evidence.reduce((total, one) => total + one[of], 0)
        return { id, activity, value, source, measured, met: sum('met'), unmet: sum('unmet'), unknown: sum('unknown') }
      }),
    ),
  }
}

/** The activity that is meant: its id in any case, or its number alone. */
export function findActivity(method: Method, typed: string): Activity {
  const wanted = /^\d{2}$/u.test(typed) ? `GGI-A-${typed}` : typed.toUpperCase()
  const found = method.activities.find(({ id }) => id === wanted)
  if (found !== undefined) return found
  const ids = method.activities.map(({ id }) => id)
  throw new UsageFailure('activity-unknown', `the handbook has no activity "${typed}".${suggestion(wanted, ids)}`)
}

/** The verification point that is meant: `GGI-A-21.P4`, or `21.P4`. */
export function findPoint(method: Method, typed: string): { readonly activity: Activity; readonly point: Point } {
  const [first = '', name = ''] = typed.split('.')
  const activity = findActivity(method, first)
  const point = activity.points.find(({ id }) => id === name.toUpperCase())
  if (point !== undefined) return { activity, point }
  const ids = activity.points.map(({ id }) => pointId(activity.id, id))
  throw new UsageFailure('point-unknown', `${activity.id} has no point "${typed}".${suggestion(typed, ids)}`, {
    hint: `Its points: ${ids.join(', ')}.`,
  })
}

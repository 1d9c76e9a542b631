import {
  POINT_SOURCES,
  POINT_VALUES,
  type PointSource,
  type PointValue,
  SCORECARD_STATES,
  type ScorecardState,
} from '#data/model/governance.ts'
import { isOneOf, type Text } from '#data/model/vocabulary.ts'
import {
  type GgiActivityRow,
  type GgiPointRow,
  siteGgiActivities,
  siteGgiDeadlines,
  siteGgiDifferences,
  siteGgiHistory,
  siteGgiObjectives,
  siteGgiPoints,
  siteGgiSuggestions,
} from '#data/queries/site/ggi.ts'
import { siteMeta } from '#data/queries/site/meta.ts'
import { DIFFERENCES, type Difference } from '#policies/ggi/assessment.ts'
import { type Activity, type Method, type PointKind, pointId } from '#policies/ggi/method.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

/** Governance as the file tells of it: all of it inside, what is done and what comes next for the public. */
export interface Governance extends Dated {
  readonly method: Method
  readonly goals: readonly Goal[]
  readonly activities: readonly GovernedActivity[]
  readonly deadlines: readonly Deadline[]
  /** Days of assessments that were kept, the oldest first, with the points met by goal. */
  readonly history: readonly Kept[]
  readonly suggestions: readonly {
    readonly activity: GovernedActivity
    readonly after: readonly string[]
    readonly metAlready: number
  }[]
}

export type Counts = Readonly<Record<PointValue, number>>

export interface Goal {
  readonly id: string
  readonly title: Text
  readonly activities: readonly GovernedActivity[]
  readonly counts: Counts
}

export interface GovernedActivity {
  readonly id: string
  /** Last part of the address of its page. */
  readonly slug: string
  readonly title: Text
  /** Its page in the handbook. */
  readonly handbook: string
  readonly next: readonly string[]
  /** As the method has it; inside, as the scorecard has it. */
  readonly state: ScorecardState
  readonly scope: string | null
  readonly objectives: readonly { readonly text: string; readonly isDone: boolean }[]
  /** Undefined for the public, and for an activity without one. */
  readonly scorecard: Scorecard | undefined
  /** Empty for the public. */
  readonly points: readonly GovernedPoint[]
  readonly counts: Counts
}

type Scorecard = Pick<GgiActivityRow, 'owner' | 'iteration' | 'started' | 'due' | 'closed' | 'why' | 'notes'> & {
  readonly file: string
}

export interface GovernedPoint {
  readonly id: string
  readonly asks: Text
  readonly kind: PointKind
  readonly value: PointValue
  readonly source: PointSource
  readonly measured: PointValue
  readonly declared: Declared | null
  /** What it was when the last assessment was kept; null when none was. */
  readonly before: PointValue | null
  /** Ids of what is counted for it. */
  readonly evidence: readonly string[]
  readonly differences: readonly Difference[]
}

interface Declared {
  readonly value: PointValue
  readonly by: string
  readonly on: string
  readonly until: string
  readonly isExpired: boolean
  readonly note: string | null
  readonly link: string | null
}

export interface Deadline {
  readonly day: string
  readonly kind: 'declaration' | 'objective' | 'activity'
  readonly activity: GovernedActivity
  readonly point: string | null
  readonly objective: string | null
}

export interface Kept {
  readonly from: string
  readonly to: string
  /** Points met, by goal. */
  readonly met: Readonly<Record<string, number>>
}

/** Undefined where the file says nothing of governance. */
export async function loadGovernance(
  store: Asked,
  { asOf, trees }: Register,
  method: Method,
): Promise<Governance | undefined> {
  const meta = await store.ask(siteMeta, {})
  if (!meta.some(({ key }) => key === 'ggi_handbook')) return undefined
  const activities = await loadActivities(store, method)
  const named = new Map(activities.map((activity) => [activity.id, activity]))
  return {
    ...{ asOf, coverage: trees, method, activities },
    goals: method.goals.map(({ id, title }) => {
      const own = activities.filter((one) =>
        method.activities.some((known) => known.id === one.id && known.goal === id),
      )
      return { id, title, activities: own, counts: countsOf(own.flatMap(({ points }) => points)) }
    }),
    deadlines: (await store.ask(siteGgiDeadlines, {})).flatMap(({ day, kind, activity: id, point, objective }) => {
      const activity = named.get(id)
      return activity === undefined || !isOneOf(DEADLINES, kind) ? [] : [{ day, kind, activity, point, objective }]
    }),
    history: await loadHistory(store),
    suggestions: (await store.ask(siteGgiSuggestions, {})).flatMap(({ activity: id, after, met_already }) => {
      const activity = named.get(id)
      return activity === undefined
        ? []
        : [{ activity, after: after.split(' ').filter(Boolean), metAlready: met_already }]
    }),
  }
}

const DEADLINES = ['declaration', 'objective', 'activity'] as const

async function loadActivities(store: Asked, method: Method): Promise<readonly GovernedActivity[]> {
  const objectives = Map.groupBy(await store.ask(siteGgiObjectives, {}), ({ activity }) => activity)
  const points = Map.groupBy(await store.ask(siteGgiPoints, {}), ({ activity }) => activity)
  const differences = Map.groupBy(await store.ask(siteGgiDifferences, {}), ({ point }) => point)
  const rows = await store.ask(siteGgiActivities, {})
  return rows.flatMap((row) => {
    const about = method.activities.find(({ id }) => id === row.activity)
    if (about === undefined) return []
    const own = (points.get(row.activity) ?? []).flatMap((point) => {
      const found = (differences.get(point.point) ?? []).map(({ difference }) => difference)
      return pointOf(point, { about, differences: DIFFERENCES.filter((one) => found.includes(one)) })
    })
    return [
      {
        ...{ id: about.id, slug: about.id.toLowerCase(), title: about.title, next: about.next, points: own },
        handbook: `${method.handbook.activityUrl}${about.slug}`,
        state: stateOf(row),
        scope: row.scope,
        objectives: (objectives.get(row.activity) ?? []).map((one) => ({
          text: one.objective,
          isDone: one.is_done === 1,
        })),
        scorecard: row.file === null ? undefined : { ...row, file: row.file },
        counts: countsOf(own),
      },
    ]
  })
}

function stateOf({ kept_state, state }: GgiActivityRow): ScorecardState {
  const written = kept_state ?? state
  return isOneOf(SCORECARD_STATES, written) ? written : 'not-selected'
}

function pointOf(
  row: GgiPointRow,
  { about, differences }: { readonly about: Activity; readonly differences: readonly Difference[] },
): readonly GovernedPoint[] {
  const known = about.points.find(({ id }) => pointId(about.id, id) === row.point)
  if (known === undefined) return []
  const { declared, declared_by: by, declared_on: on, declared_until: until, note, link } = row
  const isDeclared = declared !== null && by !== null && on !== null && until !== null
  const said = isDeclared
    ? { value: valueNamed(declared), by, on, until, isExpired: row.is_expired === 1, note, link: webAddress(link) }
    : null
  return [
    {
      ...{ id: row.point, asks: known.asks, kind: known.kind, evidence: known.evidence, differences },
      ...{ value: valueNamed(row.value), measured: valueNamed(row.measured), declared: said },
      source: isOneOf(POINT_SOURCES, row.source) ? row.source : 'none',
      before: row.before === null ? null : valueNamed(row.before),
    },
  ]
}

function valueNamed(written: string): PointValue {
  return isOneOf(POINT_VALUES, written) ? written : 'unknown'
}

function countsOf(points: readonly GovernedPoint[]): Counts {
  const count = (value: PointValue) => points.filter((point) => point.value === value).length
  return {
    ...{ met: count('met'), partly: count('partly'), unmet: count('unmet') },
    ...{ 'not-applicable': count('not-applicable'), unknown: count('unknown') },
  }
}

async function loadHistory(store: Asked): Promise<readonly Kept[]> {
  const kept = Map.groupBy(await store.ask(siteGgiHistory, {}), ({ assessed_at }) => assessed_at)
  return [...kept].map(([at, rows]) => ({
    from: at.slice(0, 10),
    to: (rows[0]?.confirmed_at ?? at).slice(0, 10),
    met: Object.fromEntries(rows.map(({ goal, met }) => [goal, met])),
  }))
}

import type { ReportHistory } from './history.ts'
import type { Period } from './period.ts'

/** An activity whose state, or whose number of points that hold, is another at the end of a period than at its beginning. */
export interface GovernanceMove {
  readonly activity: string
  readonly state: string
  readonly stateBefore: string
  readonly met: number
  readonly metBefore: number
  readonly points: number
}

/** Between the assessments that were kept; undefined where none was before the period began. */
export function governanceMoves(
  { activities }: ReportHistory,
  { from, to }: Period,
): readonly GovernanceMove[] | undefined {
  const instants = [...new Set(activities.map(({ assessed_at }) => assessed_at))].sort()
  const lastBefore = (at: string) => instants.filter((instant) => instant <= at).at(-1)
  const [start, end] = [lastBefore(`${from}T00:00:00Z`), lastBefore(`${to}T23:59:59Z`)]
  if (start === undefined || end === undefined) return undefined
  const at = (instant: string) => activities.filter(({ assessed_at }) => assessed_at === instant)
  const before = new Map(at(start).map((row) => [row.activity, row]))
  return at(end).flatMap(({ activity, state, met, points }) => {
    const then = before.get(activity)
    if (then === undefined || (then.state === state && then.met === met)) return []
    return [{ activity, state, stateBefore: then.state, met, metBefore: then.met, points }]
  })
}

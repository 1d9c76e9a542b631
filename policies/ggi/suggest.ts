import type { Assessment } from './assessment.ts'
import type { Method } from './method.ts'

/** An activity that could come next, with why. */
export interface Suggestion {
  readonly activity: string
  /** Activities at work or done that the handbook lets it follow. */
  readonly after: readonly string[]
  /** Its points that what is measured already meets, of all its points. */
  readonly metAlready: readonly string[]
  readonly points: number
}

/**
 * What could be taken up next: only activities that nobody selected, those nearest to what is there first. The links of the
 * handbook have circles, so an activity counts as reached only through one that is at work or done.
 */
export function suggestNext(
  { activities }: Assessment,
  { method, most }: { readonly method: Method; readonly most: number },
): readonly Suggestion[] {
  const reached = activities.filter(
    ({ state }) => state === 'in-progress' || state === 'continuous' || state === 'done',
  )
  const found = activities
    .filter(({ state }) => state === 'not-selected')
    .map(({ id, points }): Suggestion => {
      const after = reached.filter((from) => method.activities.find((one) => one.id === from.id)?.next.includes(id))
      const metAlready = points.filter(({ measured }) => measured === 'met').map((point) => point.id)
      return { activity: id, after: after.map((from) => from.id), metAlready, points: points.length }
    })
    .filter(({ after, metAlready }) => after.length > 0 || metAlready.length > 0)
  const share = ({ metAlready, points }: Suggestion) => metAlready.length / points
  const isNext = ({ after }: Suggestion) => (after.length > 0 ? 1 : 0)
  // Sorting is stable: what is alike stays in the order of the handbook.
  return found
    .sort((a, b) => isNext(b) - isNext(a) || share(b) - share(a) || b.after.length - a.after.length)
    .slice(0, most)
}

import { UsageFailure } from '#data/model/failures.ts'
import { nearest, suggestion } from '#data/model/nearest.ts'
import type { Month } from '#data/months.ts'
import type { Metric } from '#data/queries/metrics/metric.ts'
import { metricRepositories } from '#data/queries/metrics/reading.ts'
import { METRICS } from '#data/queries/metrics/registry.ts'
import type { Store } from '#data/store.ts'

/** The metric of that id. Throws `metric-unknown` with the nearest. */
export function chooseMetric(asked: string): Metric {
  const wanted = asked.trim().toLowerCase()
  const found = METRICS.find(({ id }) => id === wanted)
  if (found !== undefined) return found
  const ids = METRICS.map(({ id }) => id)
  throw new UsageFailure('metric-unknown', `there is no metric "${asked}".${suggestion(wanted, ids)}`, {
    hint: 'The list, with definitions: parvis metrics',
  })
}

/** The repositories that `OWNER` or `OWNER/NAME` stands for, as the database writes them; all without one. */
export async function chooseScope(
  { ask }: Pick<Store, 'ask'>,
  asked: string | undefined,
): Promise<{ readonly owner: string; readonly name: string }> {
  if (asked === undefined) return { owner: '', name: '' }
  const all = await ask(metricRepositories, { owner: '', name: '', anonymous_only: 0 })
  const known = new Set(all.flatMap(({ owner, name }) => [owner, `${owner}/${name}`]))
  const found = [...known].find((one) => one.toLowerCase() === asked.trim().toLowerCase())
  if (found === undefined) {
    const near = nearest(asked, known)
    throw new UsageFailure('scope-unknown', `nothing was collected of "${asked}".`, {
      hint: near === undefined ? 'Give OWNER or OWNER/NAME of what was collected.' : `Did you mean "${near}"?`,
    })
  }
  const [owner = '', name = ''] = found.split('/')
  return { owner, name }
}

/** First and last month of a period, both whole. Throws `period-empty` when it ends before it begins. */
export function choosePeriod({ from, to }: { readonly from?: Month; readonly to?: Month }): {
  readonly from?: Month
  readonly to?: Month
} {
  if (from !== undefined && to !== undefined && to < from) {
    throw new UsageFailure('period-empty', 'the period ends before it begins.', { hint: 'Give --from before --to.' })
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

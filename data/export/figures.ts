import { measuredIn, measuredOf } from '../inventory/measured.ts'
import type { PublishedPortfolio } from '../inventory/published.ts'
import { answerMetric, type MetricAnswer, type MetricSource } from '../metrics/answer.ts'
import type { PeriodGrain } from '../metrics/periods.ts'
import type { AnswerPromise } from '../metrics/promise.ts'
import type { PublishedGovernance } from '../model/governance.ts'
import { type Month, monthOf, monthsBefore } from '../months.ts'
import { firstMonth } from '../queries/first-month.ts'
import { governance as governanceMetric } from '../queries/metrics/governance.ts'
import type { Metric } from '../queries/metrics/metric.ts'
import { METRICS } from '../queries/metrics/registry.ts'
import type { Store } from '../store.ts'
import type { ExportScope, ExportTable } from './export-table.ts'
import { methodState } from './governance.ts'
import { metricTables, type NamedAnswer } from './metric-rows.ts'

interface FigureOptions {
  readonly portfolio?: PublishedPortfolio | undefined
  readonly governance?: PublishedGovernance | undefined
  readonly promise?: AnswerPromise | undefined
  /** Organisations that are told apart, in an internal file. */
  readonly owners: readonly string[]
}

/** A period beside the one that figures are drawn from, for the pages of the office. */
interface TimeWindow {
  readonly id: string
  readonly from?: Month
  readonly to?: Month
  readonly months?: number
  readonly grains: readonly PeriodGrain[]
}

const YEARS_BEFORE = 2
const DRAWN: readonly PeriodGrain[] = ['month', 'quarter', 'year']
/** Of one organisation the office compares these alone. */
const BY_OWNER = [
  ...['change-requests', 'issues', 'commits', 'releases', 'first-response', 'answers-in-time'],
  ...['time-to-review', 'time-to-merge'],
  ...['change-request-backlog', 'portfolio-state', 'absence-factor', 'organisational-diversity'],
]

/**
 * Every figure that the audience may see, answered by the registry of metrics and by nothing else, so that what is
 * hidden in one place is told by no other.
 */
export async function figureTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
  options: FigureOptions,
): Promise<readonly ExportTable[]> {
  const source = sourceOf(store, options)
  const answers = scope.profile === 'public' ? await published(source) : await all(source, scope, options)
  const governed = governanceAnswer(scope, options.governance)
  const told = [...answers.filter(({ answer }) => answer.metric !== governanceMetric), ...governed]
  const isTold = ({ id, audience }: Metric) =>
    scope.profile === 'internal' || audience === 'public' || told.some(({ answer }) => answer.metric.id === id)
  return metricTables(told, METRICS.filter(isTold))
}

async function published(source: MetricSource): Promise<readonly NamedAnswer[]> {
  const answers: NamedAnswer[] = []
  for (const metric of METRICS.filter(({ audience }) => audience === 'public')) {
    const answer = await answerMetric(source, metric, { audience: 'public' })
    answers.push({ id: metric.id, timeWindow: 'recent', answer: withoutDoubt(answer) })
  }
  return answers
}

/** Where too many fates are not known, no number of refusals is told, not even that there was one. */
function withoutDoubt(answer: MetricAnswer): MetricAnswer {
  const isDoubtful = answer.rows.some(({ withheld }) => Object.values(withheld).includes('unknown-too-high'))
  return isDoubtful ? { ...answer, rows: [] } : answer
}

async function all(
  source: MetricSource,
  scope: ExportScope,
  { owners }: FigureOptions,
): Promise<readonly NamedAnswer[]> {
  const to = monthsBefore(monthOf(scope.asOf), 1)
  const [first] = await source.ask(firstMonth, {})
  const earliest = Math.min(first?.month ?? to, monthsBefore(to, 35))
  const recent = (Math.floor(to / 100) - YEARS_BEFORE) * 100 + 1
  const windows: readonly TimeWindow[] = [
    { id: 'year', months: 12, grains: ['span'] },
    { id: 'three-years', months: 36, grains: ['month', 'span'] },
    { id: 'whole', from: earliest, grains: ['year', 'span'] },
  ]
  const answers: NamedAnswer[] = []
  const nameOf = (metric: Metric, owner: string, timeWindow: string) =>
    `${metric.id}${owner === '' ? '' : `@${owner}`}${timeWindow === 'recent' ? '' : `~${timeWindow}`}`
  const ask = async (metric: Metric, { id: timeWindow, ...asked }: TimeWindow | { id: string }) => {
    const answer = await answerMetric(source, metric, { audience: 'internal', ...asked })
    answers.push({ id: nameOf(metric, '', timeWindow), timeWindow, answer })
    return answer
  }
  /** Of an organisation over the very period of the whole: of one that is not known up to its end nothing is told. */
  const compare = async (metric: Metric, owner: string, { id: timeWindow, ...asked }: TimeWindow | { id: string }) => {
    const whole = answers.find(({ id }) => id === nameOf(metric, '', timeWindow))?.answer
    if (whole === undefined || whole.asOf === null) return
    const same = { ...asked, ...whole.period, asOf: whole.asOf, owner }
    const answer = await answerMetric(source, metric, { audience: 'internal', ...same })
    const isSame = answer.asOf === whole.asOf && answer.period?.to === whole.period?.to
    const rows = isSame ? answer.rows.filter(isOfEverybody) : []
    answers.push({ id: nameOf(metric, owner, timeWindow), timeWindow, answer: { ...answer, rows } })
  }
  for (const metric of METRICS) {
    const drawn = metric.isSeries === true ? { id: 'recent', from: recent, to, grains: DRAWN } : { id: 'recent' }
    const { period } = await ask(metric, drawn)
    // A state of the day has no period to choose.
    const chosen = period === null ? [] : windows
    for (const window of chosen) await ask(metric, window)
    if (!BY_OWNER.includes(metric.id) || owners.length < 2) continue
    for (const owner of owners)
      for (const window of period === null ? [drawn] : windows) await compare(metric, owner, window)
  }
  return answers
}

function isOfEverybody({ cells }: MetricAnswer['rows'][number]): boolean {
  return cells.author_group === undefined || cells.author_group === 'all'
}

function sourceOf(store: Pick<Store, 'ask'>, { portfolio, promise }: FigureOptions): MetricSource {
  if (portfolio === undefined) return { ask: store.ask, promise }
  const { inventory } = portfolio
  const whole = measuredOf(inventory, portfolio)
  return {
    ask: store.ask,
    promise,
    inventory: async (scope) => measuredIn(whole, scope, inventory.portfolio.components),
  }
}

/** Governance as the officer lets it be seen: activities by goal and the states of the method, never a rate. */
function governanceAnswer(scope: ExportScope, governance: PublishedGovernance | undefined): readonly NamedAnswer[] {
  if (governance === undefined) return []
  const activities = governance.activities.map(({ goal, state }) => ({ goal, state: methodState(state) }))
  const counted = Map.groupBy(activities, ({ goal, state }) => `${goal} ${state}`)
  const rows = [...counted.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ cells: { ...first, activities: others.length + 1 }, withheld: {} }],
  )
  const answer: MetricAnswer = {
    ...{
      metric: governanceMetric,
      asOf: scope.asOf,
      scope: { owner: '', name: '', isPublic: true },
      period: null,
      rows,
    },
    coverage: { repositories: scope.repositories.size, streams: [], missing: [] },
    ...{ columns: governanceMetric.columns, missing: [] },
  }
  return [{ id: governanceMetric.id, timeWindow: 'recent', answer }]
}

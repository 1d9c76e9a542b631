import type { MetricSource } from '../metrics/answer.ts'
import { MEASURES, type MeasureName, type MeasureUnit, type Target } from '../model/measures.ts'
import type { Text } from '../model/vocabulary.ts'
import type { CalendarOptions } from '../model/working-days.ts'
import { type Month, monthOf, monthsBefore, monthsBetween } from '../months.ts'
import type { Missing } from '../queries/metrics/metric.ts'
import type { RowOf } from '../queries/query.ts'
import { keptReadings } from '../queries/report/kept-readings.ts'
import { howOf, type Measured, measure, type Reading, type Telling } from './measures.ts'
import { lastMonthOver, type Period } from './period.ts'

/** The six of the steering board, whatever targets there are. */
const BOARD = ['migration', 'change-requests', 'first-response', 'error-free', 'adoption', 'fallbacks'] as const
const MONTHS_DRAWN = 12

/**
 * How far from its target a figure is said to be watched and not behind: a sixth of the target. Beyond, or once its day
 * has passed, it is behind. Published with the figures.
 */
const WATCHED_WITHIN = 1 / 6

export const INDICATOR_STATES = ['reached', 'to-watch', 'behind', 'unknown', 'no-target'] as const
export type IndicatorState = (typeof INDICATOR_STATES)[number]

export interface Indicator {
  readonly metric: string
  readonly measure: string
  readonly title: Text
  readonly unit: MeasureUnit
  readonly aim: 'more' | 'less'
  readonly telling: Telling
  /** Month that the value is of; of what stands today, that of the day. */
  readonly month: Month
  /** Null where it is not known: never nought. */
  readonly value: number | null
  readonly part: number | null
  readonly whole: number | null
  readonly target: Pick<Target, 'bound' | 'value' | 'by'> | null
  readonly state: IndicatorState
  /** Against the month before; null where one of the two is not known. */
  readonly change: number | null
  /** Twelve months, the last one that of the value. `declared`: as the register of readings tells it. */
  readonly series: readonly {
    readonly month: Month
    readonly value: number | null
    readonly basis: 'measured' | 'kept' | 'declared' | null
  }[]
  readonly missing: readonly Missing[]
  readonly coverage: Measured['coverage']
}

interface Asked {
  readonly targets: readonly Target[]
  readonly calendar: CalendarOptions
  /** Day of the data. */
  readonly today: string
  /** First month that any report asks for. */
  readonly from: Month
}

/** Everything that is known of a measure, month by month. */
interface History {
  readonly name: MeasureName
  readonly target: Target | undefined
  readonly measured: Measured
  readonly kept: readonly RowOf<typeof keptReadings>[]
}

/** Reads the figures of the board, and those that have a target, once for all reports. */
export async function indicatorHistories(source: MetricSource, asked: Asked): Promise<readonly History[]> {
  const { targets, calendar, today } = asked
  const targetOf = ({ metric, measure: own }: MeasureName) =>
    targets.find((target) => target.metric === metric && target.measure === own)
  const board: readonly MeasureName[] = BOARD.flatMap((metric) => MEASURES.find((one) => one.metric === metric) ?? [])
  const others = MEASURES.filter((one) => !board.includes(one) && targetOf(one) !== undefined)
  const kept = await source.ask(keptReadings, {})
  const from = monthsBefore(asked.from, MONTHS_DRAWN)
  const histories: History[] = []
  for (const name of [...board, ...others]) {
    histories.push({
      ...{ name, target: targetOf(name) },
      measured: await measure(source, name, { from, to: monthOf(today), calendar }),
      kept: kept.filter((row) => row.metric === name.metric && row.measure === name.measure),
    })
  }
  return histories
}

/** How a figure stands at the end of a period. */
export function indicatorOf({ name, target, measured, kept }: History, period: Period): Indicator {
  const { title, telling } = howOf(name)
  const month = telling === 'flow' ? lastMonthOver(period.to) : monthOf(period.to)
  const known = knownReadings({ name, measured, kept })
  const now = known.get(month)
  const before = known.get(monthsBefore(month, 1))
  const value = now?.reading.value ?? null
  return {
    ...{ metric: name.metric, measure: name.measure, title, unit: name.unit, aim: name.aim, telling, month, value },
    ...{ part: now?.reading.part ?? null, whole: now?.reading.whole ?? null },
    target: target === undefined ? null : { bound: target.bound, value: target.value, by: target.by },
    state: stateOf(value, target, period.to),
    change: now === undefined || before === undefined ? null : now.reading.value - before.reading.value,
    series: monthsBetween(monthsBefore(month, MONTHS_DRAWN - 1), month).map((one) => {
      const found = known.get(one)
      return { month: one, value: found?.reading.value ?? null, basis: found?.basis ?? null }
    }),
    ...{ missing: measured.missing, coverage: measured.coverage },
  }
}

/** What is measured wins over what was kept, and that over what somebody wrote down. */
function knownReadings({ name, measured, kept }: Omit<History, 'target'>) {
  const known = new Map<Month, { readonly reading: Reading; readonly basis: 'measured' | 'kept' | 'declared' }>()
  const scale = name.unit === 'share' ? 100 : 1
  for (const { month, value, part, whole, is_declared } of kept.toSorted((a, b) => b.is_declared - a.is_declared)) {
    const reading = { month, value: is_declared === 1 ? value / scale : value, part, whole }
    known.set(month, { reading, basis: is_declared === 1 ? 'declared' : 'kept' })
  }
  for (const reading of measured.readings) known.set(reading.month, { reading, basis: 'measured' })
  return known
}

/** By the rule that is published: reached, within a sixth of the target before its day, or behind. */
export function stateOf(value: number | null, target: Target | undefined, day: string): IndicatorState {
  if (value === null) return 'unknown'
  if (target === undefined) return 'no-target'
  const lacking = target.bound === 'at-least' ? target.value - value : value - target.value
  if (lacking <= 0) return 'reached'
  if (day > target.by) return 'behind'
  return lacking <= target.value * WATCHED_WITHIN ? 'to-watch' : 'behind'
}

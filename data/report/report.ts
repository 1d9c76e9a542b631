import type { MetricSource } from '../metrics/answer.ts'
import { addDays } from '../model/day.ts'
import type { PublishedGovernance } from '../model/governance.ts'
import type { Target } from '../model/measures.ts'
import type { CalendarOptions } from '../model/working-days.ts'
import { monthOf } from '../months.ts'
import { asOf as lastLearnt } from '../queries/as-of.ts'
import { registerSizes } from '../queries/metrics/reading.ts'
import type { RowOf } from '../queries/query.ts'
import { registeredDecisions } from '../queries/report/decisions.ts'
import { firstRun } from '../queries/report/portfolio.ts'
import type { KeptReading } from '../readings.ts'
import type { Todo } from '../todo/gather.ts'
import { type Change, changesIn } from './changes.ts'
import { type ReportHistory, readHistory } from './history.ts'
import { type Indicator, indicatorHistories, indicatorOf } from './indicators.ts'
import { isWithin, type Period } from './period.ts'
import { type Proposal, proposalsFrom } from './proposals.ts'
import { type ReportQuality, readQuality } from './quality.ts'

/** Decisions that are told where the period had fewer: a report begins with what was last decided. */
const LAST_DECISIONS = 3
/** How soon something that was decided asks to be carried out. */
const SOON_DAYS = 30

export type Decision = RowOf<typeof registeredDecisions>

/** All that a report says, before it is written in a language and a form. */
export interface Report {
  readonly period: Period
  /** Instant of the data; null before anything was collected: then nothing below is known. */
  readonly asOf: string | null
  readonly scope: { readonly repositories: number; readonly organisations: number }
  /** The first collection: of what happened before, the host may not tell everything. */
  readonly collectedSince: string | null
  readonly decisions: {
    /** Whether a register of decisions is kept at all. */
    readonly isKept: boolean
    /** Of the period, and at least the last three before its end, the last one first. */
    readonly taken: readonly Decision[]
    /** Questions without an answer, and what was decided, is not done and is due within thirty days. */
    readonly open: readonly Decision[]
  }
  readonly changes: readonly Change[]
  /** The six of the board first, then those with a target. */
  readonly indicators: readonly Indicator[]
  /** Null for a period that is over: what asks for a decision is known of today alone. */
  readonly proposals: readonly Proposal[] | null
  /** How governance stands today; null for a period that is over, or where nothing was read. */
  readonly governance: GovernanceSummary | null
  readonly quality: ReportQuality
}

export interface GovernanceSummary {
  readonly handbook: string
  /** Points that hold, out of those that apply, and what that rests on. */
  readonly met: number
  readonly points: number
  readonly measured: number
  readonly declared: number
  readonly unknown: number
  readonly activities: readonly {
    readonly id: string
    readonly state: string
    readonly met: number
    readonly points: number
  }[]
}

interface Reporting {
  readonly targets: readonly Target[]
  readonly calendar: CalendarOptions
  /** What waits on the day of the data. */
  readonly todo: Todo
  readonly governance: PublishedGovernance | undefined
  /** Which periods, once the day of the data is known. */
  readonly periods: (today: string) => readonly Period[]
  /** Day that stands for that of the data where nothing was collected yet. */
  readonly fallback: string
}

/** Reads once, and tells of each period. */
export async function readReports(source: MetricSource, reporting: Reporting): Promise<readonly Report[]> {
  const [dated] = await source.ask(lastLearnt, {})
  const asOf = dated?.as_of ?? null
  const today = (asOf ?? reporting.fallback).slice(0, 10)
  const periods = reporting.periods(today)
  const from = monthOf(periods.map(({ from: day }) => day).sort()[0] ?? today)
  const histories = await indicatorHistories(source, { ...reporting, today, from })
  const history = await readHistory(source)
  const around = {
    ...{ asOf, today, history, quality: await readQuality(source, history) },
    decisions: await source.ask(registeredDecisions, {}),
    isDecisionRegisterKept: (await source.ask(registerSizes, {})).some(({ register }) => register === 'decisions'),
    first: (await source.ask(firstRun, {}))[0],
  }
  const reports: Report[] = []
  for (const period of periods) {
    const indicators = histories.map((one) => indicatorOf(one, period))
    reports.push(
      reportOf(period, {
        ...around,
        indicators,
        ...(await standingToday(source, { ...around, reporting, period, indicators })),
      }),
    )
  }
  return reports
}

interface Around {
  readonly asOf: string | null
  readonly today: string
  readonly history: ReportHistory
  readonly quality: ReportQuality
  readonly decisions: readonly Decision[]
  readonly isDecisionRegisterKept: boolean
  readonly first: RowOf<typeof firstRun> | undefined
  readonly indicators: readonly Indicator[]
}

type StandingToday = Pick<Report, 'proposals' | 'governance'>

function reportOf(period: Period, around: Around & StandingToday): Report {
  const { asOf, history, quality, indicators, first, proposals, governance } = around
  return {
    ...{ period, asOf, indicators, quality, proposals, governance },
    scope: { repositories: first?.repositories ?? 0, organisations: first?.organisations ?? 0 },
    collectedSince: first?.started_at ?? null,
    decisions: decisionsOf(period, around),
    changes: changesIn(history, period),
  }
}

function decisionsOf(period: Period, { decisions, isDecisionRegisterKept }: Around): Report['decisions'] {
  const soon = addDays(period.to, SOON_DAYS)
  const isOpenAt = ({ asked_at, decided_at, due, done_at }: Decision) => {
    if (asked_at > period.to) return false
    if (decided_at === null || decided_at > period.to) return true
    return due !== null && due <= soon && (done_at === null || done_at > period.to)
  }
  const taken = decisions
    .filter(({ decided_at }) => decided_at !== null && decided_at <= period.to)
    .toSorted((a, b) => ((a.decided_at ?? '') < (b.decided_at ?? '') ? 1 : -1))
  const own = taken.filter(({ decided_at }) => isWithin(decided_at, period))
  return {
    isKept: isDecisionRegisterKept,
    taken: own.length >= LAST_DECISIONS ? own : taken.slice(0, LAST_DECISIONS),
    open: decisions.filter(isOpenAt).toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)),
  }
}

async function standingToday(
  source: MetricSource,
  {
    reporting,
    period,
    indicators,
  }: Pick<Around, 'indicators'> & { readonly reporting: Reporting; readonly period: Period },
): Promise<StandingToday> {
  if (!period.isCurrent) return { proposals: null, governance: null }
  const whole = { owner: '', name: '', isPublic: false }
  const inventory = (await source.inventory?.(whole)) ?? { migrations: [] }
  return {
    proposals: proposalsFrom({ todo: reporting.todo, inventory, indicators }),
    governance: summaryOf(reporting.governance),
  }
}

function summaryOf(governance: PublishedGovernance | undefined): GovernanceSummary | null {
  if (governance === undefined) return null
  const { handbook, points, activities } = governance
  const applying = points.filter(({ value }) => value !== 'not-applicable')
  const met = applying.filter(({ value }) => value === 'met')
  const own = Map.groupBy(applying, ({ activity }) => activity)
  return {
    ...{ handbook, met: met.length, points: applying.length },
    declared: met.filter(({ source }) => source === 'declared').length,
    measured: met.filter(({ source }) => source === 'measured' || source === 'proxy').length,
    unknown: applying.filter(({ value }) => value === 'unknown').length,
    activities: activities.map(({ id, state }) => {
      const points = own.get(id) ?? []
      return { id, state, met: points.filter(({ value }) => value === 'met').length, points: points.length }
    }),
  }
}

/** What tells of today alone, to be known again in months to come. What has a past of its own is left out. */
export function readingsToKeep({ indicators, period }: Pick<Report, 'indicators' | 'period'>): readonly KeptReading[] {
  if (!period.isCurrent) return []
  return indicators.flatMap(({ telling, value, metric, measure, month, part, whole }) =>
    telling === 'today' && value !== null ? [{ metric, measure, month, value, part, whole }] : [],
  )
}

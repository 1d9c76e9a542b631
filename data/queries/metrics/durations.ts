import { gather, periodsOf } from '../../metrics/periods.ts'
import { median, ninthDecile } from '../../metrics/quantiles.ts'
import type { ValuesOf } from '../query.ts'
import type { Asking, ColumnRule, Finished } from './metric.ts'
import { PERIOD_PARAMS } from './scope.ts'

/** The least number of durations of which a median, or a ninth decile, says anything. */
const LEAST_FOR_MEDIAN = 5
const LEAST_FOR_DECILE = 10
const DAY_SECONDS = 86_400

/** What every duration says of how it is worked out. */
export const DURATION_FORMULA = {
  fr: 'Médiane et neuvième décile (au plus proche rang) des cas aboutis ; ceux qui attendent encore sont comptés à côté. Médiane à partir de 5 cas, décile à partir de 10.',
  en: 'Median and ninth decile (nearest rank) of the settled cases; those still waiting are counted beside. Median from 5 cases on, decile from 10.',
}

/** One case: its two ends, or that it has not come to the second, and whether that is known. */
const DURATION_ROW = {
  month: 'integer',
  author_group: 'text',
  person: 'integer',
  worker: 'integer?',
  is_settled: 'integer',
  from_epoch: 'integer',
  to_epoch: 'integer?',
} as const

interface DurationSource {
  readonly scoped: string
  readonly table: 'change_request_measure' | 'issue_measure'
  /** Month that a case is counted in. */
  readonly month: string
  /** Which cases count. */
  readonly where: string
  /** Second at which what was waited for came; null for what still waits. */
  readonly end: string
  /** 1 where a missing end means that it still waits; 0 where it is not known whether it does. */
  readonly isSettled: string
  /** Number of the person whose work the duration tells of. */
  readonly worker: string
}

/** Durations from the opening to an end. */
export function durationQuery({ scoped, table, month, where, end, isSettled, worker }: DurationSource) {
  return {
    params: PERIOD_PARAMS,
    row: DURATION_ROW,
    sql: `
    WITH ${scoped}
    SELECT ${month} AS month, m.author_group, m.author AS person, ${worker} AS worker, ${isSettled} AS is_settled,
      m.created_epoch AS from_epoch, ${end} AS to_epoch
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE ${month} BETWEEN :from_month AND :to_month AND m.author_group <> 'bot' AND ${where}`,
  } as const
}

/** When the columns of a duration may be shown: it tells of the work of those who answered, reviewed or merged. */
export const DURATION_RULES: Readonly<Record<string, ColumnRule>> = {
  ...{ cases: { audience: 'internal' }, settled: { audience: 'internal' } },
  ...{ unanswered: { audience: 'internal' } },
  ...{ censored: { audience: 'internal' }, unsettled: { audience: 'internal' }, responders: { audience: 'internal' } },
  ...{ median_days: ofWork(LEAST_FOR_MEDIAN), p90_days: ofWork(LEAST_FOR_DECILE) },
  ...{ median_working_days: ofWork(LEAST_FOR_MEDIAN), p90_working_days: ofWork(LEAST_FOR_DECILE) },
}

function ofWork(least: number): ColumnRule {
  return { persons: 'persons', workOf: 'workers', sample: { of: 'settled', least } }
}

type Row = ValuesOf<typeof DURATION_ROW>

/** A case with how long it took, by the calendar and in working days; null for what did not come to its end. */
interface Case extends Row {
  readonly days: number | null
  readonly working_days: number | null
}

export function finishDurations(rows: readonly Row[], asked: Asking): Finished {
  const cases = rows.map((row): Case => {
    const { from_epoch: from, to_epoch: to } = row
    return to === null
      ? { ...row, days: null, working_days: null }
      : { ...row, days: (to - from) / DAY_SECONDS, working_days: asked.workingDays(from, to) }
  })
  const told = asked.grains.flatMap((grain) => {
    const gathered = gather(cases, { ...asked, grain })
    return ['all', ...gathered.groups].flatMap((author_group) =>
      periodsOf({ ...asked, grain }).flatMap((period) => {
        const own = gathered.in(period, author_group)
        return own.length === 0 ? [] : [{ grain, period, author_group, ...summed(own) }]
      }),
    )
  })
  const unsettled = cases.filter(isUnsettled).length
  return { rows: told, missing: unsettled === 0 ? [] : [{ kind: 'unsettled', count: unsettled, names: [] }] }
}

function summed(cases: readonly Case[]) {
  const days = cases.flatMap((one) => one.days ?? [])
  const working = cases.flatMap((one) => one.working_days ?? [])
  const workers = new Set(cases.flatMap(({ worker }) => worker ?? [])).size
  const unsettled = cases.filter(isUnsettled).length
  const censored = cases.length - days.length - unsettled
  return {
    ...{ cases: cases.length, settled: days.length, censored, unanswered: censored, unsettled },
    ...{ persons: new Set(cases.map(({ person }) => person)).size, workers, responders: workers },
    ...{ median_days: median(days), p90_days: ninthDecile(days) },
    ...{ median_working_days: median(working), p90_working_days: ninthDecile(working) },
  }
}

function isUnsettled({ days, is_settled }: Case): boolean {
  return days === null && is_settled === 0
}

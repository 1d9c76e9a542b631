import type { ValuesOf } from '../query.ts'
import type { ColumnRule, Finished, MetricParams } from './metric.ts'
import { PERIOD_PARAMS, periodSql } from './scope.ts'

/** The least number of durations of which a median, or a ninth decile, says anything. */
const LEAST_FOR_MEDIAN = 5
const LEAST_FOR_DECILE = 10

export const DURATION_ROW = {
  period: 'integer',
  author_group: 'text',
  cases: 'integer',
  settled: 'integer',
  censored: 'integer',
  unsettled: 'integer',
  persons: 'integer',
  workers: 'integer',
  median: 'real?',
  p90: 'real?',
  working_median: 'real?',
  working_p90: 'real?',
} as const

interface DurationSource {
  readonly scoped: string
  readonly table: 'change_request_measure' | 'issue_measure'
  /** Month that a case is counted in. */
  readonly month: string
  /** Which cases count. */
  readonly where: string
  /** Seconds, and working days where they are known; null for what still waits. */
  readonly seconds: string
  readonly workingDays: string
  /** 1 where a missing duration means that it still waits; 0 where it is not known whether it does. */
  readonly isSettled: string
  /** Number of the person whose work the duration tells of. */
  readonly worker: string
}

/** Median: the mean of the two in the middle; ninth decile by nearest rank. What still waits is counted beside. */
export function durationQuery({
  scoped,
  table,
  month,
  where,
  seconds,
  workingDays,
  isSettled,
  worker,
}: DurationSource) {
  return {
    params: PERIOD_PARAMS,
    row: DURATION_ROW,
    sql: `
    WITH ${scoped}, counted AS (
      SELECT ${periodSql(month)} AS period, m.author_group, m.author, ${worker} AS worker, ${isSettled} AS is_settled,
        ${seconds} / 86400.0 AS days, ${workingDays} AS working_days
      FROM ${table} m JOIN scoped s ON s.id = m.repository
      WHERE ${month} BETWEEN :from_month AND :to_month AND m.author_group <> 'bot' AND ${where}
    ), told AS (
      SELECT c.period, c.author_group, c.author, c.worker, c.is_settled, c.days, c.working_days FROM counted c
      UNION ALL
      SELECT c.period, 'all' AS author_group, c.author, c.worker, c.is_settled, c.days, c.working_days FROM counted c
    ), ranked AS (
      SELECT t.period, t.author_group, t.days, t.working_days,
        ROW_NUMBER() OVER (PARTITION BY t.period, t.author_group ORDER BY t.days) AS place,
        ROW_NUMBER() OVER (PARTITION BY t.period, t.author_group ORDER BY t.working_days) AS working_place,
        COUNT(*) OVER (PARTITION BY t.period, t.author_group) AS n
      FROM told t
      WHERE t.days IS NOT NULL
    ), duration AS (
      SELECT k.period, k.author_group,
        AVG(CASE WHEN k.place IN ((k.n + 1) / 2, (k.n + 2) / 2) THEN k.days END) AS median,
        MAX(CASE WHEN k.place = (k.n * 9 + 9) / 10 THEN k.days END) AS p90,
        AVG(CASE WHEN k.working_place IN ((k.n + 1) / 2, (k.n + 2) / 2) THEN k.working_days END) AS working_median,
        MAX(CASE WHEN k.working_place = (k.n * 9 + 9) / 10 THEN k.working_days END) AS working_p90
      FROM ranked k
      GROUP BY k.period, k.author_group
    )
    SELECT t.period, t.author_group, COUNT(*) AS cases, COUNT(t.days) AS settled,
      COUNT(CASE WHEN t.days IS NULL AND t.is_settled = 1 THEN 1 END) AS censored,
      COUNT(CASE WHEN t.days IS NULL AND t.is_settled = 0 THEN 1 END) AS unsettled,
      COUNT(DISTINCT t.author) AS persons, COUNT(DISTINCT t.worker) AS workers,
      d.median, d.p90, d.working_median, d.working_p90
    FROM told t
    LEFT JOIN duration d ON d.period = t.period AND d.author_group = t.author_group
    GROUP BY t.period, t.author_group, d.median, d.p90, d.working_median, d.working_p90
    ORDER BY t.period, t.author_group`,
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

export function finishDurations(rows: readonly ValuesOf<typeof DURATION_ROW>[], { grain }: MetricParams): Finished {
  const unsettled = grain === 'span' ? (rows.find(({ author_group }) => author_group === 'all')?.unsettled ?? 0) : 0
  return {
    rows: rows.map(({ median, p90, working_median, working_p90, ...row }) => ({
      ...{ grain, ...row, responders: row.workers, unanswered: row.censored },
      ...{ median_days: median, p90_days: p90 },
      ...{ median_working_days: working_median, p90_working_days: working_p90 },
    })),
    missing: unsettled === 0 ? [] : [{ kind: 'unsettled', count: unsettled, names: [] }],
  }
}

import { periodIn, periodsOf } from '../../metrics/periods.ts'
import { quantiles } from '../../metrics/quantiles.ts'
import { FLOOR } from '../../suppression.ts'
import type { ValuesOf } from '../query.ts'
import type { Asking, ColumnRule, Finished, MetricAbout } from './metric.ts'
import { NOT_FOR_APPRAISAL } from './phrases.ts'
import { PERIOD_PARAMS, SCOPED, SCOPED_WITH_ISSUES } from './scope.ts'

/** The least number of durations of which a median, or a ninth decile, says anything. */
const LEAST_FOR_MEDIAN = 5
const LEAST_FOR_DECILE = 10
const DAY_SECONDS = 86_400

/** What every duration says of itself, and how it is shown: it tells of the work of those who answered or merged. */
export const DURATION = {
  formula: {
    fr: 'Médiane et neuvième décile (au plus proche rang) des cas aboutis ; ceux qui attendent encore sont comptés à côté. Médiane à partir de 5 cas, décile à partir de 10.',
    en: 'Median and ninth decile (nearest rank) of the settled cases; those still waiting are counted beside. Median from 5 cases on, decile from 10.',
  },
  unit: 'days',
  notFor: NOT_FOR_APPRAISAL,
  audience: 'public',
  isSeries: true,
  hasGroups: true,
  isPublicTotal: true,
  publicGrains: ['quarter', 'year'],
  rules: {
    ...{ cases: { audience: 'internal' }, settled: { audience: 'internal' }, unanswered: { audience: 'internal' } },
    ...{
      censored: { audience: 'internal' },
      unsettled: { audience: 'internal' },
      responders: { audience: 'internal' },
    },
    ...{ median_days: ofWork(LEAST_FOR_MEDIAN), p90_days: ofWork(LEAST_FOR_DECILE) },
    ...{ median_working_days: ofWork(LEAST_FOR_MEDIAN), p90_working_days: ofWork(LEAST_FOR_DECILE) },
  },
} as const satisfies Partial<MetricAbout>

export const DURATION_LIMITS = {
  fr: 'Les jours ouvrés suivent le calendrier configuré ; les autres sont ceux du calendrier, fins de semaine comprises.',
  en: 'Working days follow the configured calendar; the others are calendar days, weekends included.',
}

/** Columns of a duration, with the counts that are told of it. */
export function durationColumns(...counts: readonly ('cases' | 'unanswered' | 'censored' | 'unsettled')[]) {
  const beside = counts.filter((count) => count !== 'cases')
  return [
    ...(['grain', 'period', 'author_group'] as const),
    ...(counts.includes('cases') ? (['cases'] as const) : []),
    ...(['settled'] as const),
    ...beside,
    ...(['median_working_days', 'p90_working_days', 'median_days', 'p90_days', 'responders'] as const),
  ]
}

function ofWork(least: number): ColumnRule {
  return { persons: 'persons', workOf: 'workers', sample: { of: 'settled', least } }
}

/** One case: how long it took, or that it has not come to its end, and whether that is known. */
const DURATION_ROW = {
  month: 'integer',
  author_group: 'text',
  person: 'integer',
  worker: 'integer?',
  opened_epoch: 'integer',
  is_settled: 'integer',
  seconds: 'integer?',
  working_days: 'real?',
} as const

interface DurationSource {
  readonly item: 'change_request' | 'issue'
  /** Month that a case is counted in. */
  readonly month: string
  /** Which cases count. */
  readonly where: string
  /** Seconds and working days until what was waited for came; null for what still waits. */
  readonly seconds: string
  readonly workingDays: string
  /** 1 where a missing end means that it still waits; 0 where it is not known whether it does. */
  readonly isSettled?: string
  /** Number of the person whose work the duration tells of. */
  readonly worker: string
}

/** Durations from the opening to an end: the question, what is made of its rows, and the cases. */
export function duration(source: DurationSource) {
  const { item, month, where, seconds, workingDays, isSettled = '1', worker } = source
  const from = `${item}_measure m JOIN scoped s ON s.id = m.repository
      WHERE ${month} BETWEEN :from_month AND :to_month AND m.author_group <> 'bot' AND ${where}`
  const scoped = item === 'issue' ? SCOPED_WITH_ISSUES : SCOPED
  return {
    query: {
      params: PERIOD_PARAMS,
      row: DURATION_ROW,
      sql: `
    WITH ${scoped}
    SELECT ${month} AS month, m.author_group, m.author AS person, ${worker} AS worker,
      m.created_epoch AS opened_epoch, ${isSettled} AS is_settled, ${seconds} AS seconds, ${workingDays} AS working_days
    FROM ${from}`,
    },
    finish: finishDurations,
    behind: {
      columns: ['repository', 'number', 'opened_on', 'working_days'],
      params: PERIOD_PARAMS,
      row: { repository: 'text?', number: 'integer?', opened_on: 'text?', working_days: 'real?', workers: 'integer' },
      rules: { working_days: { workOf: 'workers' } },
      sql: `
    WITH ${scoped}, asked AS (
      SELECT m.${item} AS item, m.repository, ${worker} AS worker, ${workingDays} AS working_days, s.repository AS name
      FROM ${from}
    ), working AS (
      SELECT a.repository, COUNT(DISTINCT a.worker) AS people FROM asked a GROUP BY a.repository
    )${CASES.replace('ITEM', item)}`,
    },
  } as const
}

/** Where fewer than five people answer, review or merge, a case would tell of one: it goes without its place and day. */
const CASES = `, pooled AS (
      SELECT COUNT(DISTINCT a.worker) AS people
      FROM asked a JOIN working w ON w.repository = a.repository
      WHERE w.people < ${FLOOR}
    )
    SELECT a.name AS repository, c.number, substr(c.created_at, 1, 10) AS opened_on, a.working_days, w.people AS workers
    FROM asked a
    JOIN working w ON w.repository = a.repository
    JOIN ITEM c ON c.id = a.item
    WHERE w.people >= ${FLOOR}
    UNION ALL
    SELECT NULL AS repository, NULL AS number, NULL AS opened_on, a.working_days, p.people AS workers
    FROM asked a
    JOIN working w ON w.repository = a.repository
    JOIN pooled p ON 1 = 1
    WHERE w.people < ${FLOOR}
    ORDER BY repository, number, working_days`

type Case = ValuesOf<typeof DURATION_ROW>

function finishDurations(rows: readonly Case[], asked: Asking): Finished {
  const groups = ['all', ...new Set(rows.map(({ author_group }) => author_group))]
  const told = asked.grains.flatMap((grain) => {
    const periods = new Map<number, number>()
    const byPeriod = Map.groupBy(rows, ({ month }) => {
      const known = periods.get(month) ?? periodIn({ ...asked, grain }, month)
      periods.set(month, known)
      return known
    })
    return groups.flatMap((author_group) =>
      periodsOf({ ...asked, grain }).flatMap((period) => {
        const all = byPeriod.get(period) ?? []
        const own = author_group === 'all' ? all : all.filter((row) => row.author_group === author_group)
        return own.length === 0 ? [] : [{ grain, period, author_group, ...summed(own) }]
      }),
    )
  })
  const unsettled = rows.filter(isUnsettled).length
  return { rows: told, missing: unsettled === 0 ? [] : [{ kind: 'unsettled', count: unsettled, names: [] }] }
}

function summed(cases: readonly Case[]) {
  const ended = cases.filter(({ seconds }) => seconds !== null)
  const days = quantiles(ended.map(({ seconds }) => (seconds ?? 0) / DAY_SECONDS))
  const working = quantiles(ended.map(({ working_days }) => working_days ?? 0))
  const workers = new Set(cases.map(({ worker }) => worker))
  workers.delete(null)
  const unsettled = cases.filter(isUnsettled).length
  const censored = cases.length - ended.length - unsettled
  return {
    ...{ cases: cases.length, settled: ended.length, censored, unanswered: censored, unsettled },
    ...{ persons: new Set(cases.map(({ person }) => person)).size, workers: workers.size, responders: workers.size },
    ...{ median_days: days.median, p90_days: days.ninthDecile },
    ...{ median_working_days: working.median, p90_working_days: working.ninthDecile },
  }
}

function isUnsettled({ seconds, is_settled }: Case): boolean {
  return seconds === null && is_settled === 0
}

import { GROUPS, type Grain, periodOf } from '../../export/change-request-cells.ts'
import { monthsBetween } from '../../months.ts'
import type { ValuesOf } from '../query.ts'
import type { MetricParams, MetricRow } from './metric.ts'
import { PERIOD_PARAMS, periodSql } from './scope.ts'

/** What came in and went out in a period, by group; `standing`: what was open when the period of the question began. */
const FLOW_ROW = {
  period: 'integer',
  event: 'text',
  author_group: 'text',
  cases: 'integer',
  persons: 'integer',
} as const

interface FlowSource {
  /** Common table expression `scoped`. */
  readonly scoped: string
  readonly table: 'change_request_measure' | 'issue_measure'
  /** Column with the month of the end. */
  readonly ended: 'ended_month' | 'closed_month'
  /** SQL for the event of an end. */
  readonly ending: string
}

/** The group `all` is everybody but bots: its persons are counted anew, since one may stand in two groups over time. */
export function flowQuery({ scoped, table, ended, ending }: FlowSource) {
  return {
    params: PERIOD_PARAMS,
    row: FLOW_ROW,
    sql: `
    WITH ${scoped}, event AS (
      SELECT m.author, m.author_group, 'opened' AS event, m.created_month AS month
      FROM ${table} m JOIN scoped s ON s.id = m.repository
      WHERE m.created_month BETWEEN :from_month AND :to_month
      UNION ALL
      SELECT m.author, m.author_group, ${ending} AS event, m.${ended} AS month
      FROM ${table} m JOIN scoped s ON s.id = m.repository
      WHERE m.${ended} BETWEEN :from_month AND :to_month
    ), dated AS (
      SELECT e.author, e.author_group, e.event, ${periodSql('e.month')} AS period FROM event e
    ), told AS (
      SELECT d.author, d.author_group, d.event, d.period FROM dated d
      UNION ALL
      SELECT d.author, 'all' AS author_group, d.event, d.period FROM dated d WHERE d.author_group <> 'bot'
    )
    SELECT t.period, t.event, t.author_group, COUNT(*) AS cases, COUNT(DISTINCT t.author) AS persons
    FROM told t
    GROUP BY t.period, t.event, t.author_group
    UNION ALL
    SELECT 0 AS period, 'standing' AS event, m.author_group, COUNT(*) AS cases, 0 AS persons
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE m.created_month < :from_month AND (m.${ended} IS NULL OR m.${ended} >= :from_month)
    GROUP BY m.author_group
    ORDER BY period, event, author_group`,
  } as const
}

type FlowRow = ValuesOf<typeof FLOW_ROW>

export interface Flow {
  readonly grain: string
  readonly period: number
  readonly author_group: string
  /** Open when the period began, and when it ended. */
  readonly before: number
  readonly after: number
  /** Cases and persons by event. */
  readonly of: (event: string) => { readonly cases: number; readonly persons: number }
}

/**
 * A flow for each period and each group that occurs at all: what nobody did is a nought, not a missing row. What is open
 * adds up from period to period.
 */
export function flowsOf(
  rows: readonly FlowRow[],
  { grain, from_month, to_month }: Pick<MetricParams, 'grain' | 'from_month' | 'to_month'>,
): readonly Flow[] {
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  const occurring = GROUPS.filter((group) => rows.some(({ author_group }) => author_group === group))
  const periods = periodsOf({ grain, from_month, to_month })
  return ['all', ...occurring].flatMap((author_group) => {
    let open = standingOf(rows, author_group)
    return periods.map((period): Flow => {
      const of = (event: string) => known.get(keyOf({ period, event, author_group })) ?? { cases: 0, persons: 0 }
      const before = open
      open += of('opened').cases - of('merged').cases - of('closed').cases
      return { grain, period, author_group, before, after: open, of }
    })
  })
}

/** The periods of a grain that lie between two months, which belong to them whole. */
export function periodsOf({
  grain,
  from_month,
  to_month,
}: Pick<MetricParams, 'grain' | 'from_month' | 'to_month'>): readonly number[] {
  if (!isGrain(grain)) return [to_month]
  return [...new Set(monthsBetween(from_month, to_month).map((month) => periodOf(grain, month)))]
}

/** What identifies a flow, as cells of a row. */
export function flowKey({ grain, period, author_group }: Flow): MetricRow {
  return { grain, period, author_group }
}

function standingOf(rows: readonly FlowRow[], group: string): number {
  return rows
    .filter(({ event, author_group }) => event === 'standing' && isIn(group, author_group))
    .reduce((sum, { cases }) => sum + cases, 0)
}

function isIn(group: string, author_group: string): boolean {
  return group === 'all' ? author_group !== 'bot' : group === author_group
}

function isGrain(grain: string): grain is Grain {
  return grain === 'month' || grain === 'quarter' || grain === 'year'
}

function keyOf({ period, event, author_group }: Pick<FlowRow, 'period' | 'event' | 'author_group'>): string {
  return `${period} ${event} ${author_group}`
}

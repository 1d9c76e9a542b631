import { gather, periodsOf } from '../../metrics/periods.ts'
import type { ValuesOf } from '../query.ts'
import type { Asking, MetricRow } from './metric.ts'
import { PERIOD_PARAMS } from './scope.ts'

/**
 * What somebody brought in or saw end in a month. The event `standing` is what was open when the period of the question
 * began, of nobody and no month.
 */
const FLOW_ROW = {
  month: 'integer',
  event: 'text',
  author_group: 'text',
  person: 'integer',
  cases: 'integer',
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

export function flowQuery({ scoped, table, ended, ending }: FlowSource) {
  return {
    params: PERIOD_PARAMS,
    row: FLOW_ROW,
    sql: `
    WITH ${scoped}
    SELECT m.created_month AS month, 'opened' AS event, m.author_group, m.author AS person, COUNT(*) AS cases
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE m.created_month BETWEEN :from_month AND :to_month
    GROUP BY m.created_month, m.author_group, m.author
    UNION ALL
    SELECT m.${ended} AS month, ${ending} AS event, m.author_group, m.author AS person, COUNT(*) AS cases
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE m.${ended} BETWEEN :from_month AND :to_month
    GROUP BY m.${ended}, ${ending}, m.author_group, m.author
    UNION ALL
    SELECT 0 AS month, 'standing' AS event, m.author_group, 0 AS person, COUNT(*) AS cases
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE m.created_month < :from_month AND (m.${ended} IS NULL OR m.${ended} >= :from_month)
    GROUP BY m.author_group`,
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
  /** Cases and distinct persons by event. */
  readonly of: (...events: readonly string[]) => { readonly cases: number; readonly persons: number }
}

/**
 * A flow for each period and each group that occurs at all: what nobody did is a nought, not a missing row. What is open
 * adds up from period to period. The group `all` is everybody but bots, each person once.
 */
export function flowsOf(
  rows: readonly FlowRow[],
  asked: Pick<Asking, 'grains' | 'from_month' | 'to_month'>,
): readonly Flow[] {
  const standing = rows.filter(({ event }) => event === 'standing')
  const moved = rows.filter(({ event }) => event !== 'standing')
  const groups = new Set(['all', ...rows.map(({ author_group }) => author_group)])
  return asked.grains.flatMap((grain) => {
    const gathered = gather(moved, { ...asked, grain })
    const periods = periodsOf({ ...asked, grain })
    return [...groups].flatMap((author_group) => {
      let open = casesIn(standing.filter((row) => isIn(author_group, row)))
      return periods.map((period): Flow => {
        const own = gathered.in(period, author_group)
        const of = (...events: readonly string[]) => counted(own.filter(({ event }) => events.includes(event)))
        const before = open
        open += of('opened').cases - of('merged', 'closed').cases
        return { grain, period, author_group, before, after: open, of }
      })
    })
  })
}

/** What identifies a flow, as cells of a row. */
export function flowKey({ grain, period, author_group }: Flow): MetricRow {
  return { grain, period, author_group }
}

function counted(rows: readonly FlowRow[]) {
  return { cases: casesIn(rows), persons: new Set(rows.map(({ person }) => person)).size }
}

function casesIn(rows: readonly FlowRow[]): number {
  return rows.reduce((sum, { cases }) => sum + cases, 0)
}

function isIn(group: string, { author_group }: FlowRow): boolean {
  return group === 'all' ? author_group !== 'bot' : group === author_group
}

import { type PeriodGrain, periodIn, periodsOf } from '../../metrics/periods.ts'
import type { ValuesOf } from '../query.ts'
import type { Asking, MetricRow } from './metric.ts'
import { PERIOD_PARAMS } from './scope.ts'
import { knownSteps } from './steps.ts'

/**
 * What was done in a month and by how many: persons who did none of it before in the month, the quarter, the year or the
 * period of the question, in this group (`own`) or in any but that of bots (`any`). So they add up to distinct persons.
 * The kind `standing` is what was open when the period of the question began, of nobody and no month.
 */
const FLOW_ROW = {
  kind: 'text',
  month: 'integer',
  author_group: 'text',
  cases: 'integer',
  month_own: 'integer',
  quarter_own: 'integer',
  year_own: 'integer',
  span_own: 'integer',
  month_any: 'integer',
  quarter_any: 'integer',
  year_any: 'integer',
  span_any: 'integer',
} as const

/** Kinds of steps by which something begins to be open and ceases to be. */
export interface OpenKinds {
  readonly begins: string
  readonly ends: string
}

interface FlowSource {
  /** Kinds of steps that are counted. */
  readonly kinds: readonly string[]
  /** None where nothing is open. */
  readonly open?: OpenKinds
}

const QUARTER = 't.month - (t.month % 100 - 1) % 3'
const YEAR = 't.month / 100 * 100 + 1'
/** First month of what is counted over; what was done before the period of the question is none of it. */
const FIRST_MONTHS = {
  month: 't.month',
  quarter: `CASE WHEN ${QUARTER} < :from_month THEN CAST(:from_month AS INTEGER) ELSE ${QUARTER} END`,
  year: `CASE WHEN ${YEAR} < :from_month THEN CAST(:from_month AS INTEGER) ELSE ${YEAR} END`,
  span: 'CAST(:from_month AS INTEGER)',
} as const satisfies Readonly<Record<PeriodGrain, string>>

export function flowQuery({ kinds, open }: FlowSource) {
  const persons = Object.entries(FIRST_MONTHS).flatMap(([grain, first]) =>
    [['own', 'before_in_group'] as const, ['any', 'before_month'] as const].map(
      ([whose, before]) => `SUM(CASE WHEN t.${before} < ${first} THEN t.persons ELSE 0 END) AS ${grain}_${whose}`,
    ),
  )
  return {
    params: PERIOD_PARAMS,
    row: FLOW_ROW,
    sql: `
    WITH ${knownSteps(open === undefined ? kinds : [...new Set([...kinds, open.begins, open.ends])])}
    SELECT t.kind, t.month, t.person_group AS author_group, SUM(t.contributions) AS cases,
      ${persons.join(',\n      ')}
    FROM known t
    WHERE t.month >= :from_month
    GROUP BY t.kind, t.month, t.person_group${open === undefined ? '' : standing(open)}`,
  } as const
}

function standing({ begins, ends }: OpenKinds): string {
  return `
    UNION ALL
    SELECT 'standing' AS kind, 0 AS month, t.person_group AS author_group,
      SUM(CASE t.kind WHEN '${begins}' THEN t.contributions ELSE -t.contributions END) AS cases,
      0 AS month_own, 0 AS quarter_own, 0 AS year_own, 0 AS span_own,
      0 AS month_any, 0 AS quarter_any, 0 AS year_any, 0 AS span_any
    FROM known t
    WHERE t.month < :from_month AND t.kind IN ('${begins}', '${ends}')
    GROUP BY t.person_group
    HAVING SUM(CASE t.kind WHEN '${begins}' THEN t.contributions ELSE -t.contributions END) <> 0`
}

export type FlowRow = ValuesOf<typeof FLOW_ROW>

interface Count {
  readonly cases: number
  readonly persons: number
}

const NOTHING: Count = { cases: 0, persons: 0 }

/** What was done in a period by those of a group; `all` is everybody but bots, each person once. */
export interface Flows {
  /** Groups that occur at all, `all` first. */
  readonly groups: readonly string[]
  /** Open when the period of the question began. */
  standing(group: string): number
  in(period: {
    readonly grain: PeriodGrain
    readonly period: number
    readonly author_group: string
  }): (kind: string) => Count
}

export function flowsOf(rows: readonly FlowRow[], { grains, to_month }: Pick<Asking, 'grains' | 'to_month'>): Flows {
  const counts = new Map<string, Count>()
  const add = (key: string, { cases, persons }: Count) => {
    const known = counts.get(key) ?? NOTHING
    counts.set(key, { cases: known.cases + cases, persons: known.persons + persons })
  }
  for (const row of rows) {
    const { kind, author_group, cases } = row
    for (const grain of kind === 'standing' ? (['span'] as const) : grains) {
      const key = `${grain} ${kind} ${kind === 'standing' ? 0 : periodIn({ grain, to_month }, row.month)}`
      add(`${key} ${author_group}`, { cases, persons: row[`${grain}_own`] })
      if (author_group !== 'bot') add(`${key} all`, { cases, persons: row[`${grain}_any`] })
    }
  }
  return {
    groups: [...new Set(['all', ...rows.map(({ author_group }) => author_group)])],
    standing: (group) => counts.get(`span standing 0 ${group}`)?.cases ?? 0,
    in:
      ({ grain, period, author_group }) =>
      (kind) =>
        counts.get(`${grain} ${kind} ${period} ${author_group}`) ?? NOTHING,
  }
}

interface Flow {
  /** What identifies it, as cells of a row. */
  readonly key: MetricRow
  /** Open when the period began, and when it ended. */
  readonly before: number
  readonly after: number
  readonly of: (kind: string) => Count
}

/**
 * A flow for each period and each group that occurs at all: what nobody did is a nought, not a missing row. What is open
 * adds up from period to period.
 */
export function openFlows(
  rows: readonly FlowRow[],
  { asked, open }: { readonly asked: Asking; readonly open: OpenKinds },
): readonly Flow[] {
  const flows = flowsOf(rows, asked)
  return asked.grains.flatMap((grain) =>
    flows.groups.flatMap((author_group) => {
      let after = flows.standing(author_group)
      return periodsOf({ ...asked, grain }).map((period): Flow => {
        const key = { grain, period, author_group }
        const of = flows.in(key)
        const before = after
        after += of(open.begins).cases - of(open.ends).cases
        return { key, before, after, of }
      })
    }),
  )
}

import { median } from '../../metrics/quantiles.ts'
import type { ValuesOf } from '../query.ts'
import type { Finished } from './metric.ts'
import { SCOPE_PARAMS } from './scope.ts'

/** One case that is open, and for how many whole days. */
const BACKLOG_ROW = { author_group: 'text', person: 'integer', days: 'integer' } as const

interface BacklogSource {
  readonly scoped: string
  readonly table: 'change_request_measure' | 'issue_measure'
  readonly isOpen: string
}

/** What is open as of the data; archived repositories wait for nobody. */
export function backlogQuery({ scoped, table, isOpen }: BacklogSource) {
  return {
    params: { ...SCOPE_PARAMS, as_of_epoch: 'integer' },
    row: BACKLOG_ROW,
    sql: `
    WITH ${scoped}
    SELECT m.author_group, m.author AS person, (CAST(:as_of_epoch AS INTEGER) - m.created_epoch) / 86400 AS days
    FROM ${table} m JOIN scoped s ON s.id = m.repository
    WHERE ${isOpen} AND s.is_archived = 0 AND m.author_group <> 'bot' AND m.created_epoch <= :as_of_epoch`,
  } as const
}

/** Bands of age by their first day and the first day of the next. */
const BANDS = [
  { band: 'any-age', from: 0, below: Number.POSITIVE_INFINITY },
  { band: 'under-30', from: 0, below: 30 },
  { band: '30-to-89', from: 30, below: 90 },
  { band: '90-to-364', from: 90, below: 365 },
  { band: '365-and-more', from: 365, below: Number.POSITIVE_INFINITY },
] as const

/** Every age of a group that has any, the youngest first; nothing open is one line that says so. */
export function finishBacklog(rows: readonly ValuesOf<typeof BACKLOG_ROW>[]): Finished {
  const groups = new Set(['all', ...rows.map(({ author_group }) => author_group)])
  return {
    rows: [...groups].flatMap((author_group) => {
      const own = author_group === 'all' ? rows : rows.filter((row) => row.author_group === author_group)
      return BANDS.map(({ band: age_band, from, below }) => {
        const open = own.filter(({ days }) => days >= from && days < below)
        const days = open.map((one) => one.days)
        const persons = new Set(open.map(({ person }) => person)).size
        const oldest_days = days.length === 0 ? null : days.reduce((most, one) => Math.max(most, one))
        return { author_group, age_band, open_now: open.length, persons, median_days: median(days), oldest_days }
      })
    }),
  }
}

/** A small cell of one age would be told by the others: the public sees all ages of everybody together. */
export const BACKLOG_RULES = {
  open_now: { persons: 'persons' },
  median_days: { persons: 'persons', sample: { of: 'open_now', least: 5 } },
  oldest_days: { audience: 'internal' },
} as const

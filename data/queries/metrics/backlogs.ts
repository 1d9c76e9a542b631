import type { ValuesOf } from '../query.ts'
import type { Finished } from './metric.ts'
import { SCOPE_PARAMS } from './scope.ts'

const BACKLOG_ROW = {
  author_group: 'text',
  age_band: 'text',
  open_now: 'integer',
  persons: 'integer',
  median_days: 'real?',
  oldest_days: 'integer?',
} as const

interface BacklogSource {
  readonly scoped: string
  readonly table: 'change_request_measure' | 'issue_measure'
  readonly isOpen: string
}

/** What is open as of the data, by age and group; archived repositories wait for nobody. The band `any-age` is every age. */
export function backlogQuery({ scoped, table, isOpen }: BacklogSource) {
  return {
    params: { ...SCOPE_PARAMS, as_of_epoch: 'integer' },
    row: BACKLOG_ROW,
    sql: `
    WITH ${scoped}, aged AS (
      SELECT m.author, m.author_group, (CAST(:as_of_epoch AS INTEGER) - m.created_epoch) / 86400 AS days
      FROM ${table} m JOIN scoped s ON s.id = m.repository
      WHERE ${isOpen} AND s.is_archived = 0 AND m.author_group <> 'bot' AND m.created_epoch <= :as_of_epoch
    ), banded AS (
      SELECT a.author, a.author_group, a.days,
        CASE WHEN a.days < 30 THEN 'under-30' WHEN a.days < 90 THEN '30-to-89' WHEN a.days < 365 THEN '90-to-364'
          ELSE '365-and-more' END AS age_band
      FROM aged a
    ), told AS (
      SELECT b.author, b.author_group, b.days, b.age_band FROM banded b
      UNION ALL SELECT b.author, b.author_group, b.days, 'any-age' AS age_band FROM banded b
      UNION ALL SELECT b.author, 'all' AS author_group, b.days, b.age_band FROM banded b
      UNION ALL SELECT b.author, 'all' AS author_group, b.days, 'any-age' AS age_band FROM banded b
    ), ranked AS (
      SELECT t.author, t.author_group, t.age_band, t.days,
        ROW_NUMBER() OVER (PARTITION BY t.author_group, t.age_band ORDER BY t.days) AS place,
        COUNT(*) OVER (PARTITION BY t.author_group, t.age_band) AS n
      FROM told t
    )
    SELECT k.author_group, k.age_band, COUNT(*) AS open_now, COUNT(DISTINCT k.author) AS persons,
      AVG(CASE WHEN k.place IN ((k.n + 1) / 2, (k.n + 2) / 2) THEN k.days END) AS median_days,
      MAX(k.days) AS oldest_days
    FROM ranked k
    GROUP BY k.author_group, k.age_band
    ORDER BY k.author_group, k.age_band`,
  } as const
}

const BANDS = ['any-age', 'under-30', '30-to-89', '90-to-364', '365-and-more']

/** Every age of a group that has any, the youngest first; nothing open is one line that says so. */
export function finishBacklog(rows: readonly ValuesOf<typeof BACKLOG_ROW>[]): Finished {
  const groups = new Set(['all', ...rows.map(({ author_group }) => author_group)])
  return {
    rows: [...groups].flatMap((author_group) =>
      BANDS.map((age_band) => {
        const found = rows.find((row) => row.author_group === author_group && row.age_band === age_band)
        return found ?? { author_group, age_band, open_now: 0, persons: 0, median_days: null, oldest_days: null }
      }),
    ),
  }
}

/** A small cell of one age would be told by the others: the public sees all ages of everybody together. */
export const BACKLOG_RULES = {
  open_now: { persons: 'persons' },
  median_days: { persons: 'persons', sample: { of: 'open_now', least: 5 } },
  oldest_days: { audience: 'internal' },
} as const

import type { Instant } from './model/instant.ts'
import type { Month } from './months.ts'
import type { Connection } from './sql.ts'

/** A figure of today, to be known again once today is over. */
export interface KeptReading {
  readonly metric: string
  readonly measure: string
  readonly month: Month
  readonly value: number
  readonly part: number | null
  readonly whole: number | null
}

/** Keeps how figures stand; of two looks in a month the later one counts. Answers how many were new or changed. */
export function saveReadings(connection: Connection, readings: readonly KeptReading[], at: Instant): number {
  return connection.transaction(() =>
    readings.reduce((changed, { metric, measure, month, value, part, whole }) => {
      const row = connection.get(
        `INSERT INTO kept_reading (metric, measure, month, value, part, whole, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (metric, measure, month) DO UPDATE SET
          value = excluded.value, part = excluded.part, whole = excluded.whole, kept_at = excluded.kept_at
        WHERE kept_at <= excluded.kept_at
          AND (value IS NOT excluded.value OR part IS NOT excluded.part OR whole IS NOT excluded.whole)
        RETURNING month`,
        [metric, measure, month, value, part, whole, at],
      )
      return row === undefined ? changed : changed + 1
    }, 0),
  )
}

import { defineQuery } from '../query.ts'

/** A share of the register is written in per cent, one that was kept is of 1: `is_declared` tells them apart. */
export const keptReadings = defineQuery({
  id: 'report/kept-readings',
  title: 'What figures said in months that are over: as it was kept, and as the register tells it',
  params: {},
  row: {
    metric: 'text',
    measure: 'text',
    month: 'integer',
    value: 'real',
    part: 'real?',
    whole: 'real?',
    is_declared: 'integer',
  },
  sql: `
    SELECT k.metric, k.measure, k.month, k.value, k.part, k.whole, 0 AS is_declared
    FROM kept_reading k
    UNION ALL
    SELECT d.metric, d.measure,
      CAST(substr(d.month, 1, 4) AS INTEGER) * 100 + CAST(substr(d.month, 6, 2) AS INTEGER) AS month,
      CAST(d.value AS REAL) AS value, NULL AS part, NULL AS whole, 1 AS is_declared
    FROM register_readings d
    ORDER BY metric, measure, month, is_declared`,
})

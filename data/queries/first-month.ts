import { defineQuery } from './query.ts'

/** Dates before 1970 are mistakes of somebody's clock. */
export const firstMonth = defineQuery({
  id: 'contributions/first-month',
  title: 'The first month in which anybody contributed anything',
  params: {},
  row: { month: 'integer?' },
  sql: 'SELECT MIN(c.month) AS month FROM contributor_month c WHERE c.month >= 197001',
})
